"""List what people decided about events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli import console
from timeline.cli.database import chosen, common
from timeline.cli.output import DEFAULT, Output, output_options

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = ("number", "made", "who", "kind", "what", "why", "events")
JSON = ("key", "kind", "payload", "who", "why", "made", "undone")


@click.command()
@output_options
@common
def command(out: Output) -> None:
    """List what people decided about events, in the order in which they decided it.

    `-f json` writes them whole: `timeline import` takes them into another database with the same documents.
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        rows = timeline.decisions()
        length = timeline.store.key_length
    if out.name in ("json", "ndjson"):
        out.write(out.tabulated(JSON, ([row[name] for name in JSON] for row in rows)))
    elif rows or out.name != DEFAULT:
        numbers = {row["key"]: row["number"] for row in rows}
        out.write(out.tabulated(COLUMNS, (_line(row, length, numbers) for row in rows)))
    else:
        console.remark("nothing is decided yet: `timeline review` walks through what needs a look")


def _line(row: Mapping[str, Any], length: int, numbers: Mapping[str, int]) -> list[object]:
    from timeline.store.rulings import mark

    events = " ".join(key[:length] for key in row["events"])
    what = ", ".join(mark(row["payload"], row["kind"]))
    if row["kind"] == "undo":
        what = f"decision {numbers.get(row['payload']['decision'], 'that is not here')}"
    made = (row["made"] or "")[:16].replace("T", " ")
    return [row["number"], made, row["who"], row["kind"], what, row["why"], "undone" if row["undone"] else events]
