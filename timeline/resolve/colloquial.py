"""Posts and chats: their TIMEX3 values mark what was left open, as the annotators of such corpora do."""

from __future__ import annotations

import re

from timeline.model.expression import Partial, TimeExpression
from timeline.model.mention import TimeMention
from timeline.temporal.ordinal import from_jdn

_YEAR = re.compile(r"[0-9]{4}\Z")
_WEEK = re.compile(r"([0-9]{4})-(W[0-9]{2})\Z")


def posted(expression: TimeExpression, mention: TimeMention) -> str:
    """`2014-XX-XX` for a year alone, `2014-10-17-WXX-5` for a weekday, `2014-10-W42` for a week."""
    value, when = mention.value, mention.point
    if when is None or when.first_day is None:
        return value
    if _YEAR.match(value):
        return f"{value}-XX-XX"
    if week := _WEEK.match(value):
        return f"{week[1]}-{from_jdn(when.last_day or when.first_day)[1]:02d}-{week[2]}"
    meaning = expression.day
    if isinstance(meaning, Partial) and meaning.weekday is not None and meaning.month is None:
        day, mark, clock = value.partition("T")
        return f"{day}-WXX-{meaning.weekday + 1}{mark}{clock}"
    return value
