"""Show which times a text names, and how each was read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from timeline.cli import console
from timeline.cli.database import common
from timeline.cli.dates import DATE
from timeline.cli.genre import genre_option
from timeline.cli.output import DEFAULT, Output, output_options

if TYPE_CHECKING:
    from timeline.temporal.interval import Interval


@click.command()
@click.argument("text", help="A sentence or more; - is standard input.")
@click.option("--reference", type=DATE, help='The date of the text: what "last week" leans on.')
@genre_option
@click.option("--language", default="en", show_default=True, metavar="CODE", help="The language of the text.")
@output_options
@common
def command(text: str, reference: Interval | None, genre: str, language: str, out: Output) -> None:
    """Show which times a text names, and how each was read: rule, meaning, anchor, reason."""
    from timeline.library import parsing
    from timeline.render.mentions import COLUMNS, explained, row

    text = sys.stdin.read() if text == "-" else text
    found = parsing.explain(text, reference=reference, language=language, genre=genre)
    if out.name == DEFAULT:
        out.write(explained(found.mentions, out.page))
    else:
        out.write(out.tabulated(COLUMNS, map(row, found.mentions)))
    if not found.mentions:
        console.remark("no time expression")
    for miss in found.misses:
        console.remark(f"near miss at {miss.start}: “{miss.text}”: {miss.reason}")
    if genre == "auto" and found.mentions:
        console.remark(f"read as {found.genre}")
