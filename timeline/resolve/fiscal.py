"""Fiscal years: the calendar's, unless the document says when its year ends."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.pattern import Words
from timeline.resolve import calendar
from timeline.resolve.calendar import Placed
from timeline.temporal.interval import Interval


@lru_cache(maxsize=64)
def _statement(language: Language) -> re.Pattern[str] | None:
    patterns = language.resolve.get("fiscal_end", ())
    months = language.lexicon.get("month")
    if not patterns or not isinstance(months, Words):
        return None
    return re.compile("|".join(pattern.replace("{month}", f"({months.regex})") for pattern in patterns))


@lru_cache(maxsize=16)
def _end_month(text: str, language: Language) -> int:
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
    end = _end_month(text, language)
    if end == 12:
        return calendar.season(year, season) if season is not None else calendar.year(year)
    first, months = -(12 - end) + 1, 12
    if season is not None:
        months = 3 if season < 40 else 6
        first += months * (season - (33 if season < 40 else 40))
    start, stop = calendar.month(year, first).when, calendar.month(year, first + months - 1).when
    value = calendar.season(year, season).value if season is not None else calendar.year(year).value
    return Placed(value, Interval.between(start, stop))
