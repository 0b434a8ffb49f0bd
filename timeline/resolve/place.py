"""Place one meaning in a context: which anchor, which way, and why."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
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
from timeline.temporal.duration import Duration
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_BESIDE = 400
"""Characters between two dates of one passage."""
_NEAR = 45
"""Days between two dates of one passage."""
_PASSING = 8 * 365
"""A bare year so far from the story's last month or day may be named in passing."""
_CLOSE = 60
_SATURDAY = 5
_COMPARED = 600
"""Characters within which `a year earlier` compares with a quarter."""
_TWO_YEARS = 730
_ZONE = re.compile(r"[+-][0-9]{2}:?[0-9]{2}\Z")
_DIGITS = re.compile("[0-9]+")
_LAST_WORD = re.compile(r"\s+(?:prior\s+)?\S+\Z")
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
        note = f"month first; day first it would be {meaning.other}" if meaning.other else ""
        return Place(expression.value, meaning.when, None, note)
    if isinstance(meaning, (Length, Repeat, Vague)):
        return Place(expression.value, None)
    try:
        return _placed(meaning, expression, context, following)
    except (InputError, OverflowError):
        return Place(expression.value, None)


def _placed(meaning: Meaning, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    if isinstance(meaning, Partial):
        return _partial(meaning, expression, context, following)
    if isinstance(meaning, Relative):
        return _relative(meaning, expression, context)
    if isinstance(meaning, Clock):
        return _clock(meaning, expression, context)
    if isinstance(meaning, Shift):
        return _shift(meaning, expression, context)
    if isinstance(meaning, Within):
        return _within(meaning, expression, context)
    if isinstance(meaning, Anniversary):
        return _anniversary(expression, context)
    return Place(expression.value, meaning.when if isinstance(meaning, Fixed) else None)


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
    if meaning.month is None and (meaning.weekday is not None or meaning.day is not None):
        return _in_month(meaning, expression, context)
    base = _base("", "year", context)
    if base is None:
        return Place(expression.value, None)
    if base.told is None and (near := _beside_told(meaning, expression, context)) is not None:
        return near
    if base.told is not None:
        return _onward(meaning, expression, base, context)
    way, note = _way(expression, context, base)
    if meaning.season is not None and meaning.season > 24:
        way, note = partial.NEAREST, "nearest the document's date"
    return _finished(partial.yearly(meaning, base.first, base.last, way), meaning.part, expression, base, note)


def _onward(meaning: Partial, expression: TimeExpression, base: _Base, context: Context) -> Place:
    """On from the date told last; from the last month or day, if the last is only a year named in passing."""
    note = "the year of the date told before"
    placed = partial.yearly(meaning, base.first, base.last, partial.ONWARD)
    month = context.last_month
    if month is not None and month is not base.told and abs(month.first_day - base.first) > _PASSING:
        last = month.first_day if month.when.last_day is None else month.when.last_day
        other = partial.yearly(meaning, month.first_day, last, partial.ONWARD)
        if other is not None and partial.cost(other.when, month.first_day, last, partial.ONWARD) < _CLOSE:
            return _finished(other, meaning.part, expression, _Base(month.first_day, last, month.anchor, month), note)
    return _finished(placed, meaning.part, expression, base, note)


def _beside_told(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """In news too, a day close to one told with its year in the same paragraph is of that time."""
    told = context.last_day
    if told is None or not isinstance(told.expression.meaning, (Fixed, Clock)):
        return None
    gap = context.text[told.expression.end : expression.start]
    if len(gap) > _BESIDE or "\n\n" in gap:
        return None
    placed = partial.yearly(meaning, told.first_day, told.when.last_day or told.first_day, partial.ONWARD)
    if placed is None or abs((placed.when.first_day or 0) - told.first_day) > _NEAR:
        return None
    placed = partial.slice_of(placed, meaning.part)
    return Place(placed.value, placed.when, told.anchor, "beside the date told before")


def _way(expression: TimeExpression, context: Context, base: _Base) -> tuple[str, str]:
    if base.told is not None:
        return partial.ONWARD, "the year of the date told before"
    direction = tense(context.text, expression.start, expression.end, context.language)
    if context.text[expression.end : expression.end + 2] in ("'s", "\u2019s"):
        direction = -1
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
        way = partial.PAST if way == partial.NEAREST and context.genre == "news" else way
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
    if meaning.unit == "day" and not meaning.offset and meaning.leans == "document" and context.genre == "narrative":
        return Place("PRESENT_REF", None)
    if meaning.unit == "quarter" and meaning.leans == "mention":
        return _compared_quarter(meaning, expression, context)
    base = _base(meaning.leans, meaning.unit, context)
    if base is None:
        return Place(expression.value, None)
    if base.last - base.first > _longest(meaning.unit):
        return Place(expression.value, None)
    at = base.last if meaning.offset > 0 else base.first
    if base.told is None:
        at += _week_shift(meaning, expression, context, at)
    placed = calendar.unit(meaning.unit, at, meaning.offset)
    return _finished(placed, meaning.part, expression, base, "")


def _week_shift(meaning: Relative, expression: TimeExpression, context: Context, day: int) -> int:
    """Days to add to the document's: before Saturday `the weekend` that is over was the last one."""
    bare = meaning.unit == "weekend" and not meaning.offset and not expression.text.lower().startswith("this")
    if bare and day % 7 < _SATURDAY and tense(context.text, expression.start, expression.end, context.language) <= 0:
        return -7
    return 0


def _compared_quarter(meaning: Relative, expression: TimeExpression, context: Context) -> Place:
    """`the latest quarter`, `the year-ago quarter`: by the quarter told last, else by the one that ended last."""
    told = context.last_quarter
    if told is not None:
        base = _Base(told.first_day, told.first_day, told.anchor, told)
        return _finished(calendar.unit("quarter", told.first_day, meaning.offset), "", expression, base, "")
    document = _document(context)
    if document is None or document.last - document.first > _longest("quarter"):
        return Place(expression.value, None)
    return _finished(calendar.unit("quarter", document.first, meaning.offset - 1), "", expression, document, "")


def _longest(unit: str) -> int:
    """How many days an anchor may last so that one may count whole units from it."""
    return {"day": 2, "week": 8, "weekend": 8, "month": 32, "quarter": 120, "half": 190, "season": 120}.get(
        unit, 40_000
    )


def _shift(meaning: Shift, expression: TimeExpression, context: Context) -> Place:
    unit = str(meaning.length.precision)
    term = _term(meaning, context)
    if meaning.event and term is None:
        return Place("P" + unit_text(meaning), None, None, "counted from what has no date here")
    base = term or _origin(meaning, expression, unit, context)
    if meaning.vague:
        return _vague_shift(meaning, expression, base)
    if base is None:
        return Place(expression.value, None)
    origin = base.told.when if base.told else context.published.when if context.published else None
    if origin is None:
        return Place(expression.value, None)
    return _finished(_moved(origin, meaning.length, meaning.sign), meaning.part, expression, base, "")


@lru_cache(4096)
def _moved(origin: Interval, length: Duration, sign: int) -> Placed | None:
    """A length away; a year from a quarter is a quarter."""
    same = Precision.QUARTER if origin.precision == Precision.QUARTER and length.years else None
    moved = length.after(origin, same) if sign > 0 else length.before(origin, same)
    if moved.first_day is None:
        return None
    return Placed(calendar.value_of(moved.first_day, moved.precision), moved)


def _origin(meaning: Shift, expression: TimeExpression, unit: str, context: Context) -> _Base | None:
    """What a length is counted from. In news a comparison with `a year earlier` is with the quarter in question."""
    base = _base(meaning.leans, "year" if unit in ("year", "month") else unit, context)
    if context.genre == "narrative" or meaning.length.years != 1 or meaning.sign > 0:
        return base
    quarter = context.last_quarter
    if quarter is not None and expression.start - quarter.expression.end < _COMPARED:
        return _Base(quarter.first_day, quarter.when.last_day or quarter.first_day, quarter.anchor, quarter)
    document = _document(context)
    if base is None or document is None or base.told is None:
        return base
    return document if base.last >= document.first - _TWO_YEARS else base


def unit_text(meaning: Shift) -> str:
    """The length in TIMEX3 without its `P`."""
    text = str(meaning.length)[1:]
    return _DIGITS.sub("X", text) if meaning.vague else text


def unplaced(expression: TimeExpression, found: Place, text: str) -> TimeExpression:
    """What could not be counted from its event (`two weeks after the siege began`) is only a length."""
    meaning = expression.meaning
    if not isinstance(meaning, Shift) or not meaning.event or found.when is not None:
        return expression
    words = _LAST_WORD.sub("", expression.text)
    end = expression.start + len(words)
    return replace(
        expression, end=end, text=text[expression.start : end], type="DURATION", value=found.value, rule=expression.rule
    )


def _vague_shift(meaning: Shift, expression: TimeExpression, base: _Base | None) -> Place:
    ref = "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    return Place(ref, None, base.anchor if base else None)


def _term(meaning: Shift, context: Context) -> _Base | None:
    """The date of a thing that the document gave a name."""
    told = next((told for name, told in context.terms.items() if meaning.event.startswith(name)), None)
    if told is None:
        return None
    return _Base(
        told.first_day, told.first_day if told.when.last_day is None else told.when.last_day, told.anchor, told
    )


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
    told = meaning.clock if _ZONE.search(expression.value) else _ZONE.sub("", meaning.clock)
    value = f"{day.value}T{told}"
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


def _finished(placed: Placed | None, part: str, expression: TimeExpression, base: _Base | None, note: str) -> Place:
    if placed is None:
        return Place(expression.value, None)
    placed = partial.slice_of(placed, part)
    return Place(placed.value, placed.when, base.anchor if base else None, note)
