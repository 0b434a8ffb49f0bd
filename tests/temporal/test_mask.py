"""Unspecified digits, against trying every day there is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import InputError
from timeline.temporal import ordinal
from timeline.temporal.mask import masked_bounds
from timeline.temporal.precision import Precision

DIGITS = "0123456789X"
YEARS = st.tuples(st.sampled_from(["", "-"]), st.just("00"), st.sampled_from(DIGITS), st.just("X")).map("".join)
MONTHS = st.tuples(st.sampled_from("01X"), st.sampled_from(DIGITS)).map("".join)
DAYS = st.tuples(st.sampled_from("0123X"), st.sampled_from(DIGITS)).map("".join)


def every_day(year: str, month: str, day: str) -> list[int]:
    """All days that fit, by spelling each of two centuries out."""
    pattern = re.compile(f"{year}-{month}-{day}".replace("X", "[0-9]"))
    first, last = (-99, 0) if year.startswith("-") else (0, 99)
    found = []
    for jdn in range(ordinal.to_jdn(first, 1, 1), ordinal.to_jdn(last, 12, 31) + 1):
        number, *rest = ordinal.from_jdn(jdn)
        sign = "-" if year.startswith("-") else ""
        if pattern.fullmatch(f"{sign}{abs(number):04d}-{rest[0]:02d}-{rest[1]:02d}"):
            found.append(jdn)
    return found


@pytest.mark.parametrize("year", ["001X", "00X4", "00XX", "-001X", "-00X4", "-00XX", "-000X"])
@pytest.mark.parametrize("rest", [("02", "29"), ("02", "2X"), ("XX", "31"), ("1X", "3X"), ("X2", "X9"), ("XX", "XX")])
def test_bounds_are_those_of_all_days_that_fit(year: str, rest: tuple[str, str]) -> None:
    days = every_day(year, *rest)
    assert masked_bounds(year, *rest)[:2] == (days[0], days[-1])


@given(YEARS, MONTHS, DAYS)
def test_refused_only_when_nothing_fits(year: str, month: str, day: str) -> None:
    try:
        first, last, _ = masked_bounds(year, month, day)
    except InputError:
        pattern = re.compile(f"{month}-{day}".replace("X", "[0-9]"))
        leap_year = (ordinal.from_jdn(jdn) for jdn in range(*ordinal.year_bounds(2000, 2000)))
        fitting = [rest for _, *rest in leap_year if pattern.fullmatch(f"{rest[0]:02d}-{rest[1]:02d}")]
        assert fitting in ([], [[2, 29]])
    else:
        assert first is not None
        assert last is not None
        assert first <= last


@pytest.mark.parametrize(
    ("date", "precision"),
    [
        (("199X", None, None), Precision.DECADE),
        (("19XX", None, None), Precision.CENTURY),
        (("1XXX", None, None), Precision.MILLENNIUM),
        (("19X5", None, None), Precision.CENTURY),
        (("199X", "12", "25"), Precision.DECADE),
        (("1985", "XX", None), Precision.YEAR),
        (("1985", "XX", "25"), Precision.YEAR),
        (("1985", "04", "XX"), Precision.MONTH),
        (("XXXX", "12", "25"), Precision.MILLENNIUM),
    ],
)
def test_precision_is_what_the_leading_digits_tell(
    date: tuple[str, str | None, str | None], precision: Precision
) -> None:
    assert masked_bounds(*date)[2] is precision
