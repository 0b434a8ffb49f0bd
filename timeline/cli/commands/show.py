"""Show what happened, in order of time."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from timeline.cli import console
from timeline.cli.database import chosen, common
from timeline.cli.filters import filter_options, nothing
from timeline.cli.naming import saved_query
from timeline.cli.number import Whole
from timeline.cli.output import DEFAULT, Output, output_options
from timeline.cli.recall import recall

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.library import Timeline
    from timeline.render.page import Row


@click.command()
@saved_query
@filter_options
@click.option("--save", metavar="NAME", help="Keep these options as @NAME, and as a view of that name for SQL.")
@click.option("-v", "--verbose", is_flag=True, help="The quotes too, with their date words marked.")
@click.option("--context", type=Whole(min=1), metavar="N", help="As -v, and N sentences before and after each quote.")
@output_options
@common
def command(
    named: str | None, save: str | None, verbose: bool, context: int | None, out: Output, **wanted: Any
) -> None:
    """Show what happened, in order of time.

    A date can be EDTF, 1994, "March 2004", "44 BC" or "two weeks ago". With --since or --on, what had begun earlier and
    still went on, or may have, stands in a block of its own at the end. The first column is enough for `timeline
    event`. @NAME is a saved query: `timeline queries` lists them.
    """
    from timeline import library

    if context and out.name != DEFAULT:
        raise click.UsageError("--context goes with the page, not with a format; the text of documents is in SQL.")
    with library.open(chosen(), create=False) as timeline:
        wanted = recall(timeline, named, wanted)
        if save is not None and not timeline.store.saved.save(save.removeprefix("@"), wanted):
            console.remark(
                f"saved as @{save.removeprefix('@')}; it has no view, for SQL knows no --grep and no --hidden"
            )
        events = in_blocks(timeline, wanted) if out.name == DEFAULT else timeline.rows(**wanted)
        if context:
            from timeline.library.around import widened

            events = widened(events, timeline.store, context)
        first = next(events, None)
        page = out.page._replace(
            since=opens(wanted), verbose=verbose or bool(context), key_length=timeline.store.key_length
        )
        out.write(out.format.render(events if first is None else chain((first,), events), page))
        there = 1 if first is not None else timeline.store.counts()["events"]
        stale = timeline.store.stale
        undated = (
            0 if wanted["undated"] or wanted["hidden"] else timeline.count(**wanted | _NO_WINDOW | {"undated": True})
        )
    if first is None and not (stale and not there):
        console.remark(nothing(wanted, there))
    if stale:
        console.remark(_STALE)
    if undated:
        console.remark(f"{undated} more without a date (--undated shows them)")


_STALE = "documents or decisions have come or gone since the events were made: `timeline link` makes them anew"
_NO_WINDOW = {"since": None, "until": None, "on": None}


def opens(wanted: dict[str, Any]) -> int | None:
    """The first day of the window that was asked for."""
    days = [wanted[name].first_day for name in ("since", "on") if wanted[name] is not None]
    return max((day for day in days if day is not None), default=None)


def in_blocks(timeline: Timeline, wanted: dict[str, Any]) -> Iterator[Row]:
    """What begins in the window, then what was already under way; a limit holds for each by itself."""
    if opens(wanted) is None or wanted["top"] or wanted["undated"] or wanted["hidden"]:
        return timeline.rows(**wanted)
    return chain(timeline.rows(**wanted, part="begins"), timeline.rows(**wanted, part="under way"))
