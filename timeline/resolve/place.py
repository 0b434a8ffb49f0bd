"""Place one meaning in a context: which anchor, which way, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

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
from timeline.model.mention import Anchor
from timeline.resolve import calendar, partial
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context, Told
from timeline.resolve.fiscal import fiscal_year
from timeline.resolve.tense import tense
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn, to_jdn
from timeline.temporal.precision import Precision

_PARTS = frozenset(("MO", "MI", "AF", "EV", "NI", "DT"))


class Place(NamedTuple):
    """A value, where it lies if it could be placed, on what it leant, and why there."""

    value: str
    when: Interval | None
    anchor: Anchor | None = None
    note: str = ""


class _Base(NamedTuple):
    """The days of an anchor."""

    first: int
    last: int
    anchor: Anchor
    told: Told | None


def place(expression: TimeExpression, context: Context, following: Place | None = None) -> Place:
    """Where an expression lies. `following`: the place of the other end of a range, whose year it may share."""
    meaning = expression.meaning
    if isinstance(meaning, Fixed):
        return Place(expression.value, meaning.when, None, "")
    if isinstance(meaning, (Length, Repeat, Vague)):
        return Place(expression.value, None)
    try:
        return _placed(meaning, expression, context, following)
    except (InputError, OverflowError):
        return Place(expression.value, None)


def _placed(meaning: Meaning, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    match meaning:
        case Fixed(when):
            return Place(expression.value, when)
        case Partial():
            return _partial(meaning, expression, context, following)
        case Relative():
            return _relative(meaning, expression, context)
        case Shift():
            return _shift(meaning, expression, context)
        case Within():
            return _within(meaning, expression, context)
        case Clock():
            return _clock(meaning, expression, context)
        case Anniversary():
            return _anniversary(expression, context)
        case _:
            return Place(expression.value, None)


def _document(context: Context) -> _Base | None:
    if context.anchor is None or context.published is None:
        return None
    when = context.published.when
    if when.first_day is None:
        return None
    return _Base(when.first_day, when.first_day if when.last_day is None else when.last_day, context.anchor, None)


def _mention(context: Context, unit: str) -> _Base | None:
    told = context.told(unit)
    if told is None:
        return None
    last = told.when.last_day
    return _Base(told.first_day, told.first_day if last is None else last, told.anchor, told)


def _base(leans: str, unit: str, context: Context) -> _Base | None:
    """What to lean on: by the words if they say, else by the genre."""
    mention_first = leans == "mention" or (leans == "" and context.genre == "narrative")
    one, other = (_mention(context, unit), _document(context)) if mention_first else (_document(context), None)
    if one is not None or leans == "document":
        return one
    return other if mention_first else _mention(context, unit)


def _partial(meaning: Partial, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    if meaning.year is not None:
        return _told_year(meaning, expression, context)
    if meaning.pick is not None:
        return _picked(meaning, expression, context)
    if following is not None and following.when is not None and following.when.first_day is not None:
        return _before_end(meaning, expression, following.when)
    if meaning.weekday is not None or (meaning.day is not None and meaning.month is None):
        return _in_month(meaning, expression, context)
    base = _base("", "year", context)
    if base is None:
        return Place(expression.value, None)
    way, note = _way(expression, context, base)
    placed = partial.yearly(meaning, base.first, base.last, way)
    return _finished(placed, meaning.part, expression, base, note)


def _way(expression: TimeExpression, context: Context, base: _Base) -> tuple[str, str]:
    if base.told is not None:
        return partial.ONWARD, "the year of the date told before"
    direction = tense(context.text, expression.start, expression.end, context.language)
    if base.first != base.last:
        return partial.NEAREST, "nearest the document's date"
    if direction < 0:
        return partial.PAST, "past tense: the last before the document"
    return (partial.FUTURE, "future tense: the first after the document") if direction else (
        partial.NEAREST, "nearest the document's date")  # fmt: skip


def _before_end(meaning: Partial, expression: TimeExpression, end: Interval) -> Place:
    """The opening of a range: the last that begins by its end."""
    first = end.first_day or 0
    if meaning.weekday is not None:
        placed: Placed | None = partial.weekday(meaning.weekday, first, partial.PAST)
    elif meaning.month is None and meaning.day is not None:
        placed = partial.day_of_month(meaning.day, first, partial.PAST)
    else:
        placed = partial.yearly(meaning, first, first, partial.PAST)
    if placed is None:
        return Place(expression.value, None)
    return Place(placed.value, placed.when, None, "the year of the end of its range")


def _in_month(meaning: Partial, expression: TimeExpression, context: Context) -> Place:
    base = _base("", "day", context)
    if base is None or base.last - base.first > 31:
        return Place(expression.value, None)
    way, note = _way(expression, context, base)
    if meaning.weekday is not None:
        if base.first != base.last:
            return Place(expression.value, None)
        placed: Placed | None = partial.weekday(meaning.weekday, base.first, way)
    else:
        placed = partial.day_of_month(meaning.day or 1, base.first, way)
    return _finished(placed, meaning.part, expression, base, note)


def _picked(meaning: Partial, expression: TimeExpression, context: Context) -> Place:
    unit = "day" if meaning.weekday is not None else "month"
    base = _base(meaning.leans, unit, context)
    if base is None or (unit == "day" and base.first != base.last):
        return Place(expression.value, None)
    return _finished(partial.picked(meaning, base.first, base.last), meaning.part, expression, base, "")


def _told_year(meaning: Partial, expression: TimeExpression, context: Context) -> Place:
    number = meaning.year or 0
    if meaning.decade:
        base = _base("", "year", context)
        year = partial.century_of(number, from_jdn(base.first)[0]) if base else 1900 + number
        return _finished(calendar.decade(year), meaning.part, expression, base, "the century nearest before")
    if meaning.fiscal:
        placed = fiscal_year(number, meaning.season, context.text, context.language)
        return _finished(placed, meaning.part, expression, None, "")
    make = partial.of_year(replace(meaning, year=None))
    return _finished(make(number) if make else None, meaning.part, expression, None, "")


def _relative(meaning: Relative, expression: TimeExpression, context: Context) -> Place:
    base = _base(meaning.leans, meaning.unit, context)
    if base is None:
        return Place(expression.value, None)
    if base.last - base.first > _longest(meaning.unit):
        return Place(expression.value, None)
    at = base.last if meaning.offset > 0 else base.first
    placed = calendar.unit(meaning.unit, at, meaning.offset)
    return _finished(placed, meaning.part, expression, base, "")


def _longest(unit: str) -> int:
    """How many days an anchor may last so that one may count whole units from it."""
    return {"day": 2, "week": 8, "weekend": 8, "month": 32, "quarter": 120, "half": 190, "season": 120}.get(unit, 40_000)


def _shift(meaning: Shift, expression: TimeExpression, context: Context) -> Place:
    unit = str(meaning.length.precision)
    term = _term(meaning, context)
    if meaning.event and term is None:
        return Place(expression.value, None)
    base = term or _base(meaning.leans, "year" if unit in ("year", "month") else unit, context)
    if meaning.vague:
        return _vague_shift(meaning, expression, base)
    if base is None:
        return Place(expression.value, None)
    origin = base.told.when if base.told else context.published.when if context.published else None
    if origin is None:
        return Place(expression.value, None)
    moved = meaning.length.after(origin) if meaning.sign > 0 else meaning.length.before(origin)
    if moved.first_day is None:
        return Place(expression.value, None)
    placed = Placed(calendar.value_of(moved.first_day, moved.precision), moved)
    return _finished(placed, meaning.part, expression, base, "")


def _vague_shift(meaning: Shift, expression: TimeExpression, base: _Base | None) -> Place:
    ref = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    return Place(ref if meaning.leans == "document" else expression.value, None, base.anchor if base else None)


def _term(meaning: Shift, context: Context) -> _Base | None:
    """The date of a thing that the document gave a name."""
    told = context.terms.get(meaning.event) if meaning.event else None
    if told is None:
        return None
    return _Base(told.first_day, told.first_day if told.when.last_day is None else told.when.last_day, told.anchor, told)


def _within(meaning: Within, expression: TimeExpression, context: Context) -> Place:
    outer = _placed(meaning.outer, expression, context, None)
    if outer.when is None or outer.when.calendar_year is None:
        return Place(expression.value, None)
    make = partial.of_year(meaning.inner)
    placed = make(outer.when.calendar_year) if make else None
    if placed is None and meaning.inner.day is not None:
        placed = partial.day_of_month(meaning.inner.day, outer.when.first_day or 0, "")
    if placed is None:
        return Place(expression.value, None)
    placed = partial.slice_of(placed, meaning.inner.part)
    return Place(placed.value, placed.when, outer.anchor, "the year that the words give")


def _clock(meaning: Clock, expression: TimeExpression, context: Context) -> Place:
    day = _day_of(meaning, expression, context)
    if day.when is None or day.when.first_day is None:
        return Place(expression.value, None)
    value = f"{day.value}T{meaning.clock}"
    if meaning.clock in _PARTS or day.when.first_day != day.when.last_day:
        return Place(value, day.when, day.anchor, day.note)
    if meaning.clock.startswith("24"):
        return Place(value, calendar.day(day.when.first_day + 1).when.with_clock("00:00"), day.anchor, day.note)
    return Place(value, day.when.with_clock(meaning.clock), day.anchor, day.note)


def _day_of(meaning: Clock, expression: TimeExpression, context: Context) -> Place:
    if meaning.day is None:
        base = _mention(context, "day") if context.genre == "narrative" else _same_passage(expression, context)
        base = base or _document(context) or _mention(context, "day")
        if base is None or base.first != base.last:
            return Place(expression.value, None)
        placed = calendar.day(base.first)
        return Place(placed.value, placed.when, base.anchor, "that day")
    inner = replace(expression, meaning=meaning.day, value=expression.value.partition("T")[0])
    return place(inner, context)


def _same_passage(expression: TimeExpression, context: Context) -> _Base | None:
    """The last day told, if no paragraph ends between."""
    told = context.last_day
    if told is None or "\n\n" in context.text[told.expression.end : expression.start]:
        return None
    return _mention(context, "day")


def _anniversary(expression: TimeExpression, context: Context) -> Place:
    base = _document(context)
    if base is None or base.first != base.last:
        return Place(expression.value, None)
    placed = calendar.day(base.first)
    return Place(placed.value, placed.when, base.anchor, "the day of the document")


def _finished(
    placed: Placed | None, part: str, expression: TimeExpression, base: _Base | None, note: str
) -> Place:
    if placed is None:
        return Place(expression.value, None)
    placed = partial.slice_of(placed, part)
    when = placed.when
    if base is not None and base.told is None and base.anchor.edtf.endswith("~") and when.precision.rank >= _YEAR:
        when = when if when.approximate else when
    return Place(placed.value, when, base.anchor if base else None, note)


_YEAR = Precision.YEAR.rank


def first_of_year(year: int) -> int:
    """1 January, as a day number."""
    return to_jdn(year, 1, 1)
