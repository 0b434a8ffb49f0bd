"""Quarters of a report: `the quarter ended Sept. 30`, `the year-ago quarter`, `the same period last year`."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.pattern import Words
from timeline.model.expression import Partial, Relative, TimeExpression
from timeline.resolve import calendar, partial
from timeline.resolve.anchors import Base, Place, document_of, finished
from timeline.resolve.context import COMPARED, Context
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn

PERIOD = "period"
"""A unit of reports: the quarter they are about, else a year."""
_AHEAD = 40
_QUARTER = 4
_LONGEST = 120
"""Days of an anchor that has a quarter of its own."""


@lru_cache(maxsize=32)
def _closing(language: Language) -> re.Pattern[str] | None:
    months = language.lexicon.get("month")
    if not isinstance(months, Words):
        return None
    words = "|".join(language.resolve["quarter_closing"])
    day = r"(?:[0-3]?[0-9](?:st|nd|rd|th)?(?: of)? )?"
    return re.compile(
        rf"\s(?:{words})\s(?:the )?{day}({months.regex})(?: [0-3]?[0-9](?:st|nd|rd|th)?)?(?:,? ([12][0-9]{{3}}))?"
    )


def quarter_of(meaning: Relative, expression: TimeExpression, context: Context) -> Place:
    """A quarter by the date that closes it, else by the quarter told last, else by the one that ended last."""
    if not meaning.offset and (closed := _closed(expression, context)) is not None:
        return closed
    offset = -_QUARTER if meaning.unit == PERIOD else meaning.offset
    told = context.last_quarter
    if told is not None and meaning.unit == PERIOD and context.year_told > told.expression.start:
        told = None
    if told is not None and (not offset or expression.start - told.expression.end < COMPARED):
        base = Base(told.first_day, told.first_day, told.anchor, told)
        return finished(calendar.unit("quarter", told.first_day, offset), "", expression, base, "")
    document = document_of(context)
    if document is None or document.last - document.first > _LONGEST:
        return Place(expression.value, None)
    if meaning.unit == PERIOD and told is None:
        return finished(calendar.unit("year", document.first, -1), "", expression, document, "")
    return finished(calendar.unit("quarter", document.first, offset - 1), "", expression, document, "")


def _closed(expression: TimeExpression, context: Context) -> Place | None:
    """`the quarter ended Sept. 30`: the calendar's quarter that holds the middle of its three months."""
    closing, text = _closing(context.language), context.text
    found = closing.match(text[expression.end : expression.end + _AHEAD].lower()) if closing else None
    months, document = context.language.lexicon.get("month"), document_of(context)
    if found is None or not isinstance(months, Words):
        return None
    month = int(str(months.values[found[1]]))
    if found[2]:
        end: Interval | None = Interval.month(int(found[2]), month)
    elif document is not None:
        placed = partial.yearly(Partial(month=month), document.first, document.last, partial.PAST)
        end = placed.when if placed else None
    else:
        return None
    if end is None or end.first_day is None:
        return None
    year, last, _ = from_jdn(end.first_day)
    middle = calendar.month(year, last - 1).when.first_day or 0
    return finished(calendar.unit("quarter", middle, 0), "", expression, document, "the quarter that ends so")
