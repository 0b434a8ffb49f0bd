"""The dates that mattered most, each with its best sentences."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli import console
from timeline.cli.database import chosen, common
from timeline.cli.filters import filter_options, nothing
from timeline.cli.naming import saved_query
from timeline.cli.number import Whole
from timeline.cli.output import DEFAULT, Output, output_options
from timeline.cli.recall import recall


@click.command()
@saved_query
@filter_options
@click.option(
    "--sentences", type=Whole(1, 9), default=2, show_default=True, metavar="N", help="At most so many a date."
)
@output_options
@common
def command(named: str | None, sentences: int, out: Output, **wanted: Any) -> None:
    """The dates that mattered most, each with its best sentences; -n says how many dates (10).

    What is told by many documents, again and again, and long after, mattered.
    """
    from timeline import library
    from timeline.render.highlights import COLUMNS, rows, told

    with library.open(chosen(), create=False) as timeline:
        wanted = recall(timeline, named, wanted)
        found = timeline.digest(wanted.pop("limit") or 10, sentences=sentences, **wanted)
        documents = timeline.store.facts()
        there = 1 if found else timeline.store.counts()["events"]
    if out.name == DEFAULT:
        out.write(told(found, documents, out.page))
    else:
        out.write(out.tabulated(COLUMNS, rows(found, documents)))
    if not found:
        console.remark(nothing(wanted, there))
