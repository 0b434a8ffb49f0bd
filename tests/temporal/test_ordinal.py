"""Day numbers: against the standard library where it reaches, against plain arithmetic beyond."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import ordinal

DAY_ZERO = 1721425
"""The Julian Day Number of the day before 0001-01-01, the first day of `datetime`."""
JDNS = st.integers(-(10**15), 10**15)
YEARS = st.integers(-(10**12), 10**12)


@given(st.dates())
def test_standard_library_agrees(date: datetime.date) -> None:
    jdn = ordinal.to_jdn(date.year, date.month, date.day)
    assert jdn == date.toordinal() + DAY_ZERO
    assert ordinal.from_jdn(jdn) == (date.year, date.month, date.day)
    assert ordinal.weekday(jdn) == date.weekday()
    assert ordinal.iso_week(jdn) == date.isocalendar()[:2]
    assert ordinal.from_iso_week(*date.isocalendar()) == jdn


def test_every_day_of_four_centuries() -> None:
    jdn = ordinal.to_jdn(-400, 3, 1)
    for year in range(-400, 0):
        for month in (*range(3, 13), 1, 2):
            of = year + (month < 3)
            for day in range(1, ordinal.days_in_month(of, month) + 1):
                assert ordinal.from_jdn(jdn) == (of, month, day)
                assert ordinal.to_jdn(of, month, day) == jdn
                jdn += 1


@given(JDNS)
def test_inverse_for_any_day(jdn: int) -> None:
    year, month, day = ordinal.from_jdn(jdn)
    assert 1 <= month <= 12
    assert 1 <= day <= ordinal.days_in_month(year, month)
    assert ordinal.to_jdn(year, month, day) == jdn


@given(YEARS, st.integers(1, 12), st.integers(1, 28))
def test_calendar_repeats_after_400_years(year: int, month: int, day: int) -> None:
    assert ordinal.to_jdn(year + 400, month, day) - ordinal.to_jdn(year, month, day) == 146097
    assert 146097 % 7 == 0


@pytest.mark.parametrize(
    ("date", "jdn"),
    [
        ((2000, 1, 1), 2451545),
        ((1858, 11, 17), 2400001),
        ((1970, 1, 1), 2440588),
        ((1, 1, 1), DAY_ZERO + 1),
        ((0, 3, 1), 1721120),
        ((-4713, 11, 24), 0),
        ((-4713, 11, 23), -1),
    ],
)
def test_known_days(date: tuple[int, int, int], jdn: int) -> None:
    assert ordinal.to_jdn(*date) == jdn
    assert ordinal.from_jdn(jdn) == date


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1582, 10, 5), (1582, 10, 15)),
        ((1582, 10, 4), (1582, 10, 14)),
        ((1917, 10, 25), (1917, 11, 7)),
        ((1752, 9, 3), (1752, 9, 14)),
        ((1500, 2, 29), (1500, 3, 10)),
        ((1066, 10, 14), (1066, 10, 20)),
        ((-43, 3, 15), (-43, 3, 13)),
        ((-4712, 1, 1), (-4713, 11, 24)),
    ],
)
def test_julian_calendar(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert ordinal.from_jdn(ordinal.julian_to_jdn(*julian)) == gregorian


@pytest.mark.parametrize(
    ("year", "leap"), [(2000, True), (1900, False), (2024, True), (2023, False), (0, True), (-4, True), (-100, False)]
)
def test_leap_years(year: int, leap: bool) -> None:
    assert ordinal.is_leap(year) is leap
    assert ordinal.days_in_month(year, 2) == (29 if leap else 28)
    first, last = ordinal.year_bounds(year, year)
    assert last - first + 1 == (366 if leap else 365)


@pytest.mark.parametrize(
    ("date", "months", "later"),
    [
        ((2021, 1, 31), 1, (2021, 2, 28)),
        ((2020, 1, 31), 1, (2020, 2, 29)),
        ((2020, 11, 10), 2, (2021, 1, 10)),
        ((2020, 3, 31), -1, (2020, 2, 29)),
        ((2020, 2, 29), -12, (2019, 2, 28)),
        ((1, 1, 15), -1, (0, 12, 15)),
        ((0, 1, 15), -13, (-2, 12, 15)),
        ((9999, 12, 31), 2, (10000, 2, 29)),
    ],
)
def test_add_months(date: tuple[int, int, int], months: int, later: tuple[int, int, int]) -> None:
    assert ordinal.from_jdn(ordinal.add_months(ordinal.to_jdn(*date), months)) == later


@given(JDNS, st.integers(-100_000, 100_000))
def test_adding_months_counts_months(jdn: int, months: int) -> None:
    year, month, day = ordinal.from_jdn(jdn)
    to_year, to_month, to_day = ordinal.from_jdn(ordinal.add_months(jdn, months))
    assert (to_year - year) * 12 + to_month - month == months
    assert to_day == day or (to_day < day and to_day == ordinal.days_in_month(to_year, to_month))


@given(st.integers(-(10**6), 10**6), st.integers(1, 12), st.integers(1, 40))
def test_month_bounds_join(year: int, month: int, months: int) -> None:
    first, last = ordinal.month_bounds(year, month, months)
    assert ordinal.add_months(first, months) == last + 1


@pytest.mark.parametrize(
    ("jdn", "week"),
    [((2021, 1, 3), (2020, 53)), ((2021, 1, 4), (2021, 1)), ((2018, 12, 31), (2019, 1)), ((0, 1, 1), (-1, 52))],
)
def test_iso_weeks(jdn: tuple[int, int, int], week: tuple[int, int]) -> None:
    assert ordinal.iso_week(ordinal.to_jdn(*jdn)) == week


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        *[(1583, 4, 10), (1818, 3, 22), (1916, 4, 23), (1943, 4, 25), (1954, 4, 18), (1981, 4, 19), (2000, 4, 23)],
        *[(2019, 4, 21), (2020, 4, 12), (2021, 4, 4), (2024, 3, 31), (2038, 4, 25), (2076, 4, 19), (2285, 3, 22)],
    ],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert ordinal.from_jdn(ordinal.easter(year)) == (year, month, day)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2019, 4, 28), (2020, 4, 19), (2021, 5, 2), (2024, 5, 5), (2017, 4, 16)]
)
def test_orthodox_easter(year: int, month: int, day: int) -> None:
    assert ordinal.from_jdn(ordinal.orthodox_easter(year)) == (year, month, day)


@given(YEARS)
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert ordinal.weekday(ordinal.easter(year)) == 6
    assert ordinal.weekday(ordinal.orthodox_easter(year)) == 6
    assert ordinal.to_jdn(year, 3, 22) <= ordinal.easter(year) <= ordinal.to_jdn(year, 4, 25)
