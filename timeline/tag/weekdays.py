"""Constructors of weekdays counted in a month or in weeks, and of weeks told by one of their days."""

from __future__ import annotations

from dataclasses import replace

from timeline.model import timex
from timeline.model.expression import Fixed, Partial, Relative, Shift, Within
from timeline.tag.dates import astronomical_year, calendar
from timeline.tag.reading import Fields, Reading
from timeline.temporal.duration import Duration
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn, iso_week, nth_weekday

_MOST_WEEKS = 60
_MOST_DAYS = 90
_SATURDAY = 5


def of_month(f: Fields) -> Reading | None:
    """`the first Monday of July 2019`, `the last Friday in August`."""
    weekday, month, nth, year = f.integer("weekday"), f.integer("month"), f.integer("ordinal"), astronomical_year(f)
    if weekday is None or month is None or nth is None or not -1 <= nth <= 5:
        return None
    if year is None:
        return Reading("DATE", timex.month(None, month), Partial(month=month, weekday=weekday, nth=nth))
    day = nth_weekday(year, month, weekday, nth)
    return None if day is None else Reading("DATE", timex.day(*from_jdn(day)), Fixed(Interval.of_jdn(day)))


def week_of(f: Fields) -> Reading | None:
    """`the week of March 6`, `the week of the 28th`, `the weekend of 13-14 April`: that which holds the day."""
    part = f.word("part") or "week"
    value = timex.UNKNOWN[part]
    if f.integer("month") is None:
        day = f.integer("day")
        return Reading("DATE", value, Partial(day=day, part=part)) if day and day <= 31 else None
    told = calendar(f)
    if not isinstance(told, Reading):
        return None
    if isinstance(told.meaning, Fixed) and told.meaning.when.first_day is not None:
        return _holding(told.meaning.when.first_day, part)
    if isinstance(told.meaning, Partial):
        return Reading("DATE", value, replace(told.meaning, part=part))
    return None


def _holding(day: int, part: str) -> Reading:
    """The week of a day; or its weekend, which is the next one where the day is none of it."""
    week = timex.week(*iso_week(day))
    if part == "week":
        return Reading("DATE", week, Fixed(Interval.week(day)))
    saturday = day - day % 7 + _SATURDAY
    return Reading("DATE", f"{week}-WE", Fixed(Interval.days(saturday, saturday + 1)))


def weeks_off(f: Fields) -> Reading | None:
    """`a week on Monday`, `two weeks from Friday`, `a week ago Thursday`."""
    weekday, sign = f.integer("weekday"), f.integer("offset")
    count = f.count("count") if f.text("count") else 1
    if weekday is None or sign is None or count is None or not 1 <= count <= _MOST_WEEKS or count != int(count):
        return None
    pick = sign * (1 + int(count) * (f.integer("weeks") or 1))
    return Reading("DATE", f"XXXX-WXX-{weekday + 1}", Partial(weekday=weekday, pick=pick, leans="document"))


def beside_feast(f: Fields) -> Reading | None:
    """`the Friday before Christmas`, `the week after Easter 2010`, `two days after Christmas`."""
    feast, unit, weekday, year = f.word("feast"), f.word("unit"), f.integer("weekday"), astronomical_year(f)
    if not feast or not (unit or weekday is not None):
        return None
    if unit.isdecimal():  # `two days after Christmas`
        count = f.count("count")
        if count is None or count != int(count) or count > _MOST_DAYS:
            return None
        unit = f"{int(count) * int(unit)}days"
    part = f"{f.word('side')}:{unit or weekday}"
    value = "XXXX-WXX" if unit in ("week", "weekend") else "XXXX-XX-XX"
    return Reading("DATE", value, Partial(feast=feast, year=year, part=part))


def weekday_of_week(f: Fields) -> Reading | None:
    """`Tuesday of last week`, `next week's Monday`."""
    weekday, weeks = f.integer("weekday"), f.integer("week")
    if weekday is None or weeks is None:
        return None
    part = f"weeks:{weeks}" if weeks else ""
    meaning = Partial(weekday=weekday, pick=0, leans="document", part=part)
    return Reading("DATE", f"XXXX-WXX-{weekday + 1}", meaning)


def to_the_day(f: Fields) -> Reading | None:
    """`a week ago today`, `ten years ago to the day`, `two years ago this month`: a length away, by the day or so."""
    length, count = f.word("unit"), f.count("count")
    sign = f.integer("sign") or -1
    if count is None or count != int(count):
        return None
    names = {"week": ("days", 7), "fortnight": ("days", 14), "decade": ("years", 10), "century": ("years", 100)}
    name, times = names.get(length, (f"{length}s", 1))
    if name not in ("days", "months", "years") or count > 1000:
        return None
    near = f.integer("near")
    if near is not None:  # `25 years ago next month`
        name, times, count = "months", 1, count * times * 12 + sign * near
    away = Duration(**{name: int(count) * times})
    return Reading("DATE", "XXXX-XX-XX", Shift(away, sign, f.word("leans") or "document", part=f.word("part") or "day"))


def of_picked_month(f: Fields) -> Reading | None:
    """`the 25th of this month`, `the first Monday of next month`."""
    day, weekday, nth = f.integer("day"), f.integer("weekday"), f.integer("ordinal")
    pick = f.value("pick")
    if (day is None and weekday is None) or not 1 <= (1 if day is None else day) <= 31:
        return None
    month = Relative("month", int(pick[0]), str(pick[1])) if isinstance(pick, list) else Relative("month", 0, "mention")
    inner = Partial(day=day) if day else Partial(weekday=weekday, nth=nth)
    return Reading("DATE", "XXXX-XX-XX", Within(inner, month))
