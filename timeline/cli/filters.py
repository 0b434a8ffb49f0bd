"""The options by which events are chosen: `show`, `export`, `digest`, `stats` and `review` all take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from timeline.cli.completing import actors, labels, places, sources
from timeline.cli.dates import DATE
from timeline.cli.number import Whole
from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_F = TypeVar("_F", bound="Callable[..., object]")
PRECISIONS = (
    *("second", "minute", "hour", "day", "week", "month", "season", "quarter", "half"),
    *("year", "decade", "century", "millennium"),
)
"""Values of `Precision`, whose module costs more than help and `show` have to spend; a test holds the two equal."""
_STATUSES = ("reported", "planned", "denied", "conditional")


def _sought(ctx: click.Context, param: click.Parameter, value: str | tuple[str, ...] | None) -> object:
    """What is sought; a usage error where that is empty, or a broken expression."""
    if value is None or value == ():
        return value
    from timeline.store.filter import Filter

    try:
        Filter.of(**{str(param.name): value})
    except InputError as error:
        raise click.BadParameter(str(error), ctx, param) from None
    return value


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
        callback=_sought,
    ),
    click.option(
        "--place", shell_complete=places, metavar="NAME", help="Where it happened.", multiple=True, callback=_sought
    ),
    click.option(
        "--source",
        shell_complete=sources,
        metavar="TEXT",
        help="Told by a document with this in its path, title or publisher.",
        multiple=True,
        callback=_sought,
    ),
    click.option(
        "--match",
        metavar="WORDS",
        help="Full-text search in titles and quotes: all of these words.",
        callback=_sought,
    ),
    click.option(
        "--grep",
        metavar="REGEX",
        help="Regular expression in titles and quotes; small letters match capitals.",
        callback=_sought,
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
        callback=_sought,
    ),
    click.option("--starred", is_flag=True, help="Only what you starred."),
    click.option("--hidden", is_flag=True, help="What you hid, and nothing else, whatever its date."),
    click.option("--min-sources", type=Whole(min=1), metavar="N", help="Told by at least so many sources."),
    click.option("-n", "--limit", type=Whole(min=1), metavar="N", help="The first so many."),
    click.option("--top", type=Whole(min=1), metavar="N", help="The so many most told of, in order of time."),
    click.option("-r", "--reverse", is_flag=True, help="Latest first."),
)


def filter_options(command: _F) -> _F:
    """All of them; the command takes them as `**wanted`, which goes to `Timeline` as it is."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def nothing(wanted: dict[str, Any], there: int) -> str:
    """What to say where no event matches: what contradicts itself, else what to do next."""
    from timeline.store.filter import Filter

    first, last = Filter.of(**wanted).window
    if first is not None and last is not None and first > last:
        return "no events match; the time that is asked for ends before it begins"
    if wanted["undated"] and (first is not None or last is not None or wanted["precision"] or wanted["disputed"]):
        return "no events match; what is undated lies in no time, is known to no unit, and no sources dispute its date"
    if there:
        return "no events match; leave out an option, or see with `timeline stats` what there is"
    return "no events match; there are none yet: `timeline add PATH` reads documents"
