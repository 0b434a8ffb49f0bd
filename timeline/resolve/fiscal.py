"""Fiscal years: the calendar's, unless the document says when its year ends."""

from __future__ import annotations

import re
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


@lru_cache(maxsize=64)
def _statement(language: Language) -> re.Pattern[str] | None:
    patterns = language.resolve.get("fiscal_end", ())
    months = language.lexicon.get("month")
    if not patterns or not isinstance(months, Words):
        return None
    return re.compile("|".join(pattern.replace("{month}", f"({months.regex})") for pattern in patterns))


@lru_cache(maxsize=16)
def end_month(text: str, language: Language) -> int:
    """The month in which the document's fiscal year ends; December when it does not say."""
    statement = _statement(language)
    found = statement.search(text.lower()) if statement else None
    months = language.lexicon.get("month")
    if found is None or not isinstance(months, Words):
        return 12
    word = next(group for group in found.groups() if group)
    return int(str(months.values[word]))


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
