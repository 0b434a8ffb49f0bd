"""The TIMEX3 value of a date that is one unit of the calendar, or the early, middle or late part of one."""

from __future__ import annotations

from timeline.model import timex
from timeline.resolve.calendar import value_of
from timeline.temporal import shape
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_MODS = {"early": "START", "mid": "MID", "late": "END"}


def value_and_mod(when: Interval, clock: str | None = None) -> tuple[str, str] | None:
    """`("199", "START")` for the early 1990s, `("1994", "APPROX")` for `1994~`; None for any other span of time."""
    first, last = when.first_day, when.last_day
    if first is None or last is None:
        return None
    (first_year, *_), (last_year, *_) = from_jdn(first), from_jdn(last)
    part = shape.of_years(first_year, last_year, cut=True) if when.approximate and "/" in when.edtf else None
    if part is not None and part.part and first_year > 0:
        return _value(Interval.at(first, part.precision)), _MODS[part.part]
    mod = "APPROX" if when.approximate else ""
    if when.precision.rank < Precision.DAY.rank or clock:
        return f"{timex.day(*from_jdn(first))}T{clock or when.clock}", mod
    unit = Interval.at(first, when.precision)
    is_whole = (unit.first_day, unit.last_day) == (first, last)
    is_nameless = first_year <= 0 and when.precision.rank > Precision.YEAR.rank  # no TIMEX3 for decades BCE and more
    return None if is_nameless or not is_whole else (_value(unit), mod)


def _value(unit: Interval) -> str:
    assert unit.first_day is not None
    year, *_ = from_jdn(unit.first_day)
    if unit.precision is Precision.MILLENNIUM:
        return timex.year(year)[:1]
    return value_of(unit.first_day, unit.precision)
