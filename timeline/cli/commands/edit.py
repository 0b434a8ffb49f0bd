"""Give an event your own title, date or note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.database import common
from timeline.cli.dates import DATE
from timeline.cli.naming import one_event
from timeline.cli.person import decide, person_options

if TYPE_CHECKING:
    from timeline.temporal.interval import Interval


@click.command()
@one_event
@click.option("--title", metavar="TEXT", help="What happened; an empty text gives back what the sources say.")
@click.option("--date", type=DATE, help="When; a dispute about it is settled by that.")
@click.option("--note", metavar="TEXT", help="A remark, shown with the event; an empty text takes it away.")
@person_options
@common
def command(key: str, title: str | None, date: Interval | None, note: str | None, person: dict[str, Any]) -> None:
    """Give an event your own title, date or note. What the sources say stays as it is beneath."""
    told = {name: value for name, value in (("title", title), ("date", date), ("note", note)) if value is not None}
    if not told:
        raise click.UsageError("Say what to change: --title, --date or --note.")
    decide("edit", [key], person, "edited", **told)
