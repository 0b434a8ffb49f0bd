"""Add an event that no document tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from timeline.cli.database import common
from timeline.cli.dates import DATE
from timeline.cli.person import decide, person_options

if TYPE_CHECKING:
    from timeline.temporal.interval import Interval


@click.command()
@click.argument("title", metavar="TEXT", help="What happened, as you would say it.")
@click.option("--date", type=DATE, help="When it happened.")
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Who acted; may be given more than once.")
@click.option("--place", "places", multiple=True, metavar="NAME", help="Where; may be given more than once.")
@click.option("--note", metavar="TEXT", default="", help="A remark, shown with the event.")
@person_options
@common
def command(title: str, date: Interval | None, person: dict[str, Any], **told: Any) -> None:
    """Add an event that no document tells, or not as you know it.

    You are its source: it is linked with what documents tell of the same happening.

    \b
    timeline add-event "The archive was sealed" --date "March 1951" --why "letter of 2 April 1951"
    """
    decide("add", [], person, "added", title=title, date=date, **told)
