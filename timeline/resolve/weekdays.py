"""A weekday told with its day and month tells the year: `Saturday 16 January` is of 2021, not of 2020 or 2022."""

from __future__ import annotations

from timeline.model.expression import Partial, TimeExpression
from timeline.resolve import partial
from timeline.resolve.anchors import Place
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context

_YEARS = 2
"""Years on either side of the date found: of so few no two have a day on one weekday."""
_BESIDE = 400
"""Characters behind a date in which a day may go on from it."""
_WEEK = 7


def in_its_year(meaning: Partial, found: Place, expression: TimeExpression, context: Context) -> Place:
    """What was found, or the same day of the year near it in which it falls on its weekday.

    A day that is found from the day of the writing stays within a year of it, or goes on from the date told before;
    what is over by then stays over.
    """
    make = partial.of_year(meaning)
    if found.when is None or found.when.first_day is None or not _tells(meaning) or make is None:
        return found
    if found.when.calendar_year is None or _fits(meaning, found.when.first_day):
        return found
    for year in _years(found, found.when.calendar_year, expression, context):
        placed = make(year)
        if placed is not None and _may_be(meaning, placed, found.when.first_day, context.day):
            return Place(placed.value, placed.when, found.anchor, "the year in which it falls on that weekday")
    return found


def _years(found: Place, year: int, expression: TimeExpression, context: Context) -> list[int]:
    """The years beside the one found, nearest first; those of the date told last, if it is near."""
    leans_on_text = found.anchor is not None and found.anchor.kind == "mention"
    reach = _YEARS if leans_on_text else 1
    years = [year + sign * step for step in range(1, reach + 1) for sign in (1, -1)]
    last, told = context.last, context.last.when.calendar_year if context.last is not None else None
    if last is not None and told is not None and not leans_on_text and context.is_near(last, expression, _BESIDE):
        years += [told, told + 1]
    return years


def _tells(meaning: Partial) -> bool:
    return meaning.weekday is not None and meaning.month is not None and meaning.day is not None and not meaning.part


def _fits(meaning: Partial, day: int) -> bool:
    return day % _WEEK == meaning.weekday


def _may_be(meaning: Partial, placed: Placed, found: int, written: int | None) -> bool:
    """Whether a day falls on the weekday, and on the side of the writing on which it was found."""
    day = placed.when.first_day or 0
    return _fits(meaning, day) and (written is None or (day > written) == (found > written))
