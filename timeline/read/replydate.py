"""The date of what a message quotes, as mail programs of many countries write it."""

from __future__ import annotations

import re

from timeline.errors import InputError
from timeline.model.document import Published
from timeline.read.published import published
from timeline.temporal.interval import Interval

_NUMBERS = re.compile(r"[^0-9]{0,16}([0-9]{1,2})([./-])([0-9]{1,2})\2((?:19|20)?[0-9]{2})(?![0-9])")
_DAY = re.compile(r"[0-9]{1,2}\.? .{0,30}?[0-9]{4}(?![0-9])")


def reply_date(told: str, language: str, answered: Published | None) -> Published | None:
    """The day that an announcement tells; None where it tells none that can be read.

    `3/4/20` is the day, of the two that it may be, that lies next before the answer, whose date is `answered`.
    """
    numbers = _NUMBERS.match(told)
    if numbers is not None:
        return _of_numbers(numbers, answered)
    return published(told) or (_in_words(told, language) if language != "en" else None)


def _of_numbers(numbers: re.Match[str], answered: Published | None) -> Published | None:
    one, mark, two, year = numbers.groups()
    full = int(year) + (2000 if len(year) == 2 else 0)
    days = [when for month, day in ((two, one), (one, two)) if (when := _day(full, int(month), int(day))) is not None]
    if mark == "." or not days:
        return Published(days[0], "metadata") if days else None
    latest = answered.when.last_day if answered is not None else None
    if latest is None:
        return Published(days[-1], "metadata")
    return Published(min(days, key=lambda when: _distance(when, latest)), "metadata")


def _distance(when: Interval, latest: int) -> tuple[bool, int]:
    gap = latest - (when.first_day or 0)
    return gap < -1, abs(gap)  # a day ahead: it was sent from where the day begins earlier


def _day(year: int, month: int, day: int) -> Interval | None:
    try:
        return Interval.day(year, month, day)
    except InputError:
        return None


def _in_words(told: str, language: str) -> Published | None:
    """`mar. 3 mars 2020`: by dateparser, since other languages may have no rules of ours yet."""
    day = _DAY.search(told)
    if day is None:
        return None
    from dateparser.date import DateDataParser

    found = DateDataParser(languages=[language], settings={"REQUIRE_PARTS": ["year", "month", "day"]})
    date = found.get_date_data(day.group()).date_obj
    return Published(Interval.day(date.year, date.month, date.day), "metadata") if date else None
