"""A time as callers may give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    import datetime
    from typing import TypeAlias

    from timeline.temporal.interval import Interval

    When: TypeAlias = str | int | datetime.date | Interval
    """EDTF text, a year, a date, an Interval."""


def interval(when: When) -> Interval:
    """A time as an Interval; a datetime counts as its day. InputError for what is none."""
    from timeline.temporal.interval import Interval

    if isinstance(when, Interval):
        return when
    if isinstance(when, str):
        return Interval.parse(when)
    if isinstance(when, int):
        return Interval.year(when)
    try:
        return Interval.day(when.year, when.month, when.day)
    except AttributeError:
        raise InputError(f"a time is EDTF text, a year, a date or an Interval, not {type(when).__name__}") from None
