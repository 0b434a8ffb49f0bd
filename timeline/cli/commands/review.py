"""Walk through what needs a look, one key each."""

from __future__ import annotations

import sys
from typing import Any

import click

from timeline.cli import console
from timeline.cli.cases import KINDS
from timeline.cli.database import chosen, common
from timeline.cli.filters import filter_options
from timeline.cli.naming import saved_query
from timeline.cli.person import person as at_this_moment
from timeline.cli.person import person_options
from timeline.cli.recall import recall


@click.command()
@saved_query
@click.option(
    "--only", type=click.Choice(KINDS), multiple=True, help="Disputed dates, near merges or inferred dates alone."
)
@filter_options
@person_options
@common
def command(named: str | None, only: tuple[str, ...], person: dict[str, Any], **wanted: Any) -> None:
    """Walk through what needs a look, one key each: accept, split, merge, hide, skip, back.

    First dates that sources dispute, then pairs of events that may be one, then dates that no source tells. Every
    decision is kept at once; q ends. Keys may come from a pipe as well.
    """
    from timeline import library
    from timeline.cli.cases import cases
    from timeline.cli.keys import keys
    from timeline.cli.walk import Walk

    with library.open(chosen(), create=False) as timeline:
        found = cases(timeline, only or KINDS, **recall(timeline, named, wanted))
        if not found:
            console.remark("nothing needs a look")
            return
        walk = Walk(timeline, found, lambda: _now(person), console.page(), sys.stdout.write)
        walk.go(keys())
        if timeline.store.stale:
            timeline.link()
    console.remark(f"{walk.made} decided of {len(found)} (`timeline decisions` lists them, `timeline undo` takes back)")


def _now(told: dict[str, Any]) -> dict[str, Any]:
    """The same person, at this moment."""
    return at_this_moment(told["who"], told["why"])
