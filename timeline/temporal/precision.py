"""How finely a time is known."""

from __future__ import annotations

from enum import StrEnum


class Precision(StrEnum):
    """The unit to which a time is known, from the finest to the coarsest; `rank` counts from 0 (second).

    `season` also stands for other stretches of several months (the three thirds of a year of EDTF 37–39);
    `millennium` also for whatever is coarser.
    """

    rank: int

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    def __init__(self, _value: str) -> None:
        self.rank = len(type(self).__members__)  # members register after this call, so the count is the position


def coarser(one: Precision, other: Precision) -> Precision:
    """The coarser of two."""
    return one if one.rank >= other.rank else other
