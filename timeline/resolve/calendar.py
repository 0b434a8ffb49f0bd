"""Calendar units around a day, with their TIMEX3 values; kept, because the same days come again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.model import timex
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import days_in_month, from_jdn, iso_week, to_jdn
from timeline.temporal.precision import Precision


class Placed(NamedTuple):
    """A place in time and its TIMEX3 value."""

    value: str
    when: Interval


@lru_cache(8192)
def day(jdn: int) -> Placed:
    """A day."""
    return Placed(timex.day(*from_jdn(jdn)), Interval.of_jdn(jdn))


@lru_cache(2048)
def month(year: int, number: int) -> Placed:
    """A month; `number` may lie outside 1 … 12 and then counts into the years around."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Placed(timex.month(year, number), Interval.month(year, number))


@lru_cache(2048)
def year(number: int) -> Placed:
    """A year."""
    return Placed(timex.year(number), Interval.year(number))


@lru_cache(2048)
def season(year: int, code: int) -> Placed:
    """A season, quarter or half of a year, by EDTF's code."""
    return Placed(timex.season(year, code), Interval.season(year, code))


@lru_cache(2048)
def week(jdn: int) -> Placed:
    """The week that holds a day."""
    return Placed(timex.week(*iso_week(jdn)), Interval.week(jdn))


def weekend(jdn: int) -> Placed:
    """Saturday and Sunday of the week that holds a day."""
    saturday = jdn - jdn % 7 + 5
    return Placed(timex.week(*iso_week(jdn)) + "-WE", Interval.days(saturday, saturday + 1))


def decade(of_year: int) -> Placed:
    """The decade that holds a year."""
    return Placed(timex.decade(of_year // 10 * 10) if of_year > 0 else "XXX", Interval.decade(of_year))


def century(of_year: int) -> Placed:
    """The century that holds a year."""
    number = of_year // 100 + 1 if of_year >= 0 else -((-of_year) // 100 + 1)
    return Placed(timex.century(number), Interval.century(number))


def unit(name: str, jdn: int, offset: int) -> Placed | None:
    """The unit so many units after the one that holds a day; None for a unit of no calendar."""
    y, m, _ = from_jdn(jdn)
    if name in ("day", "night"):
        return day(jdn + offset)
    if name == "month":
        return month(y, m + offset)
    if name == "year":
        return year(y + offset)
    if name in ("week", "fortnight"):
        return week(jdn + 7 * offset)
    if name == "weekend":
        return weekend(jdn + 7 * offset)
    if name in ("quarter", "half"):
        per_year, first = (4, 33) if name == "quarter" else (2, 40)
        number = y * per_year + (m - 1) * per_year // 12 + offset
        return season(number // per_year, first + number % per_year)
    if name == "season":
        number = y * 4 + (m // 3 - 1) + offset
        return season(number // 4, 21 + number % 4)
    if name == "decade":
        return decade(y + 10 * offset)
    return century(y + 100 * offset) if name == "century" else None


@lru_cache(8192)
def value_of(first_day: int, precision: Precision) -> str:
    """TIMEX3 of the unit of some precision that begins on a day."""
    y, m, d = from_jdn(first_day)
    match precision:
        case Precision.YEAR:
            return timex.year(y)
        case Precision.MONTH:
            return timex.month(y, m)
        case Precision.WEEK:
            return timex.week(*iso_week(first_day))
        case Precision.QUARTER:
            return timex.season(y, 33 + (m - 1) // 3)
        case Precision.HALF:
            return timex.season(y, 40 + (m - 1) // 6)
        case Precision.SEASON:
            return timex.season(y, 20 + m // 3)
        case Precision.DECADE:
            return timex.decade(y // 10 * 10) if y > 0 else timex.year(y)
        case Precision.CENTURY:
            return century(y).value
        case _:
            return timex.day(y, m, d)


def same_day(year: int, month_number: int, day_number: int) -> int | None:
    """The day's number, or None where the month is shorter."""
    if day_number > days_in_month(year, month_number):
        return None
    return to_jdn(year, month_number, day_number)
