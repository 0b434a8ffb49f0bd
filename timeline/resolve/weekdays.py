"""Weekdays that say more: `Saturday 16 January` is of 2021, not 2020; `on the Friday`, of the day told last."""

from __future__ import annotations

from timeline.model.expression import Partial, TimeExpression
from timeline.resolve import partial
from timeline.resolve.anchors import Place
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context
from timeline.resolve.tense import tense

_YEARS = 2
"""Years on either side of the date found: of so few no two have a day on one weekday."""
_BESIDE = 400
"""Characters behind a date in which a day may go on from it."""
_LEAD = 12
_WEEK = 7


def of_the_week(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """`They came on 19 May, and by the Thursday it was done`: the first such day from the one told before."""
    told, language = context.last_day, context.language
    if told is None or meaning.day is not None or meaning.pick is not None or meaning.part:
        return None
    before = context.text[max(0, expression.start - _LEAD) : expression.start].lower().split()
    article = expression.text.split(None, 1)[0].lower() in language.resolve["the"]
    if not article or not before or before[-1] not in language.resolve["definite_weekday"]:
        return None
    if not context.is_near(told, expression, _BESIDE):
        return None
    placed = partial.weekday(meaning.weekday or 0, told.first_day, partial.ONWARD)
    day = placed.when.first_day or 0
    if context.day is not None and context.day < day and not _to_come(told.first_day, expression, context):
        return None
    return Place(placed.value, placed.when, told.anchor, "on from the day told before")


def _to_come(told: int, expression: TimeExpression, context: Context) -> bool:
    """`We sail on 12 July and on the Friday we shall be in Vik`: told of days ahead, as such."""
    ahead = told > (context.day or 0)
    return ahead and tense(context.text, expression.start, expression.end, context.language) >= 0


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
    for last in (context.last, context.last_month) if not leans_on_text else ():
        if last is not None and last.when.calendar_year is not None and context.is_near(last, expression, _BESIDE):
            years += [last.when.calendar_year, last.when.calendar_year + 1]
    return years


def _tells(meaning: Partial) -> bool:
    return meaning.weekday is not None and meaning.month is not None and meaning.day is not None and not meaning.part


def _fits(meaning: Partial, day: int) -> bool:
    return day % _WEEK == meaning.weekday


def _may_be(meaning: Partial, placed: Placed, found: int, written: int | None) -> bool:
    """Whether a day falls on the weekday, and on the side of the writing on which it was found."""
    day = placed.when.first_day or 0
    return _fits(meaning, day) and (written is None or (day > written) == (found > written))
