"""The options by which events are chosen: `show`, `export`, `digest` and `stats` all take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from timeline.cli.completing import actors, labels, places, sources
from timeline.cli.dates import DATE

if TYPE_CHECKING:
    from collections.abc import Callable

_F = TypeVar("_F", bound="Callable[..., object]")
PRECISIONS = (
    *("second", "minute", "hour", "day", "week", "month", "season", "quarter", "half"),
    *("year", "decade", "century", "millennium"),
)
"""Values of `Precision`, whose module costs more than help and `show` have to spend; a test holds the two equal."""
_STATUSES = ("reported", "planned", "denied", "conditional")

_OPTIONS = (
    click.option("--since", type=DATE, help="What began or went on in or after this time."),
    click.option("--until", type=DATE, help="What began or went on in or before this time."),
    click.option("--on", type=DATE, help="What began or went on in this time: a day, a month, a decade."),
    click.option(
        "--actor",
        shell_complete=actors,
        metavar="NAME",
        help="Who acts or is acted upon; given twice: both.",
        multiple=True,
    ),
    click.option("--place", shell_complete=places, metavar="NAME", help="Where it happened.", multiple=True),
    click.option(
        "--source",
        shell_complete=sources,
        metavar="TEXT",
        help="Told by a document with this in its path, title or publisher.",
        multiple=True,
    ),
    click.option("--match", metavar="WORDS", help="Full-text search in titles and quotes: all of these words."),
    click.option(
        "--grep", metavar="REGEX", help="Regular expression in titles and quotes; small letters match capitals."
    ),
    click.option("--status", type=click.Choice(_STATUSES), help="How it is told.", multiple=True),
    click.option(
        "--precision",
        type=click.Choice(PRECISIONS),
        metavar="UNIT",
        help="Dates known to the day, month, year, decade, …",
        multiple=True,
    ),
    click.option("--disputed", is_flag=True, help="Only where sources contradict each other about the date."),
    click.option("--undated", is_flag=True, help="Only events without a date."),
    click.option(
        "--label",
        shell_complete=labels,
        metavar="LABEL",
        help="What you labelled so; given twice: both.",
        multiple=True,
    ),
    click.option("--starred", is_flag=True, help="Only what you starred."),
    click.option("--hidden", is_flag=True, help="What you hid, and nothing else, whatever its date."),
    click.option("--min-sources", type=click.IntRange(min=1), metavar="N", help="Told by at least so many sources."),
    click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="The first so many."),
    click.option("--top", type=click.IntRange(min=1), metavar="N", help="The so many most told of, in order of time."),
    click.option("-r", "--reverse", is_flag=True, help="Latest first."),
)


def filter_options(command: _F) -> _F:
    """All of them; the command takes them as `**wanted`, which goes to `Timeline` as it is."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
