"""Count what there is: over time, by actor, place, source and precision."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from timeline.cli import console
from timeline.cli.database import chosen, common
from timeline.cli.database import named as database
from timeline.cli.filters import filter_options, nothing
from timeline.cli.naming import saved_query
from timeline.cli.output import DEFAULT, Output, output_options
from timeline.cli.recall import recall
from timeline.render.number import counted


@click.command()
@saved_query
@filter_options
@output_options
@common
def command(named: str | None, out: Output, **wanted: Any) -> None:
    """Count what there is: over time, by actor, place, source and precision; filters say of which events."""
    from timeline import library
    from timeline.render.statistics import COLUMNS, rows, tallied, told

    with library.open(chosen(), create=False) as timeline:
        wanted = recall(timeline, named, wanted)
        counts = tallied(timeline.rows(**wanted | {"undated": wanted["undated"] or None}))
        counts["problem"] = Counter(f"{one.severity}: {one.code}" for one in timeline.store.problems())
        totals = timeline.store.counts()
    out.write(told(counts, out.page) if out.name == DEFAULT else out.tabulated(COLUMNS, rows(counts)))
    if not counts["status"]:
        console.remark(nothing(wanted, totals["events"]))
    told_all = [counted(totals[f"{noun}s"], noun) for noun in ("document", "claim", "event", "problem")]
    console.remark(f"{' · '.join(told_all)}   {database()}")
