"""The dates that mattered most, each with its best sentences."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli.database import chosen, common
from timeline.cli.filters import filter_options
from timeline.cli.output import DEFAULT, Output, output_options


@click.command()
@filter_options
@click.option(
    "--sentences", type=click.IntRange(1, 9), default=2, show_default=True, metavar="N", help="At most so many a date."
)
@output_options
@common
def command(sentences: int, out: Output, limit: int | None, **wanted: Any) -> None:
    """The dates that mattered most, each with its best sentences; -n says how many dates (10).

    What is told by many documents, again and again, and long after, mattered.
    """
    from timeline import library
    from timeline.render.highlights import COLUMNS, rows, told

    with library.open(chosen(), create=False) as timeline:
        found = timeline.digest(limit or 10, sentences=sentences, **wanted)
        documents = timeline.store.facts()
    if out.name == DEFAULT:
        out.write(told(found, documents, out.page))
    else:
        out.write(out.tabulated(COLUMNS, rows(found, documents)))
