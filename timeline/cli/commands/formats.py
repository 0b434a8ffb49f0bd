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

LEAST = 20
"""With less room for words than this, they stand below the name."""


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
    read = [(name, "  ".join(filter(None, (reader.about, _needs(reader.needs))))) for name, reader in readers().items()]
    written = described()
    longest = max(len(name) for name, _ in (*read, *written))
    sys.stdout.writelines(_lines(read, longest, page.width))
    sys.stdout.write("\n" + page.paint("write", "head") + "\n")
    sys.stdout.writelines(_lines(written, longest, page.width))


def _needs(extra: str | None) -> str:
    return f"(needs timeline-db[{extra}])" if extra else ""


def _lines(told: Iterable[tuple[str, str]], longest: int, width: int | None) -> Iterator[str]:
    room = width and width - longest - 4
    indent = longest + 4 if room is None or room >= LEAST else 4
    for name, text in told:
        head, *more = wrapped(text, width and width - indent)
        if indent == 4:
            yield f"  {name}\n    {head}\n"
        else:
            yield f"  {padded(name, longest)}  {head}\n"
        yield from (f"{' ' * indent}{line}\n" for line in more)
