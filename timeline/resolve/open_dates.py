"""Place calendar dates whose year (or month) the words leave open."""

from __future__ import annotations

from dataclasses import replace

from timeline.model.expression import SAME_SEASON, Partial, TimeExpression
from timeline.resolve import calendar, partial
from timeline.resolve.ahead import between
from timeline.resolve.anchors import Base, Place, base_of, finished, leaning
from timeline.resolve.annual import of_its_year
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context
from timeline.resolve.coordinated import side
from timeline.resolve.direction import direction, told_truly
from timeline.resolve.fiscal import fiscal_year
from timeline.resolve.passage import beside, beside_told, nth_beside
from timeline.resolve.returning import of_writing, told_again
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_BESIDE = 400
"""Characters between two dates of one passage."""
_PIVOT = 50
_LAST_SEASON = 24
"""Beyond it EDTF's codes are of quarters and halves."""
_PASSING = 8 * 365
"""A bare year so far from the story's last month or day may be named in passing."""
_CLOSE = 60
_CLAUSE = 60
_LATELY = 500
"""Days before the writing within which a story runs on towards it."""
_SENTENCE = 120
"""Characters of a sentence or so."""
_FIRST_QUARTER = 33
_YEAR = Precision.YEAR.rank


def open_date(meaning: Partial, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    """`Jan. 11`, `Monday`, `the '80s`: calendar fields whose year, month or century the anchor gives."""
    if meaning.year is not None:
        return _told_year(meaning, expression, context)
    if meaning.pick is not None:
        return _picked(meaning, expression, context)
    if following is not None and following.when is not None and following.when.first_day is not None:
        return _before_end(meaning, expression, following.when)
    if meaning.month is None and (meaning.weekday is not None or meaning.day is not None):
        return _in_month(meaning, expression, context)
    undated = _of_undated_news(context)
    if undated and (near := beside_told(meaning, expression, context)) is not None:
        return near
    base = None if undated else base_of("open", "year", context)
    if base is None and context.ahead is not None and meaning.month is not None:
        return _before_end(meaning, expression, context.ahead)
    if base is None or (
        meaning.season is not None and meaning.season > _LAST_SEASON and _too_far(base, expression, context)
    ):
        return Place(expression.value, None)
    if (again := told_again(meaning, expression, context) or of_writing(meaning, expression, context)) is not None:
        return again
    if base.told is None:
        near = beside(meaning, expression, base, context) or of_its_year(meaning, expression, context)
        if near is not None:
            return near
    if base.told is not None:
        base = _fine_enough(base, context)
        if _gives_no_year(base, expression, context):
            return Place(expression.value, None)
        return _onward(meaning, expression, base, context)
    way, note = direction(expression, context, base)
    placed = partial.yearly(meaning, base.first, base.last, way)
    return finished(placed, meaning.part, expression, base, told_truly(note, way, placed, base))


def _of_undated_news(context: Context) -> bool:
    """`VIK, June 3 (Agency) —`, and no year: a month is of that year, not of one told in passing."""
    return context.genre == "news" and context.published is None


def _fine_enough(base: Base, context: Context) -> Base:
    """The date told last; the last month or day instead of a decade or a century, which tell no year."""
    told, month = base.told, context.last_month
    return leaning(month) if told is not None and told.when.precision.rank > _YEAR and month is not None else base


def _gives_no_year(base: Base, expression: TimeExpression, context: Context) -> bool:
    """A decade gives no year to a day; nor, where the document has no date, does a year named further off."""
    if base.told is None or context.section_year(expression.start) is not None:
        return False
    rank = base.told.when.precision.rank
    if context.last_month is not None and context.last_month is not base.told:
        return False
    if rank == _YEAR and context.in_heading(base.told, expression.start):
        return False
    return rank > _YEAR or (rank == _YEAR and context.published is None and _too_far(base, expression, context))


def _onward(meaning: Partial, expression: TimeExpression, base: Base, context: Context) -> Place:
    """On from the date told last; from the last month or day, if the last is only a year named in passing."""
    note = "the year of the date told before"
    glance = context.glance
    if glance is not None and meaning.season is not None and _in_sentence(leaning(glance), expression, context):
        base = leaning(glance)  # `in 1919 … the first to cross it in spring`
    headed = context.section_year(expression.start)
    if headed is not None and (make := partial.of_year(meaning)) is not None and not meaning.feast:
        return finished(make(headed), meaning.part, expression, base, "the year that heads the section")
    placed = partial.yearly(meaning, base.first, base.last, partial.ONWARD)
    month = context.last_month
    passing = base.told is not None and base.told.when.precision == Precision.YEAR
    away = month is not None and abs(month.first_day - base.first) > _PASSING
    if (
        month is not None
        and month is not base.told
        and passing
        and away
        and not _in_sentence(base, expression, context)
    ):
        last = month.first_day if month.when.last_day is None else month.when.last_day
        other = partial.yearly(meaning, month.first_day, last, partial.ONWARD)
        if other is not None and partial.cost(other.when, month.first_day, last, partial.ONWARD) < _CLOSE:
            return finished(other, meaning.part, expression, Base(month.first_day, last, month.anchor, month), note)
    if context.published is None and _lies_ahead(placed, expression, base, context):
        return Place(expression.value, None)
    if (inside := _within_stretch(placed, meaning, context)) is not placed:
        return finished(inside, meaning.part, expression, base, "within the stretch of time told before")
    if (later := _up_to_writing(placed, meaning, base, context)) is not None:
        return finished(later, meaning.part, expression, base, "on from the date told before, up to the writing")
    if context.genre == "narrative" and (told := between(placed, meaning, expression, context)) is not placed:
        return finished(told, meaning.part, expression, base, "between the date told before and the one told next")
    return finished(placed, meaning.part, expression, base, note)


def _in_sentence(base: Base, expression: TimeExpression, context: Context) -> bool:
    """`became in 1919 the first to cross it in winter`: of the year that its own sentence tells."""
    return base.told is not None and ". " not in context.text[base.told.expression.end : expression.start]


def _lies_ahead(placed: Placed | None, expression: TimeExpression, base: Base, context: Context) -> bool:
    """`will appear in court on 30 October`: to come when it was written, which may be years after the date before."""
    clause = context.text[max(0, expression.start - _CLAUSE) : expression.start].rpartition(". ")[2]
    if set(clause.lower().split()).isdisjoint(context.language.resolve["writes_ahead"]) or placed is None:
        return False
    return not 0 <= (placed.when.first_day or 0) - base.first <= _CLOSE


def _up_to_writing(placed: Placed | None, meaning: Partial, base: Base, context: Context) -> Placed | None:
    """`dated July 2012 … granted on 22 February`, written in June 2013: what comes next, not what came long before."""
    make, day = partial.of_year(meaning), context.day
    if placed is None or make is None or day is None or meaning.day is None or not 0 < day - base.last <= _LATELY:
        return None
    if base.first - (placed.when.last_day or base.first) < _CLOSE:
        return None
    later = make((placed.when.calendar_year or 0) + 1)
    return later if later is not None and base.last < (later.when.first_day or 0) <= day else None


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
    return Place(placed.value, placed.when, None, "the year of the date behind it")


def _in_month(meaning: Partial, expression: TimeExpression, context: Context) -> Place:
    base = base_of("open", "day" if meaning.day is None else "month", context)
    if base is None or base.last - base.first > 31 or _too_far(base, expression, context):
        return Place(expression.value, None)
    if base.told is None and meaning.weekday is None and (near := nth_beside(meaning, expression, base, context)):
        return near
    if meaning.weekday is None and (inside := _within_told(meaning.day or 1, context)) is not None:
        return finished(inside, meaning.part, expression, base, "within the days told before")
    way, note = direction(expression, context, base)
    if base.told is None and meaning.day is None and (aside := side(expression, context)):
        way, note = aside, "on the side of the document's date on which the day beside it lies"
    if meaning.weekday is not None and meaning.day is not None:
        placed: Placed | None = partial.weekday_of_month(meaning.weekday, meaning.day, base.first, way)
    elif meaning.weekday is not None:
        if base.first != base.last:
            return Place(expression.value, None)
        if way == partial.NEAREST and context.genre == "news":
            way, note = partial.PAST, "a weekday of news: the last before the document"
        placed = partial.weekday(meaning.weekday, base.first, way)
    else:
        placed = partial.day_of_month(meaning.day or 1, base.first, way)
        note = "on from the date told before" if base.told is not None and way == partial.ONWARD else note
    return finished(placed, meaning.part, expression, base, note)


def _within_told(number: int, context: Context) -> Placed | None:
    """`Between 12 and 19 July it shook, most on the 15th`: a day of the stretch told last."""
    if context.stretch is None:
        return None
    first, last = context.stretch
    placed = partial.day_of_month(number, first, partial.ONWARD)
    return placed if placed is not None and first <= (placed.when.first_day or 0) <= last else None


def _within_stretch(placed: Placed | None, meaning: Partial, context: Context) -> Placed | None:
    """`From 10 December 2023 to 8 June 2024 … not on 25 December`: of the stretch told last, unless just after it."""
    make = partial.of_year(meaning)
    if placed is None or make is None or context.stretch is None:
        return placed
    first, last = context.stretch
    if first <= (placed.when.first_day or 0) <= last + _CLOSE:
        return placed
    years = range(from_jdn(first)[0], from_jdn(last)[0] + 1)
    inside = [other for year in years if (other := make(year)) and first <= (other.when.first_day or 0) <= last]
    return partial.valued(inside[0], meaning) if len(inside) == 1 else placed


def _too_far(base: Base, expression: TimeExpression, context: Context) -> bool:
    """A weekday or a day of the month leans on no date of another paragraph."""
    if base.told is None:
        return False
    return not context.is_near(base.told, expression, _BESIDE)


def _picked(meaning: Partial, expression: TimeExpression, context: Context) -> Place:
    unit = "day" if meaning.weekday is not None else "month"
    if unit == "month" and _year_just_told(expression, context):
        unit = "year"
    base = base_of(meaning.leans, unit, context)
    if base is None or (unit == "day" and base.first != base.last):
        return Place(expression.value, None)
    return finished(partial.picked(meaning, base.first, base.last), meaning.part, expression, base, "")


def _year_just_told(expression: TimeExpression, context: Context) -> bool:
    """`… fell in 1975; that same spring …` is of 1975, whatever month was told before it."""
    last = context.last
    if last is None or last is context.last_month or last.when.precision.rank > _YEAR:
        return False
    return expression.start - last.expression.end < _SENTENCE


def _told_year(meaning: Partial, expression: TimeExpression, context: Context) -> Place:
    number = meaning.year or 0
    if meaning.season == SAME_SEASON:
        return _same_quarter(number, expression, context)
    if meaning.decade:
        base = base_of("open", "year", context)
        year = partial.century_of(number, from_jdn(base.first)[0], most=0) if base else 1900 + number
        return finished(calendar.decade(year), meaning.part, expression, base, "the century nearest before")
    if meaning.fiscal:
        placed = fiscal_year(number, meaning.season, context.text, context.language)
        return finished(placed, meaning.part, expression, None, "")
    make = partial.of_year(replace(meaning, year=None))
    if make is None and number < 100:
        return _short_year(number, meaning.part, expression, context)
    return finished(make(number) if make else None, meaning.part, expression, None, "")


def _same_quarter(year: int, expression: TimeExpression, context: Context) -> Place:
    """The quarter told shortly before, of another year; else the year."""
    told = context.compared(expression.start)
    if told is None:
        return finished(calendar.year(year), "", expression, None, "")
    base = Base(told.first_day, told.first_day, told.anchor, told)
    quarter = (from_jdn(told.first_day)[1] - 1) // 3
    return finished(calendar.season(year, _FIRST_QUARTER + quarter), "", expression, base, "the quarter told before")


def _short_year(number: int, part: str, expression: TimeExpression, context: Context) -> Place:
    """Two digits: the year that ends so and lies nearest before the anchor; without one, 1950 to 2049."""
    base = base_of("open", "year", context)
    year = (
        partial.century_of(number, from_jdn(base.first)[0]) if base else number + (1900 if number >= _PIVOT else 2000)
    )
    return finished(calendar.year(year), part, expression, base, "the century nearest before")
