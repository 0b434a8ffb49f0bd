"""Days that an entry of a diary or a log names: what it tells as done lies before it, what is to come moves nothing."""

from __future__ import annotations

from timeline.model.expression import Partial, TimeExpression
from timeline.resolve import partial
from timeline.resolve.anchors import Place, finished, leaning
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context
from timeline.resolve.tense import tense
from timeline.temporal.ordinal import from_jdn

_WORDS = 24


def before_entry(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """`March 9. The mate, hurt on the 4th, is better; a pilot came on Sunday`: the last before the entry's day."""
    entry, told = context.entry, context.last_day
    if entry is None or told is None or told.first_day > entry.first_day:
        return None
    base = leaning(entry)
    if meaning.weekday is not None and meaning.day is None and _awaited(expression, context):
        placed: Placed | None = partial.weekday(meaning.weekday, base.first, partial.FUTURE)
        return finished(placed, meaning.part, expression, base, "the first after the day of the entry")
    if tense(context.text, expression.start, expression.end, context.language) >= 0:
        return None
    if meaning.weekday is not None and meaning.day is None:
        placed = partial.weekday(meaning.weekday, base.first, partial.PAST)
    elif meaning.weekday is None and (meaning.day or 0) < from_jdn(base.first)[2]:
        placed = partial.day_of_month(meaning.day or 1, base.first, partial.PAST)
    else:
        return None
    return finished(placed, meaning.part, expression, base, "the last before the day of the entry")


def _awaited(expression: TimeExpression, context: Context) -> bool:
    """`Rebooked for Saturday`, `sailed for Hull, ETA Sunday`: does the word before look ahead?"""
    table = context.language.resolve
    before = context.text[max(0, expression.start - _WORDS) : expression.start].lower().split()
    while before and before[-1] in table["entry_leads"]:
        before.pop()
    return bool(before) and (before[-1] in table["aim"] or before[-1] in table["awaited"])


def to_come(expression: TimeExpression, context: Context) -> bool:
    """`March 9. The cook will be paid on the 20th. Rain.`: the entry goes on where it was."""
    if context.entry is None or context.entry.expression is expression:
        return False
    return tense(context.text, expression.start, expression.end, context.language) > 0
