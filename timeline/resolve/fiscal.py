"""Fiscal years: the calendar's, unless the document says when its year ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.pattern import Words
from timeline.resolve import calendar
from timeline.resolve.calendar import Placed
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn

_TOP = 400
"""Characters in which a report says of which year it is."""
_DECEMBER = 12
_FIRST_QUARTER = 33
_WEEK = 7
_DAY_LEAD = 12
_BLANKS = re.compile(r" +")
_DAY_BEFORE = re.compile(r"(?<![0-9])([0-9]{1,2})(?:[a-z]{2})?(?: [a-z]{2})? \Z")
_DAY_BEHIND = re.compile(r" ([0-9]{1,2})(?![0-9])")


@lru_cache(maxsize=64)
def _statement(language: Language) -> re.Pattern[str] | None:
    patterns = language.resolve.get("fiscal_end", ())
    months = language.lexicon.get("month")
    if not patterns or not isinstance(months, Words):
        return None
    return re.compile("|".join(pattern.replace("{month}", f"({months.regex})") for pattern in patterns))


@lru_cache(maxsize=64)
def _closing(language: Language) -> re.Pattern[str] | None:
    """`fiscal third quarter ended June 29`: what closes a quarter of such a year."""
    pattern, months, quarters = (
        language.resolve.get("fiscal_quarter_end"),
        language.lexicon.get("month"),
        language.lexicon.get("quarter"),
    )
    if not pattern or not isinstance(months, Words) or not isinstance(quarters, Words):
        return None
    return re.compile(pattern.replace("{month}", months.regex).replace("{quarter}", quarters.regex))


@lru_cache(maxsize=16)
def end_month(text: str, language: Language) -> int:
    """The month in which the document's fiscal year ends; December when it does not say."""
    small = text.lower()
    closing = _quarter_closed(small, language)
    if closing is not None:
        quarter = int(str(_values(language, "quarter")[_BLANKS.sub(" ", closing["quarter"])])) - _FIRST_QUARTER
        return (_closed(closing, "month", language) + 3 * (3 - quarter) - 1) % 12 + 1
    statement = _statement(language)
    found = statement.search(small) if statement else None
    if found is None:
        return _DECEMBER
    return _closed(found, next(number for number, group in enumerate(found.groups(), 1) if group), language)


def _quarter_closed(small: str, language: Language) -> re.Match[str] | None:
    """Where a text in small letters tells the day that closes a quarter of its fiscal year."""
    closing = _closing(language)
    told = closing.finditer(small) if closing else ()
    names = language.resolve["fiscal_names"]
    return next(
        (one for one in told if one["fiscal"] or one["of"] or any(map(one["quarter"].__contains__, names))), None
    )


def _values(language: Language, name: str) -> Mapping[str, object]:
    words = language.lexicon[name]
    assert isinstance(words, Words)
    return words.values


def _closed(found: re.Match[str], group: int | str, language: Language) -> int:
    """The month of the last day told; `ended July 1` and `ended 3 April` close the month before."""
    month = int(str(_values(language, "month")[found[group]]))
    before = _DAY_BEFORE.search(found.string[max(0, found.start(group) - _DAY_LEAD) : found.start(group)])
    day = before or _DAY_BEHIND.match(found.string, found.end(group))
    return (month - 2) % 12 + 1 if day is not None and int(day[1]) <= _WEEK else month


def fiscal_year(year: int, season: int | None, text: str, language: Language) -> Placed:
    """Fiscal year `year`, or its quarter or half, named after the calendar year in which it ends."""
    end = end_month(text, language)
    if end == _DECEMBER:
        return calendar.season(year, season) if season is not None else calendar.year(year)
    first, months = -(12 - end) + 1, 12
    if season is not None:
        months = 3 if season < 40 else 6
        first += months * (season - (33 if season < 40 else 40))
    start, stop = calendar.month(year, first).when, calendar.month(year, first + months - 1).when
    value = calendar.season(year, season).value if season is not None else calendar.year(year).value
    return Placed(value, Interval.between(start, stop))


@lru_cache(maxsize=16)
def counts_quarters(text: str, language: Language) -> bool:
    """Whether a text says that its quarters are of a year other than the calendar's, or opens as a report of one."""
    if end_month(text, language) == _DECEMBER:
        return False
    closing = _quarter_closed(text[:_TOP].lower(), language)
    if closing is not None:
        return True
    said = re.compile("|".join(language.resolve["fiscal_quarters"])).search(text.lower())
    return said is not None and (said.start() < _TOP or said[0].startswith("quarters"))


def quarter(season: int, day: int, text: str, language: Language, *, ahead: bool) -> Placed | None:
    """A bare quarter of such a year: the last that began before a day, or the first that begins after it."""
    year = from_jdn(day)[0]
    found = [fiscal_year(year + step, season, text, language) for step in (-1, 0, 1, 2)]
    if ahead:
        return next((one for one in found if (one.when.first_day or 0) > day), None)
    return next((one for one in reversed(found) if (one.when.last_day or day) <= day), None)


def in_year_ended(year: int, placed: Placed, text: str, language: Language) -> bool:
    """Whether a date of `the year ended 31 March 2024` lies in it as placed, and not a year too late."""
    end = end_month(text, language)
    return (placed.when.first_day or 0) <= (calendar.month(year, end).when.last_day or 0)
