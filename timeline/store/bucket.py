"""Classes of length, so that "what was under way on this day" reads a short stretch of an index, not all of it.

A happening of class b that was under way on day d began after `d - LENGTHS[b]`: one range per class, however many
decade-long events there are.
"""

from __future__ import annotations

DAY = 0
LENGTHS = (1, 7, 31, 92, 366, 1462, 3653, 36525)
"""Longest length in days of the classes 0 … 7: a day, week, month, quarter, year, four years, decade, century."""
LONG = len(LENGTHS)
"""Longer than a century, or open at an end."""
CLASSES = LONG + 1


def bucket(first_day: int | None, last_day: int | None) -> int | None:
    """The class of a time; one open end counts as endless, two as no date (None)."""
    if first_day is None and last_day is None:
        return None
    if first_day is None or last_day is None:
        return LONG
    length = last_day - first_day + 1
    return next((index for index, longest in enumerate(LENGTHS) if length <= longest), LONG)


def starts(since: int) -> list[int]:
    """For each class but the long one: the first day on which it may have begun and be under way on `since`."""
    return [since - length + 1 for length in LENGTHS]
