"""`A service will be held next Saturday`, under a life told in years: said from the day of the writing."""

from __future__ import annotations

from timeline.model.expression import Partial, Relative, TimeExpression
from timeline.resolve import calendar
from timeline.resolve.anchors import Base, Place, document_of, finished, leaning
from timeline.resolve.context import Context
from timeline.resolve.tense import tense
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_END = ".end_of_unit"
_NEAR = 200
_MONTH = 31
_MARCH, _NOVEMBER = 3, 11
_CELLS = "|\t"
_WEEKEND = ".the_weekend"
_BESIDE = 300
_WEEK, _SEASON, _YEAR = Precision.WEEK.rank, Precision.SEASON.rank, Precision.YEAR.rank
_PAST, _DAYS = 30, 14
"""Days before the writing from which a story of some days is over, and those in which two of its days lie."""


def _days_of_story(expression: TimeExpression, context: Context) -> Base | None:
    """`The run began on 9 March. On the Friday the bank shut. At the weekend ministers met.`, told in November."""
    if context.day is None or len(context.dated) < 2 or context.last is not context.last_day:
        return None
    before, told = context.dated[-2:]
    if context.day - told.first_day < _PAST or not 0 <= told.first_day - before.first_day <= _DAYS:
        return None
    if told is not context.last_day or before.when.first_day != before.when.last_day:
        return None
    if not context.is_near(told, expression, _BESIDE) or not context.is_near(before, told.expression, _BESIDE):
        return None
    past = tense(context.text, expression.start, expression.end, context.language) < 0
    return leaning(told) if past else None


def from_writing(leans: str, expression: TimeExpression, context: Context) -> Base | None:
    """The document's day, for what is to come `next week` or `this Friday`; None where a story may mean its own."""
    if not leans and expression.rule.endswith(_WEEKEND) and (days := _days_of_story(expression, context)) is not None:
        return days
    if leans or context.genre != "narrative" or context.day is None:
        return None
    first = expression.text.split(maxsplit=1)[0].lower()
    if first not in context.language.resolve["said_now"]:
        return None
    if tense(context.text, expression.start, expression.end, context.language) <= 0:
        return None
    return document_of(context)


def pointed_at(meaning: Partial, expression: TimeExpression, context: Context) -> Base | None:
    """`I stayed until the summer of 1944. She fetched me that August.`: of the date glanced at just before."""
    glance = context.glance
    if glance is None or meaning.pick != 0 or meaning.leans != "mention" or meaning.weekday is not None:
        return None
    near = glance.when.precision.rank <= _YEAR and context.is_near(glance, expression, _NEAR)
    return leaning(glance) if near else None


def turns_the_year(meaning: Partial, base: Base, context: Context) -> bool:
    """`The town fell on 5 December 2013. That February it was taken back`: on from then, unless the text told it."""
    month = meaning.month
    if base.told is None or meaning.pick != 0 or meaning.leans != "mention" or month is None or month > _MARCH:
        return False
    year, before, _ = from_jdn(base.first)
    if base.last - base.first > _MONTH or before < _NOVEMBER:
        return False
    return all(from_jdn(told.first_day)[:2] != (year, month) for told in context.dated)


def of_now(meaning: Relative, expression: TimeExpression, context: Context) -> Place | None:
    """What a whole unit told before would give, but for what is to come of it when the text was written; else None."""
    return _day_to_come(meaning, expression, context) or _end_to_come(meaning, expression, context)


def _day_to_come(meaning: Relative, expression: TimeExpression, context: Context) -> Place | None:
    """`It opens next April. I shall cut the ribbon that day.`: a day of that month, none told long before."""
    told = context.passed or context.last
    if meaning.unit != "day" or meaning.offset or meaning.leans != "mention" or told is None or context.day is None:
        return None
    if not _WEEK <= told.when.precision.rank <= _SEASON or told.first_day <= context.day:
        return None
    if not context.is_near(told, expression, _NEAR):
        return None
    return Place(told.value, told.when, told.anchor, "a day of what is told to come")


def _end_to_come(meaning: Relative, expression: TimeExpression, context: Context) -> Place | None:
    """`will send it by the end of the month`, and in the cell of a row of its own: of the month of the writing."""
    base = document_of(context)
    if not expression.rule.endswith(_END) or meaning.unit not in ("week", "month") or base is None:
        return None
    if base.last - base.first > (_MONTH if meaning.unit == "month" else 0):
        return None
    text, told = context.text, context.last_month
    line = text[text.rfind("\n", 0, expression.start) + 1 : expression.start]
    if not any(sign in line for sign in _CELLS) and tense(text, expression.start, expression.end, context.language) < 1:
        return None
    if told is not None and told.first_day >= base.first and "\n" not in text[told.expression.end : expression.start]:
        return None
    placed = calendar.unit(meaning.unit, base.first, 0)
    return finished(placed, meaning.part, expression, base, "to come when the text was written")
