"""Days as integers: Julian Day Numbers in the proleptic Gregorian calendar, for any year.

Years are astronomical, as in ISO 8601 and EDTF: 0 is 1 BCE, -43 is 44 BCE. A Julian Day Number here is the number
that SQLite's `julianday` gives for noon of that day, so `date(jdn)` in SQL gives it back. Nothing is checked: callers
hand in months 1–12 and days that the month has (`days_in_month`).

The conversions count from a 1 March, so that the leap day ends the year, and divide by flooring, so that they hold
before year 0 as well (after E. G. Richards, Explanatory Supplement to the Astronomical Almanac, 3rd ed., 15.11).
"""

from __future__ import annotations

_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether a Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month]


def to_jdn(year: int, month: int, day: int) -> int:
    """The Julian Day Number of a Gregorian date: `to_jdn(2000, 1, 1)` is 2451545."""
    before_march = month < 3
    y = year + 4799 if before_march else year + 4800
    m = month + 9 if before_march else month - 3
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - y // 100 + y // 400 - 32045


def from_jdn(jdn: int) -> tuple[int, int, int]:
    """The Gregorian (year, month, day) of a Julian Day Number; inverse of `to_jdn`."""
    since = jdn + 32044
    century = (4 * since + 3) // 146097
    since -= 146097 * century // 4
    year = (4 * since + 3) // 1461
    since -= 1461 * year // 4
    m = (5 * since + 2) // 153
    late = m // 10
    return 100 * century + year - 4800 + late, m + 3 - 12 * late, since - (153 * m + 2) // 5 + 1


def year_bounds(first: int, last: int) -> tuple[int, int]:
    """First day of the one year and last day of the other."""
    return to_jdn(first, 1, 1), to_jdn(last + 1, 1, 1) - 1


def month_bounds(year: int, month: int, months: int = 1) -> tuple[int, int]:
    """First and last day of so many months from a month on; they may reach into the next year."""
    after = month + months - 1
    return to_jdn(year, month, 1), to_jdn(year + after // 12, after % 12 + 1, 1) - 1


def julian_to_jdn(year: int, month: int, day: int) -> int:
    """The Julian Day Number of a date of the Julian calendar (years astronomical too): 1582-10-05 → 2299161."""
    before_march = month < 3
    y = year + 4799 if before_march else year + 4800
    m = month + 9 if before_march else month - 3
    return day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083


def weekday(jdn: int) -> int:
    """0 (Monday) to 6 (Sunday)."""
    return jdn % 7


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> int | None:
    """The `nth` (-1 = the last) of some weekday (0 = Monday) of a month; None where it has no fifth."""
    first, length = to_jdn(year, month, 1), days_in_month(year, month)
    if nth < 0:
        last = first + length - 1
        return last - (last - weekday) % 7
    day = first + (weekday - first) % 7 + 7 * (nth - 1)
    return day if first <= day < first + length else None


def add_months(jdn: int, months: int) -> int:
    """The same day so many months later (earlier when negative); 31 January and one month is the last of February."""
    year, month, day = from_jdn(jdn)
    later = year * 12 + month - 1 + months
    year, month = later // 12, later % 12 + 1
    return to_jdn(year, month, min(day, days_in_month(year, month)))


def iso_week(jdn: int) -> tuple[int, int]:
    """(year, week 1–53) by ISO 8601: a week belongs to the year of its Thursday."""
    thursday = jdn - jdn % 7 + 3
    year = from_jdn(thursday)[0]
    return year, (thursday - to_jdn(year, 1, 1)) // 7 + 1


def from_iso_week(year: int, week: int, day: int = 1) -> int:
    """The day (1 = Monday … 7 = Sunday) of an ISO 8601 week; week 1 holds 4 January."""
    fourth = to_jdn(year, 1, 4)
    return fourth - fourth % 7 + 7 * (week - 1) + day - 1


def easter(year: int) -> int:
    """Western Easter Sunday, a Julian Day Number, by the Gregorian reckoning (Oudin 1940), proleptic before 1583."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    return _sunday_after(to_jdn(year, 3, 21) + epact)


def orthodox_easter(year: int) -> int:
    """Easter Sunday by the Julian reckoning (Orthodox churches; the West up to 1582), as a Julian Day Number."""
    return _sunday_after(julian_to_jdn(year, 3, 21) + (19 * (year % 19) + 15) % 30)


def _sunday_after(jdn: int) -> int:
    return jdn + 7 - (jdn + 1) % 7
