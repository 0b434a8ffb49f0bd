"""When a claim's happening may have begun, in days: what linking compares."""

from __future__ import annotations

from functools import lru_cache

from timeline.temporal.interval import Interval

Window = tuple[int, int]
FAR = 10**9
"""Stands for an open end; beyond every day that a text can name."""
NEAR = 1
"""Days that two told dates of one happening may lie apart: a report of the morning after."""
SLACK = 3
"""The same, when one date was inherited or inferred."""
SHORT, MONTH = 4, 45
"""Days of the longest window that is as good as a day, as a month; what is coarser than a day gets no slack."""


def window(when: Interval) -> Window:
    """First and last possible day. What has begun and goes on ("since 1991") is placed by its beginning; an approximate
    date reaches half its own length beyond each end.
    """
    first, last = when.first_day, when.last_day
    if first is not None and last is None:
        last = _begun(when.edtf)
    if first is None or last is None:
        return (-FAR if first is None else first, FAR if last is None else last)
    slack = (last - first + 2) // 2 if when.approximate else 0
    return (first - slack, last + slack)


@lru_cache(maxsize=4096)
def _begun(edtf: str) -> int | None:
    """The last day on which what goes on may have begun."""
    return Interval.parse(edtf.partition("/")[0]).last_day


def gap(one: Window, other: Window) -> int:
    """Days between two windows: 0 when they touch or overlap."""
    space = one[0] - other[1] if one[0] > other[0] else other[0] - one[1]
    return space if space > 0 else 0


def length(of: Window) -> int:
    """Days from the first to the last, both counted."""
    return of[1] - of[0] + 1
