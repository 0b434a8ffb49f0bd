"""The publication date as metadata write it: ISO 8601, RFC 2822, seconds since 1970, or plain words."""

from __future__ import annotations

import re
from email.utils import parsedate

from timeline.errors import InputError
from timeline.model.document import Published
from timeline.temporal.interval import Interval

UNIX_EPOCH = 2440588
"""Julian Day Number of 1970-01-01."""
_ISO = re.compile(r"([0-9]{4})(?:-?([0-9]{2})(?:-?([0-9]{2})(?=$|[T _:+Z]))?)?(?=$|[T _:+Z])")
_SLASHED = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?![0-9])")
_SECONDS = re.compile(r"[0-9]{9,10}(?:\.[0-9]{1,9})?|[0-9]{12,13}")
_LONGEST = 120


def published(text: object, how: str = "metadata") -> Published | None:
    """The date that a metadata field holds, to the day at most; None when it holds none."""
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return None
    written = str(text).strip()[:_LONGEST]
    if not written:
        return None
    try:
        when = _read(written)
    except (InputError, ValueError, OverflowError):
        return None
    return Published(when, how) if when is not None else None


def _read(written: str) -> Interval | None:
    if _SECONDS.fullmatch(written):
        seconds = int(written.partition(".")[0])
        return Interval.of_jdn(
            UNIX_EPOCH + (seconds // 1000 if len(written) > 11 and "." not in written else seconds) // 86400
        )
    found = _ISO.match(written) or _SLASHED.match(written)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        if year and month:
            return Interval.day(year, month, day) if day else Interval.month(year, month)
        return Interval.year(year) if year and written == found[1] else None
    mail = parsedate(written)
    if mail is not None and mail[0] > 0 and mail[1] and mail[2]:
        return Interval.day(mail[0], mail[1], mail[2])
    return _in_words(written)


def _in_words(written: str) -> Interval | None:
    """`November 8, 2021 10:15 am`; only when day, month and year are all told, so that no clock can fill one in."""
    if not re.search(r"[0-9]{4}", written) or not re.search(r"[^\W\d_]{3}|[0-9][/.-][0-9]{1,2}[/.-]", written):
        return None
    from dateparser.date import DateDataParser

    settings = {"REQUIRE_PARTS": ["year", "month"], "TIMEZONE": "UTC", "PREFER_LOCALE_DATE_ORDER": True}
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(written)
    if found.date_obj is None:
        return None
    date = found.date_obj
    return (
        Interval.month(date.year, date.month)
        if found.period == "month"
        else Interval.day(date.year, date.month, date.day)
    )
