"""Constructors of calendar dates: complete ones, and those whose year the words leave open."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import timex
from timeline.model.expression import SAME_SEASON, Clock, Fixed, Partial
from timeline.tag.reading import Fields, Reading
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import days_in_month, julian_to_jdn, to_jdn

_PIVOT = 50
"""Two-digit years: 00 … 49 are of the twenty-first century, 50 … 99 of the twentieth."""


def calendar(f: Fields) -> Reading | tuple[Reading, ...] | None:
    """A day or a month, with or without its year: `Friday, 12 May 2023`, `Sept. 27`, `March 1944`, `10.6.1896`.

    A day that no calendar has (31 Feb 2020) is nothing at all, not the month that is left of it.
    """
    month, day, year = f.integer("month"), f.integer("day"), astronomical_year(f)
    if month is None or not 1 <= month <= 12:
        return ()
    if day is not None and not 1 <= day <= days_in_month(2000 if year is None else year, month):
        return _old_style(year or 0, month, day) if _julian_leap(f, year, month, day) else ()
    if f.text("old_style") and year is not None and day is not None:
        return _old_style(year, month, day)
    return _guessed(f, dated(year, month, day))


def dated(year: int | None, month: int, day: int | None) -> Reading:
    """The reading of checked calendar fields."""
    if day is None:
        value = timex.month(year, month)
        return Reading("DATE", value, Partial(month=month) if year is None else Fixed(Interval.month(year, month)))
    value = timex.day(year, month, day)
    if year is None:
        return Reading("DATE", value, Partial(month=month, day=day))
    return Reading("DATE", value, Fixed(Interval.day(year, month, day)))


def _guessed(f: Fields, reading: Reading) -> Reading:
    """The reading, marked where the words give two digits of the year behind an apostrophe."""
    if isinstance(reading.meaning, Fixed) and f.text("short") and f.text("year") == "":
        return replace(reading, meaning=replace(reading.meaning, short=True))
    return reading


def slashed(f: Fields) -> Reading | None:
    """`11/02/1998`: month first (the American way) unless only day first makes a date."""
    one, two, year = f.integer("one"), f.integer("two"), astronomical_year(f)
    if one is None or two is None or year is None:
        return None
    month, day = (one, two) if one <= 12 else (two, one)
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    reading = dated(year, month, day)
    if one <= 12 and two <= 12 and one != two and isinstance(reading.meaning, Fixed):
        return replace(reading, meaning=replace(reading.meaning, other=Interval.day(year, two, one)))
    return reading


def stamp(f: Fields) -> Reading | None:
    """ISO 8601 date and time."""
    date = calendar(f)
    hour, _, minute = f.text("hhmm").partition(":")
    if not isinstance(date, Reading) or not isinstance(date.meaning, Fixed) or int(hour) > 24:
        return None
    clock = f"{hour}:{minute}"
    if seconds := f.text("seconds"):
        clock += f":{seconds}"
    zone = f.text("offset").upper()
    return Reading("TIME", f"{date.value}T{clock}{zone}", Clock(date.meaning, clock + zone))


def year(f: Fields) -> Reading | None:
    """`1994`, `44 BC`, `AD 79`, `'98`."""
    number = astronomical_year(f)
    if number is None:
        return None
    return Reading("DATE", timex.year(number), Fixed(Interval.year(number)))


def short_year(f: Fields) -> Reading | None:
    """`'98`: of the century that the anchor makes likely."""
    number = f.integer("short")
    return None if number is None else Reading("DATE", f"XX{number:02d}", Partial(year=number))


def years(f: Fields) -> tuple[Reading, ...] | None:
    """`1914–18`, `478 to 467 BC`: two readings, one for each end."""
    era = f.word("era")
    first, last = f.integer("first"), f.integer("last")
    if first is None or last is None:
        return None
    if era != "bc" and last < 100 <= first:
        same = 10 if len(f.word("last")) == 1 else 100  # `1874–6`, `1874–76`
        last += first // same * same
    if era == "bc":
        first, last = 1 - first, 1 - last
    if not first < last:
        return None
    middle, end = f.span("first")[1], f.span("last")[0]
    return (
        Reading("DATE", timex.year(first), Fixed(Interval.year(first)), start=0, end=middle),
        Reading("DATE", timex.year(last), Fixed(Interval.year(last)), start=end, end=f.end()),
    )


_THIS_CENTURY = 2000


def decade(f: Fields) -> Reading | None:
    """`the 1990s`, `the '80s`, `the nineties`, `the 40s BC`."""
    number = f.integer("decade")
    if number is None or number % 10:
        return None
    number += f.integer("base") or 0
    if f.word("era") == "bc":
        return Reading("DATE", f"BC{number:04d}"[:-1], Fixed(Interval.decade(-number)))
    if number < 100:
        return Reading("DATE", f"XX{number // 10}", Partial(year=number, decade=True))
    if number % 100 == 0 and number < _THIS_CENTURY:  # `the late 1800s` are a century, `the early 2000s` a decade
        return Reading("DATE", f"{number // 100:02d}", Fixed(Interval.century(number // 100 + 1)))
    return Reading("DATE", timex.decade(number), Fixed(Interval.decade(number)))


def century(f: Fields) -> Reading | None:
    """`the 18th century`, `the first half of the third century BC`."""
    number = f.integer("ordinal")
    if number is None or not 1 <= number <= 60:
        return None
    if f.word("era") == "bc":
        number = -number
    when = Interval.century(number)
    half = f.integer("half")
    if half is not None:
        when = _half_century(number, half)
    return Reading("DATE", timex.century(number), Fixed(when), mod={1: "START", 2: "END"}.get(half or 0))


def _half_century(number: int, half: int) -> Interval:
    first = (number - 1) * 100 + 1 if number > 0 else number * 100 + 1
    first += 50 * (half - 1)
    return Interval.between(Interval.year(first), Interval.year(first + 49))


def season(f: Fields) -> Reading | None:
    """A season, quarter or half, with or without its year: `spring of 1994`, `Q4 1994`, `third-quarter`."""
    code, number = f.integer("season"), astronomical_year(f)
    if code is None:
        return None
    value = timex.season(number, code)
    fiscal = bool(f.text("fiscal"))
    if number is None or fiscal:
        return Reading("DATE", value, Partial(season=code, year=number, fiscal=fiscal))
    return _guessed(f, Reading("DATE", value, Fixed(Interval.season(number, code))))


def year_period(f: Fields) -> Reading | None:
    """`the 1988 quarter`: the quarter in question, of that year; the year itself where none is."""
    number = astronomical_year(f)
    return None if number is None else Reading("DATE", timex.year(number), Partial(year=number, season=SAME_SEASON))


def fiscal(f: Fields) -> Reading | None:
    """`FY2008`, `fiscal 1999`: a year that need not be the calendar's."""
    number = astronomical_year(f)
    if number is None:
        return None
    return Reading("DATE", timex.year(number), Partial(year=number, fiscal=True))


def partial(f: Fields) -> Reading | None:
    """A weekday, a day of the month or a named day: `Monday`, `the 20th`, `Christmas Eve 1914`."""
    number = astronomical_year(f)
    weekday, day, name = f.integer("weekday"), f.integer("day"), f.word("feast")
    if name:
        value = "XXXX-XX-XX" if number is None else timex.day(number, None, 0)[:5] + "XX-XX"
        return Reading("DATE", value, Partial(feast=name, year=number, part=f.word("part")))
    if weekday is not None and day is not None:
        return (
            Reading("DATE", timex.day(None, None, day), Partial(weekday=weekday, day=day)) if 1 <= day <= 31 else None
        )
    if weekday is not None:
        return Reading("DATE", f"XXXX-WXX-{weekday + 1}", Partial(weekday=weekday))
    if day is not None and 1 <= day <= 31:
        return Reading("DATE", timex.day(None, None, day), Partial(day=day))
    return None


def nth_unit(f: Fields) -> Reading | None:
    """`the last week of August 1918`, `the first days of May`: a stretch of a month, by its number or from its end."""
    month, number, unit = f.integer("month"), f.integer("ordinal"), f.word("unit")
    if month is None or number is None:
        return None
    year_ = astronomical_year(f)
    if unit == "day":
        length = days_in_month(2000 if year_ is None else year_, month)
        day = length if number < 0 else number
        return dated(year_, month, day) if day <= length else None
    part = {1: "start", -1: "end"}.get(number, "mid")
    mod = {"start": "START", "mid": "MID", "end": "END"}[part]
    if year_ is None:
        return Reading("DATE", timex.month(None, month), Partial(month=month, part=part), mod)
    length = 2 if unit == "weekend" else 7
    last = days_in_month(year_, month)
    first = last - length + 1 if number < 0 else 1 + (number - 1) * length
    if not 1 <= first <= last:
        return None
    jdn = to_jdn(year_, month, first)
    when = Interval.days(jdn, min(jdn + length - 1, to_jdn(year_, month, last)))
    return Reading("DATE", timex.month(year_, month), Fixed(when), mod)


def astronomical_year(f: Fields) -> int | None:
    """The year caught as `year` (four digits), `years_ago` … or `short` (two digits), by its era; 44 BC is -43."""
    number = f.integer("year")
    if f.text("spelled"):
        century, rest = f.text("spelled").replace("-", " ").split(" ", 1)
        number = int(100 * (f.number(century) or 0) + (f.number(rest) or 0) % 100)
    if number is None:
        short = f.integer("short")
        return None if short is None else short + (1900 if short >= _PIVOT else 2000)
    return 1 - number if f.word("era") == "bc" else number


def _julian_leap(f: Fields, year: int | None, month: int, day: int) -> bool:
    """29 February of a year that only the Julian calendar has, in words that say so."""
    return bool(f.text("old_style")) and year is not None and month == 2 and day == 29 and year % 4 == 0


def _old_style(year: int, month: int, day: int) -> Reading:
    """A date of the Julian calendar, placed in the Gregorian."""
    when = Interval.of_jdn(julian_to_jdn(year, month, day))
    return Reading("DATE", when.edtf, Fixed(when))
