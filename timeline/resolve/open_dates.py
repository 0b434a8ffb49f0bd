"""Place calendar dates whose year (or month) the words leave open."""

from __future__ import annotations

from dataclasses import replace

from timeline.model.expression import SAME_SEASON, Partial, TimeExpression
from timeline.resolve import calendar, partial
from timeline.resolve.anchors import Base, Place, base_of, document_of, finished, in_its_part, leaning
from timeline.resolve.annual import of_its_year
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context
from timeline.resolve.coordinated import side
from timeline.resolve.deictic import from_writing, pointed_at, turns_the_year
from timeline.resolve.direction import direction, told_truly
from timeline.resolve.entries import before_entry
from timeline.resolve.fiscal import counts_quarters, fiscal_year
from timeline.resolve.fiscal import quarter as fiscal_quarter
from timeline.resolve.named import weekday_of_thing
from timeline.resolve.onward import onward
from timeline.resolve.paragraphs import in_next, too_far
from timeline.resolve.passage import beside, beside_told, nth_beside
from timeline.resolve.returning import of_writing, told_again, weekday_of_writing
from timeline.resolve.seasonal import recurs
from timeline.resolve.tense import tense
from timeline.resolve.weekdays import in_its_year, of_the_week
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_BESIDE = 400
"""Characters between two dates of one passage."""
_PIVOT = 50
_TWO_MONTHS = 62
"""Days of the longest stretch in which a day of the month is found without a month."""
_MONTH = 28
"""Days of a stretch beyond which a day of its first month is not called so after its end."""
_WEEK = 7
_DECADES = 50
"""Years after a decade told before in which the next one may lie."""
_LAST_SEASON = 24
"""Beyond it EDTF's codes are of quarters and halves."""
_SENTENCE = 120
"""Characters of a sentence or so."""
_FIRST_QUARTER, _LAST_QUARTER = 33, 36
_YEAR = Precision.YEAR.rank
_LAST_OF_NEWS = "a weekday of news: the last before the document"


def open_date(meaning: Partial, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    """`Jan. 11`, `Monday`, `the '80s`: calendar fields whose year, month or century the anchor gives."""
    found = _open_date(meaning, expression, context, following)
    return in_its_year(meaning, found, expression, context)


def _open_date(meaning: Partial, expression: TimeExpression, context: Context, following: Place | None) -> Place:
    if meaning.year is not None:
        return _told_year(meaning, expression, context)
    if recurs(meaning, expression, context):
        return Place(expression.value, None, None, "so every year")
    if meaning.pick is not None:
        return _picked(meaning, expression, context)
    if following is not None and following.when is not None and following.when.first_day is not None:
        return _before_end(meaning, expression, following.when)
    if meaning.weekday is not None and (beside_thing := weekday_of_thing(meaning, expression, context)) is not None:
        return beside_thing
    if meaning.month is None and (meaning.weekday is not None or meaning.day is not None):
        return _in_month(meaning, expression, context)
    if meaning.season is not None and (reported := _of_fiscal_year(meaning.season, expression, context)) is not None:
        return reported
    undated = _of_undated_news(context)
    if undated and (near := beside_told(meaning, expression, context)) is not None:
        return near
    base = None if undated else base_of("open", "year", context)
    if base is None and context.ahead is not None and meaning.month is not None:
        return _before_end(meaning, expression, context.ahead)
    if base is None or (
        meaning.season is not None and meaning.season > _LAST_SEASON and too_far(base, expression, context)
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
        return onward(meaning, expression, base, context)
    way, note = direction(expression, context, base)
    placed = partial.yearly(meaning, base.first, base.last, way)
    return finished(placed, meaning.part, expression, base, told_truly(note, way, placed, base))


def _of_fiscal_year(season: int, expression: TimeExpression, context: Context) -> Place | None:
    """`rose in the second quarter`, in the report of a year that ended in March: July to September."""
    if not _FIRST_QUARTER <= season <= _LAST_QUARTER or context.day is None:
        return None
    if not counts_quarters(context.text, context.language):
        return None
    ahead = tense(context.text, expression.start, expression.end, context.language) > 0
    placed = fiscal_quarter(season, context.day, context.text, context.language, ahead=ahead)
    return finished(placed, "", expression, document_of(context), "a quarter of the year that the text reports on")


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
    return rank > _YEAR or (rank == _YEAR and context.published is None and too_far(base, expression, context))


def _before_end(meaning: Partial, expression: TimeExpression, end: Interval) -> Place:
    """The opening of a range: the last that begins by its end."""
    first = end.first_day or 0
    if meaning.weekday is not None and meaning.month is None:
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
    far = base is not None and too_far(base, expression, context) and not in_next(meaning, base, expression, context)
    if far and (now := weekday_of_writing(meaning, expression, context)) is not None:
        return now
    if base is None or base.last - base.first > 31 or far:
        return Place(expression.value, None)
    if (before := before_entry(meaning, expression, context)) is not None:
        return before
    if meaning.weekday is not None and (definite := of_the_week(meaning, expression, context)) is not None:
        return definite
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
            way, note = partial.PAST, _LAST_OF_NEWS
        placed = partial.weekday(meaning.weekday, base.first, way)
        if base.told is not None and _done_ahead(placed, expression, base, context):
            placed, note = partial.weekday(meaning.weekday, context.day or 0, partial.PAST), _LAST_OF_NEWS
    else:
        placed = partial.day_of_month(meaning.day or 1, base.first, way)
        note = "on from the date told before" if base.told is not None and way == partial.ONWARD else note
    return finished(placed, meaning.part, expression, base, note)


def _done_ahead(placed: Placed, expression: TimeExpression, base: Base, context: Context) -> bool:
    """`went ahead on Thursday, though another had fallen ill on Tuesday`: what was done lies before the writing."""
    day = context.day
    if day is None or not base.first <= day < (placed.when.first_day or 0):
        return False
    return tense(context.text, expression.start, expression.end, context.language) < 0


def _within_told(number: int, context: Context) -> Placed | None:
    """`Between 12 and 19 July it shook, most on the 15th`: a day of the stretch told last."""
    if context.stretch is None or context.stretch[1] - context.stretch[0] > _TWO_MONTHS:
        return None
    first, last = context.stretch
    placed = partial.day_of_month(number, first, partial.ONWARD)
    day = 0 if placed is None else placed.when.first_day or 0
    twice = last - first >= _MONTH and from_jdn(last)[2] <= number  # `from 2 May until 2 June, and on the 30th`
    return placed if first <= day <= last and not twice else None


def _picked(meaning: Partial, expression: TimeExpression, context: Context) -> Place:
    unit = "day" if meaning.weekday is not None else "month"
    if unit == "month" and _year_just_told(expression, context):
        unit = "year"
    base = _of_now(meaning, expression, context) or from_writing(meaning.leans, expression, context)
    base = base or pointed_at(meaning, expression, context) or base_of(meaning.leans, unit, context)
    if base is None or (unit == "day" and base.first != base.last) or _gone_on(meaning, base, expression, context):
        return Place(expression.value, None)
    near = in_its_part(base) if meaning.leans == "mention" else base
    if turns_the_year(meaning, base, context):
        meaning = replace(meaning, pick=1)
    placed = partial.picked(meaning, near.first, near.last)
    if placed is not None and _comes_again(meaning, placed, expression, base, context):
        placed = calendar.day((placed.when.first_day or 0) + _WEEK)
    return finished(placed, meaning.part, expression, base, "")


def _gone_on(meaning: Partial, base: Base, expression: TimeExpression, context: Context) -> bool:
    """`She left on 6 June 2017. …`, and in another paragraph `out last November. He quit on the Monday after.`"""
    told, last = base.told, context.last
    if told is None or last is None or meaning.weekday is None or meaning.leans != "mention":
        return False
    return not last.when.covers(told.when) and last is not told and not context.in_one_paragraph(told, expression)


def _of_now(meaning: Partial, expression: TimeExpression, context: Context) -> Base | None:
    """`This August a jury indicted him`, in a story: of the year in which it is told."""
    if context.genre != "narrative" or meaning.pick or meaning.leans or meaning.month is None:
        return None
    this = expression.text.split(None, 1)[0].lower() in context.language.resolve["this"]
    return document_of(context) if this else None


def _comes_again(meaning: Partial, placed: Placed, expression: TimeExpression, base: Base, context: Context) -> bool:
    """`is to be published this Thursday`, said on a Friday: that of the week to come."""
    if meaning.weekday is None or meaning.pick or meaning.part or (placed.when.last_day or 0) >= base.first:
        return False
    return tense(context.text, expression.start, expression.end, context.language) > 0


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
        ahead = _DECADES if base and base.told is not None else 0  # `the 1960s … by the 70s`
        year = partial.century_of(number, from_jdn(base.first)[0], most=ahead) if base else 1900 + number
        year -= 100 * (context.year is not None and year > context.year + _PIVOT // 2)
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
