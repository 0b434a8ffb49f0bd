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
_LENGTH = re.compile(r"P([0-9]{1,2})([DMWY])")
_WEEK = 7
_YEARS = (Precision.YEAR, Precision.HALF, Precision.QUARTER, Precision.SEASON)
_HOLDS = {"Y": (), "M": _YEARS, "W": (*_YEARS, Precision.MONTH), "D": (*_YEARS, Precision.MONTH, Precision.WEEK)}
"""Of what so many years, months, weeks or days are a part."""


@lru_cache(maxsize=32)
def _closing(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(language.resolve['period_closing'])})\s(?:the )?")


def accounted(mentions: list[TimeMention], text: str, language: Language) -> list[TimeMention]:
    """The mentions, such a length and its date with the range that both tell; the date keeps its own time too."""
    for number in range(len(mentions) - 1):
        one, two = mentions[number], mentions[number + 1]
        gap = text[one.end : two.start] if two.start - one.end <= _WIDEST else ""
        if not gap or one.range is not None or two.range is not None:
            continue
        if isinstance(one.expression.meaning, Length) and two.point is not None:
            if _differs(one, text, language):
                continue
            whole = _told(one, two.point, gap, language)
        elif isinstance(two.expression.meaning, Length) and one.point is not None:
            whole = _from_on(one, two.value, gap, text, language)
        else:
            continue
        if whole is not None:
            mentions[number] = one._replace(kind="span", when=whole, range=Range(whole, one.start, two.end, True))
            mentions[number + 1] = two._replace(range=Range(whole, one.start, two.end, False))
    return mentions


def _differs(one: TimeMention, text: str, language: Language) -> bool:
    """`was put off by two months to 29 November`: by how much, not a stretch."""
    before = text[max(0, one.start - _WIDEST) : one.start].lower().split()
    return before[-1:] in ([word] for word in language.resolve["differing_by"])


def _told(one: TimeMention, other: Interval, gap: str, language: Language) -> Interval | None:
    if _closing(language).fullmatch(gap):
        return _stretch(one.value, other)
    return _part(one, other, language) if gap.strip().lower() in language.resolve["part_of"] else None


def _part(one: TimeMention, whole: Interval, language: Language) -> Interval | None:
    """`the first eight months of this year`: so many units from its beginning, or up to its end."""
    told = _LENGTH.fullmatch(one.value)
    if told is None or whole.first_day is None or whole.last_day is None or whole.precision not in _HOLDS[told[2]]:
        return None
    words, table = set(one.text.lower().split()), language.resolve
    if not words.isdisjoint(table["part_first"]):
        return _units(whole.first_day, int(told[1]), told[2])
    if words.isdisjoint(table["part_last"]):
        return None
    first = _away(whole.last_day + 1, -int(told[1]), told[2])
    return _units(first, int(told[1]), told[2])


def _from_on(one: TimeMention, length: str, gap: str, text: str, language: Language) -> Interval | None:
    """`from Monday for a week`: so long from that day on."""
    told, table = _LENGTH.fullmatch(length), language.resolve
    before = text[max(0, one.start - _WIDEST) : one.start].lower().split()
    if told is None or gap.strip().lower() not in table["lasting_for"]:
        return None
    if before[-1:] not in ([word] for word in table["lasting_from"]):
        return None
    if one.point is None or one.point.first_day is None or one.point.first_day != one.point.last_day:
        return None
    return Interval.days(one.point.first_day, _away(one.point.first_day, int(told[1]), told[2]) - 1)


def _units(first: int, count: int, letter: str) -> Interval | None:
    last = _away(first, count, letter) - 1
    if letter != "M":
        return Interval.days(first, last)
    try:
        return Interval.between(Interval.month(*from_jdn(first)[:2]), Interval.month(*from_jdn(last)[:2]))
    except InputError:
        return None


def _away(day: int, count: int, letter: str) -> int:
    """The day so many days, weeks, months or years on."""
    months = {"M": 1, "Y": 12}.get(letter)
    return day + count * (_WEEK if letter == "W" else 1) if months is None else add_months(day, months * count)


def _stretch(length: str, closing: Interval) -> Interval | None:
    """So many months or weeks up to and with the month or the day that closes them."""
    told = _LENGTH.fullmatch(length)
    if told is None or closing.first_day is None or closing.last_day is None:
        return None
    if closing.precision not in (Precision.MONTH, Precision.DAY):
        return None
    if told[2] == "D":
        return None
    count, after = int(told[1]) * (12 if told[2] == "Y" else 1), closing.last_day + 1
    by_day = closing.precision is Precision.DAY
    if told[2] == "W":
        return Interval.days(after - _WEEK * count, closing.last_day) if by_day else None
    first = add_months(after, -count)
    opening = Interval.of_jdn(first) if by_day else Interval.month(*from_jdn(first)[:2])
    try:
        return Interval.between(opening, closing)
    except InputError:
        return None
