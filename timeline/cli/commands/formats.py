"""List what can be read and what can be written."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from timeline.cli import console
from timeline.cli.database import common
from timeline.render.columns import padded, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@click.command()
@click.option("--schema", is_flag=True, help="The JSON Schema of `-f json` instead.")
@common
def command(schema: bool) -> None:
    """List what can be read and what can be written."""
    from timeline.read import formats as readers
    from timeline.render import described, json_schema

    if schema:
        sys.stdout.write(json_schema())
        return

    page = console.page()
    sys.stdout.write(page.paint("read", "head") + "\n")
    told = [(name, "  ".join(filter(None, (reader.about, _needs(reader.needs))))) for name, reader in readers().items()]
    sys.stdout.writelines(_lines(told, page.width))
    sys.stdout.write("\n" + page.paint("write", "head") + "\n")
    sys.stdout.writelines(_lines(described(), page.width))


def _needs(extra: str | None) -> str:
    return f"(needs timeline-db[{extra}])" if extra else ""


def _lines(told: Iterable[tuple[str, str]], width: int | None) -> Iterator[str]:
    for name, text in told:
        head, *more = wrapped(text, width and max(10, width - 16))
        yield f"  {padded(name, 12)}  {head}\n"
        yield from (f"{' ' * 16}{line}\n" for line in more)
