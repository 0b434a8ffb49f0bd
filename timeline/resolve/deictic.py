"""`A service will be held next Saturday`, under a life told in years: said from the day of the writing."""

from __future__ import annotations

from timeline.model.expression import TimeExpression
from timeline.resolve.anchors import Base, document_of, leaning
from timeline.resolve.context import Context
from timeline.resolve.tense import tense

_WEEKEND = ".the_weekend"
_BESIDE = 300
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
