"""Place one expression in a context: which anchor, which way, and why."""

from __future__ import annotations

import re

from timeline.errors import InputError
from timeline.model.expression import (
    Anniversary,
    Clock,
    Fixed,
    Length,
    Meaning,
    Partial,
    Relative,
    Repeat,
    Shift,
    TimeExpression,
    Vague,
    Within,
)
from timeline.resolve import calendar, partial
from timeline.resolve.anchors import Base, Place, base_of, document_of, mention_of
from timeline.resolve.ancient import is_bare
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context
from timeline.resolve.deictic import of_now
from timeline.resolve.hours import past_midnight
from timeline.resolve.logs import of_entry, to_come_in_entry
from timeline.resolve.named import noun_told
from timeline.resolve.offsets import length_away, whole_unit
from timeline.resolve.open_dates import open_date
from timeline.temporal.duration import Duration
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import add_months, from_jdn, nth_weekday
from timeline.temporal.precision import Precision

_ZONE = re.compile(r"[+-][0-9]{2}:?[0-9]{2}\Z")
_ERA_CARRIES = 300
"""Years that a story told in years BC goes on by without saying so."""
_FIRST_SEASON = 20
_OF = 3
"""Characters of ` of` behind an anniversary."""
_PARTS = frozenset(("MO", "MI", "AF", "EV", "NI", "DT"))


def place(expression: TimeExpression, context: Context, following: Place | None = None) -> Place:
    """Where an expression lies. `following`: the place of the other end of a range, whose year it may share."""
    meaning = expression.meaning
    if isinstance(meaning, Fixed):
        if meaning.short and (guessed := _other_century(meaning.when, context)) is not None:
            return guessed
        older = _before_era(expression, meaning.when, context)
        if older is not None:
            return older
        if meaning.other is not None and context.day_first:
            other = calendar.day(meaning.other.first_day or 0)
            return Place(other.value, other.when, None, "day first, as other dates of the document are written")
        note = f"month first; day first it would be {meaning.other}" if meaning.other else ""
        return Place(expression.value, meaning.when, None, note)
    if isinstance(meaning, (Length, Repeat, Vague)):
        return Place(expression.value, None)
    try:
        return _placed(meaning, expression, context, following)
    except (InputError, OverflowError):
        return Place(expression.value, None)


def _other_century(when: Interval, context: Context) -> Place | None:
    """`the spring of '54`, where the text or its date is of 1852: the century nearest before those."""
    base = base_of("open", "year", context)
    year = when.calendar_year
    if base is None or year is None or when.first_day is None:
        return None
    away = partial.century_of(year % 100, from_jdn(base.first)[0]) - year
    if not away:
        return None
    moved = Duration(years=away).after(when, when.precision)
    if moved.first_day is None:
        return None
    value = calendar.value_of(moved.first_day, moved.precision)
    return Place(value, moved, base.anchor, "the century nearest before")


def _before_era(expression: TimeExpression, when: Interval, context: Context) -> Place | None:
    """`In 586 BC … the treaty of 583 … in May 582`: a small bare number counts down with the years told before it."""
    year, last = when.calendar_year, context.last
    if last is None or year is None or not is_bare(expression, when, context.language):
        return None
    before = last.when.calendar_year
    goes_on = before is not None and 0 <= 1 - before - year <= _ERA_CARRIES
    if not goes_on and expression.start not in context.within_stretch:
        return None
    placed = calendar.year(1 - year)
    if when.precision == Precision.MONTH and when.first_day is not None:
        placed = calendar.month(1 - year, from_jdn(when.first_day)[1])
    if when.precision == Precision.SEASON and when.first_day is not None:
        placed = calendar.season(1 - year, _FIRST_SEASON + from_jdn(when.first_day)[1] // 3)
    told = placed.when.approximately() if when.approximate else placed.when
    return Place(placed.value, told, last.anchor, "a year before the common era, as the date before")


def _placed(meaning: Meaning, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    if isinstance(meaning, Partial):
        return open_date(meaning, expression, context, following)
    if isinstance(meaning, Relative):
        return of_now(meaning, expression, context) or whole_unit(meaning, expression, context)
    if isinstance(meaning, Clock):
        return _clock(meaning, expression, context, following)
    if isinstance(meaning, Shift):
        return length_away(meaning, expression, context)
    if isinstance(meaning, Within):
        return _within(meaning, expression, context)
    if isinstance(meaning, Anniversary):
        return _anniversary(meaning, expression, context)
    return Place(expression.value, meaning.when if isinstance(meaning, Fixed) else None)


def _within(meaning: Within, expression: TimeExpression, context: Context) -> Place:
    outer = _placed(meaning.outer, expression, context, None)
    if outer.when is None or outer.when.calendar_year is None:
        return Place(expression.value, None)
    make = partial.of_year(meaning.inner)
    placed = make(outer.when.calendar_year) if make else None
    if meaning.inner.nth is not None and meaning.inner.month is None:
        placed = _nth_of(meaning.inner, outer.when)
    if placed is None and meaning.inner.day is not None:
        placed = partial.day_of_month(meaning.inner.day, outer.when.first_day or 0, "")
    if placed is None:
        return Place(expression.value, None)
    placed = partial.slice_of(placed, meaning.inner.part)
    return Place(placed.value, placed.when, outer.anchor, "the year or month that the words give")


def _nth_of(inner: Partial, month: Interval) -> Placed | None:
    """`the first Monday` of a month."""
    year, number, _ = from_jdn(month.first_day or 0)
    jdn = nth_weekday(year, number, inner.weekday or 0, inner.nth or 1)
    return None if jdn is None else calendar.day(jdn)


def _clock(meaning: Clock, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    day = _day_of(meaning, expression, context, following)
    if day.when is None or day.when.first_day is None:
        return Place(expression.value, None)
    told = meaning.clock if _ZONE.search(expression.value) else _ZONE.sub("", meaning.clock)
    value = f"{day.value}T{told}"
    if meaning.clock in _PARTS or day.when.first_day != day.when.last_day:
        return Place(value, day.when, day.anchor, day.note)
    if meaning.clock.startswith("24"):
        return Place(value, calendar.day(day.when.first_day + 1).when.with_clock("00:00"), day.anchor, day.note)
    return Place(value, day.when.with_clock(meaning.clock), day.anchor, day.note)


def _day_of(meaning: Clock, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    if meaning.day is None:
        entry = of_entry(expression, meaning.clock, context) or to_come_in_entry(expression, meaning.clock, context)
        base = entry
        if base is None:
            told, day = context.last_day, context.day
            story = context.genre == "narrative" and (told is None or day is None or told.first_day <= day)
            base = mention_of(context, "day") if story else _running(expression, context)
        base = base or document_of(context) or mention_of(context, "day")
        if base is None or base.first != base.last:
            return Place(expression.value, None)
        over = entry is None and past_midnight(base, expression, meaning.clock, context)
        placed = calendar.day(base.first + over)
        return Place(placed.value, placed.when, base.anchor, "past midnight" if over else "that day")
    inner = expression._replace(meaning=meaning.day, value=expression.value.partition("T")[0])
    return place(inner, context, following)


def _running(expression: TimeExpression, context: Context) -> Base | None:
    """The last day told, if it came with a time of day, as in a log, or no paragraph ends between."""
    told = context.last_day
    if told is None:
        return None
    if not isinstance(told.expression.meaning, Clock) and not context.in_one_paragraph(told, expression):
        return None
    return mention_of(context, "day")


def _anniversary(meaning: Anniversary, expression: TimeExpression, context: Context) -> Place:
    """The day of the document; where the text has told of the thing with its day, so many years after that."""
    end = expression.end
    of_thing = context.text[end : end + _OF].lower().split()[:1] in ([word] for word in context.language.resolve["of"])
    thing = noun_told(expression.start, end + _OF, context, Precision.DAY) if of_thing else None
    if thing is not None and thing.first == thing.last:
        placed = calendar.day(add_months(thing.first, 12 * meaning.years))
        return Place(placed.value, placed.when, thing.anchor, "counted from what the text has dated")
    base = document_of(context)
    if base is None or base.first != base.last or context.genre == "narrative":
        return Place(expression.value, None)
    placed = calendar.day(base.first)
    return Place(placed.value, placed.when, base.anchor, "the day of the document")
