"""A time as callers may give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from typing import TypeAlias

    from timeline.temporal.interval import Interval

    When: TypeAlias = str | datetime.date | Interval
    """EDTF text, a date, an Interval."""


def interval(when: When) -> Interval:
    """A time as an Interval; a datetime counts as its day."""
    from timeline.temporal.interval import Interval

    if isinstance(when, str):
        return Interval.parse(when)
    return when if isinstance(when, Interval) else Interval.day(when.year, when.month, when.day)
