"""`the three months to September`, `the 13 weeks ended 2 April`: a length and the date that closes it, one stretch."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.errors import InputError
from timeline.languages import Language
from timeline.model.expression import Length
from timeline.model.mention import Range, TimeMention
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import add_months, from_jdn
from timeline.temporal.precision import Precision

_WIDEST = 24
_LENGTH = re.compile(r"P([0-9]{1,2})([MW])")
_WEEK = 7


@lru_cache(maxsize=32)
def _closing(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(language.resolve['period_closing'])})\s(?:the )?")


def accounted(mentions: list[TimeMention], text: str, language: Language) -> list[TimeMention]:
    """The mentions, such a length and its date with the range that both tell; the date keeps its own time too."""
    for number in range(len(mentions) - 1):
        one, two = mentions[number], mentions[number + 1]
        if not isinstance(one.expression.meaning, Length) or two.point is None or two.range is not None:
            continue
        gap = text[one.end : two.start] if two.start - one.end <= _WIDEST else ""
        if gap and _closing(language).fullmatch(gap):
            whole = _stretch(one.value, two.point)
            if whole is not None:
                mentions[number] = one._replace(kind="span", when=whole, range=Range(whole, one.start, two.end, True))
                mentions[number + 1] = two._replace(range=Range(whole, one.start, two.end, False))
    return mentions


def _stretch(length: str, closing: Interval) -> Interval | None:
    """So many months or weeks up to and with the month or the day that closes them."""
    told = _LENGTH.fullmatch(length)
    if told is None or closing.first_day is None or closing.last_day is None:
        return None
    if closing.precision not in (Precision.MONTH, Precision.DAY):
        return None
    count, after = int(told[1]), closing.last_day + 1
    by_day = closing.precision is Precision.DAY
    if told[2] == "W":
        return Interval.days(after - _WEEK * count, closing.last_day) if by_day else None
    first = add_months(after, -count)
    opening = Interval.of_jdn(first) if by_day else Interval.month(*from_jdn(first)[:2])
    try:
        return Interval.between(opening, closing)
    except InputError:
        return None
