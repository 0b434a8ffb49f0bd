"""Place calendar fields whose year is not told: the year that the anchor and the tense make likely."""

from __future__ import annotations

from collections.abc import Callable

from timeline.model import timex
from timeline.model.expression import Partial
from timeline.resolve import calendar
from timeline.resolve.calendar import Placed
from timeline.resolve.feasts import feast, only_year
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn, nth_weekday

NEAREST, PAST, FUTURE, ONWARD, OVER, AHEAD, COMING = "nearest", "past", "future", "onward", "over", "ahead", "coming"
"""How to choose among the years: see `yearly`."""

FOLLOWING = "following"
"""Onward to a season: `granted in August … begun in the spring`, which is the next one."""

WEIGHTS = {
    PAST: (1.0, 4.0),
    OVER: (1.0, 400.0),
    FUTURE: (6.0, 1.0),
    AHEAD: (12.0, 1.0),
    COMING: (400.0, 1.0),
    NEAREST: (1.0, 1.6),
    ONWARD: (1.2, 0.7),
    FOLLOWING: (2.0, 0.7),
}
"""What a day before and a day after the anchor cost. A story goes on: `onward` takes a date after the one told last
over one that lies nearer but before."""
SAME_YEAR = (1.0, 0.35)
"""The same in the year told last: it is seldom left without a word."""

_WINTER = 24
_JUNE = 6
_WEEK = 7
_A_YEAR = 364
_SATURDAY = 5

_OfYear = Callable[[int], Placed | None]


def of_year(partial: Partial) -> _OfYear | None:
    """The placing in a given year; None for what does not come once a year."""
    if partial.feast:
        name = partial.feast
        return lambda year: calendar.day(jdn) if (jdn := feast(name, year)) is not None else None
    if partial.season is not None:
        code = partial.season
        return lambda year: calendar.season(year, code)
    if partial.month is None:
        return None
    month = partial.month
    if partial.nth is not None and partial.weekday is not None:
        weekday, nth = partial.weekday, partial.nth
        return lambda year: calendar.day(jdn) if (jdn := nth_weekday(year, month, weekday, nth)) is not None else None
    if partial.day is None:
        return lambda year: calendar.month(year, month)
    day = partial.day
    return lambda year: calendar.day(jdn) if (jdn := calendar.same_day(year, month, day)) is not None else None


def yearly(partial: Partial, first: int, last: int, way: str) -> Placed | None:
    """What comes once a year, near the days `first…last` of an anchor.

    `past`: by then if not much nearer after it · `future`: the other way round · `nearest`: the nearest, the past one
    if in doubt · `onward`: inside the anchor if it can be, else on from it rather than back.
    """
    make = of_year(partial)
    if make is None:
        return None
    if partial.feast and (once := only_year(partial.feast)) is not None:
        return make(once)
    middle = from_jdn(first)[0]
    reach = 4 if partial.day == 29 and partial.month == 2 else 1
    found = [placed for year in range(middle - reach, middle + reach + 1) if (placed := make(year)) is not None]
    if partial.weekday is not None:
        found = [placed for placed in found if _on_weekday(placed, partial.weekday, first, last, way)] or found
    if way == FUTURE and partial.month is not None:
        way = AHEAD
    if way == ONWARD and partial.season is not None:
        way = FOLLOWING
    chosen = min(found, key=lambda placed: cost(placed.when, first, last, way), default=None)
    return None if chosen is None else valued(chosen, partial)


def _on_weekday(placed: Placed, weekday: int, first: int, last: int, way: str) -> bool:
    """Whether a date falls on the weekday told, and not in another year on the wrong side: a slip in the weekday."""
    day = placed.when.first_day or 0
    wrong = day - last if way in (PAST, OVER) else first - day if way in (FUTURE, AHEAD, COMING) else 0
    return day % _WEEK == weekday and wrong <= _WEEK


def valued(placed: Placed, partial: Partial) -> Placed:
    """The place with the value that words without a year have."""
    return _late_winter(placed) if partial.season == _WINTER else placed


def _late_winter(placed: Placed) -> Placed:
    """A winter told without its year is valued by the year in which it ends; `the winter of 2010`, and EDTF, by the
    year in which it begins."""
    year = placed.when.calendar_year or 0
    return Placed(timex.season(year + 1, _WINTER), placed.when)


def cost(when: Interval, first: int, last: int, way: str) -> float:
    """How ill a date fits an anchor: days between, weighted by the way; 0 where they touch."""
    begin, end = when.first_day or 0, when.last_day or 0
    if begin <= last and end >= first:
        return 0.0
    before_weight, after_weight = WEIGHTS[way]
    if way == ONWARD and from_jdn(begin)[0] == from_jdn(first)[0]:
        before_weight, after_weight = SAME_YEAR
    return (begin - last) * after_weight if begin > last else (first - end) * before_weight


def picked(partial: Partial, first: int, last: int) -> Placed | None:
    """`last March`, `next Friday`, `this summer`, `the following Monday`, counted from an anchor's days."""
    if partial.weekday is not None:
        return calendar.day(_picked_weekday(partial.weekday, partial.pick or 0, first, last, partial.leans))
    make = of_year(partial)
    if make is None:
        return None
    year, month, _ = from_jdn(first)
    if partial.season == _WINTER:
        winter = make
        make = lambda year: None if (placed := winter(year)) is None else _late_winter(placed)  # noqa: E731
    if partial.pick == 0:
        in_it = partial.season == _WINTER and month < _JUNE and last - first < _A_YEAR  # not `in 1949 … that winter`
        return make(year - in_it)
    for step in range(4):
        placed = make(year + (partial.pick or 0) * step)
        if placed is None:
            continue
        if partial.pick == 1 and (placed.when.first_day or 0) > last:
            return placed
        if partial.pick == -1 and (placed.when.last_day or 0) < first and not _just_over(partial, placed, first):
            return placed
    return make(year - 1) if partial.pick == -1 else None


def _just_over(partial: Partial, placed: Placed, day: int) -> bool:
    """`Last February`, said in March, is of the year before: this year's would be `last month`."""
    if partial.month is None or partial.day is not None or partial.leans == "mention":
        return False
    return from_jdn(placed.when.first_day or 0)[:2] == from_jdn(day - from_jdn(day)[2])[:2] and from_jdn(day)[1] > 1


def _picked_weekday(weekday: int, pick: int, first: int, last: int, leans: str) -> int:
    if pick < 0:
        return first - 1 - (first - 1 - weekday) % 7 + 7 * (pick + 1)
    if pick == 0:
        return first + (weekday - first) % 7 if leans == "mention" else first - first % 7 + weekday
    after = last + 1 + (weekday - last - 1) % 7 + 7 * (pick - 1)
    if leans == "" and after // 7 == last // 7 and after - last < 3:
        return after + 7
    return after


def weekday(number: int, day: int, way: str) -> Placed:
    """A bare weekday near a day: the latest up to it, or the first from it on (`nearest`: within three days after)."""
    ahead = (number - day) % 7
    if way in (FUTURE, ONWARD) or (way == NEAREST and ahead <= 3):
        return calendar.day(day + ahead)
    return calendar.day(day - (day - number) % 7)


def day_of_month(number: int, day: int, way: str) -> Placed | None:
    """`the 20th`: of the month of a day, or the one beside it."""
    year, month, today = from_jdn(day)
    shift = -1 if way in (PAST, OVER) and number > today else 1 if way in (FUTURE, ONWARD) and number < today else 0
    for step in (shift, shift * 2, 0):
        y, m = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        jdn = calendar.same_day(y, m, number)
        if jdn is not None:
            return calendar.day(jdn)
    return None


def weekday_of_month(weekday: int, number: int, day: int, way: str) -> Placed | None:
    """`Wednesday the 20th`: of the month of a day or one beside it, where it falls on that weekday; else None."""
    year, month, _ = from_jdn(day)
    for step in (0, 1, -1) if way in (FUTURE, ONWARD) else (0, -1, 1):
        y, m = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        jdn = calendar.same_day(y, m, number)
        if jdn is not None and jdn % 7 == weekday:
            return calendar.day(jdn)
    return None


def century_of(two_digits: int, year: int, most: int = 15) -> int:
    """The year that ends with two digits and lies nearest before an anchor's, or at most so many years after it."""
    full = year // 100 * 100 + two_digits
    return full - 100 if full > year + most else full


def slice_of(placed: Placed, part: str) -> Placed:
    """Its early, middle or late part; `about` it."""
    if not part:
        return placed
    when = placed.when
    if part == "week":
        return placed if when.first_day is None else calendar.week(when.first_day)
    if part == "weekend":  # that of a Monday lies before it
        return placed if when.first_day is None else calendar.weekend(when.first_day - (when.first_day % 7 == 0))
    if part.startswith("weeks:"):
        return placed if when.first_day is None else calendar.day(when.first_day + 7 * int(part[6:]))
    if part.startswith(("before:", "after:")):
        return _beside(placed, part)
    if part == "about":
        return Placed(placed.value, when.approximately())
    if when.first_day == when.last_day:
        return placed
    return Placed(placed.value, when.part({"start": "early", "mid": "mid", "end": "late"}[part]))


def _beside(placed: Placed, part: str) -> Placed:
    """`the Friday before Christmas`, `the week after Easter`: `before:4`, `after:week`."""
    side, _, unit = part.partition(":")
    day, sign = placed.when.first_day, 1 if side == "after" else -1
    if day is None:
        return placed
    if unit == "day":
        return calendar.day(day + sign)
    if unit.endswith("days"):
        return calendar.day(day + sign * int(unit[:-4]))
    if unit == "week":
        return calendar.week(day + 7 * sign)
    if unit == "weekend":
        saturday = _picked_weekday(_SATURDAY, sign, day, day, "mention")
        return calendar.weekend(saturday - 7 if saturday == day - 1 else saturday)
    return calendar.day(_picked_weekday(int(unit), sign, day, day, "mention"))
