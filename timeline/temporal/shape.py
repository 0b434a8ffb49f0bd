"""Spans that have a name of their own: weeks, decades BCE, and the early, middle and late part of a decade or century.

EDTF has no word for them, so they are intervals of days or years, and are known again by their ends:
`2020-11-09/2020-11-15` (Monday to Sunday) is a week, `-0048/-0039` the 40s BCE, `1990/1993~` the early 1990s.
"""

from __future__ import annotations

from typing import NamedTuple

from timeline.temporal.precision import Precision

PARTS = ("early", "mid", "late")
_CUTS = {Precision.DECADE: ((0, 3), (4, 6), (7, 9)), Precision.CENTURY: ((0, 33), (34, 66), (67, 99))}


class Shape(NamedTuple):
    """What a span is called. (Tuples, here and in the grammar: a dataclass takes 13 times as long to define.)"""

    precision: Precision
    first_year: int = 0
    """Of the whole decade or century."""
    part: str = ""
    """One of `PARTS`, or empty for the whole."""


_WEEK = Shape(Precision.WEEK)


def decade_of(year: int) -> tuple[int, int]:
    """First and last year of a decade, counted from year 1 outward: 1990…1999, but -48…-39 (49–40 BCE)."""
    if year >= 0:
        return year // 10 * 10, year // 10 * 10 + 9
    before = 1 - year  # the year BCE
    return 1 - (before // 10 * 10 + 9), min(1 - before // 10 * 10, 0)


def cut(precision: Precision, first_year: int, part: str) -> tuple[int, int]:
    """First and last year of the early, middle or late part of the decade or century that begins with a year."""
    low, high = _CUTS[precision][PARTS.index(part)]
    return first_year + low, first_year + high


def of_days(first: int, last: int) -> Shape | None:
    """A week, Monday to Sunday, or None."""
    return _WEEK if last - first == 6 and first % 7 == 0 else None


def of_years(first: int, last: int, *, cut: bool) -> Shape | None:
    """A decade that no mask can name, or when cut (the end alone approximate) a part of one or of a century."""
    if cut:
        return _part(first, last)
    if not 0 <= first <= 9999 and (first, last) == decade_of(first):  # a mask names the others: `199X`
        return Shape(Precision.DECADE, first)
    return None


def _part(first: int, last: int) -> Shape | None:
    for precision, cuts in _CUTS.items():
        for part, (low, high) in zip(PARTS, cuts, strict=True):
            whole = first - low
            if last - whole == high and _begins(precision, whole):
                return Shape(precision, whole, part)
    return None


def _begins(precision: Precision, year: int) -> bool:
    """Whether a decade or century begins with that year."""
    if precision is Precision.DECADE:
        return decade_of(year)[0] == year
    return year % 100 == 0 if year >= 0 else year % 100 == 1
