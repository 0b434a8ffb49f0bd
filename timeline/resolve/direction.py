"""On which side of its anchor a bare date lies: by the tense, by prepositions, by what the anchor is."""

from __future__ import annotations

import re

from timeline.model.expression import Partial, TimeExpression
from timeline.resolve import partial
from timeline.resolve.agenda import announced
from timeline.resolve.anchors import Base
from timeline.resolve.bounds import aims, bound, happened, over
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context
from timeline.resolve.tense import first_will, surely_ahead, tense

_LONGEST_LEAD = 24
_CLAUSE = 90
_CLAUSE_END = re.compile(r"[.;:!?]\s|\n\n")
_WEEK = 7
"""Days ahead within which a paper may already tell what was done: it is printed for tomorrow, or lies eastward."""


def direction(expression: TimeExpression, context: Context, base: Base) -> tuple[str, str]:
    """How to choose among the years, months or weeks (see `partial.yearly`), and why so."""
    if base.told is not None:
        if _dated(expression, context):
            return partial.PAST, "the last before the date told before"
        return partial.ONWARD, "the year of the date told before"
    if over(context.text, expression.start, context.language):
        return partial.OVER, "it is over: the last before the document"
    if announced(expression, context):
        return partial.FUTURE, "of a list of what is to come: the first after the document"
    if bound(context.text, expression.start, context.prepositions) == "by" and _may_be(expression, context):
        return partial.FUTURE, "what may be by then: the first after the document"
    told = tense(context.text, expression.start, expression.end, context.language)
    if context.text[expression.end : expression.end + 2] in ("'s", "\u2019s"):
        ahead = told > 0 and aims(context.text, expression.start, context.language)
        ahead = ahead or (
            _opens_sentence(expression, context) and first_will(context.text, expression.end, context.language)
        )
        told = 1 if ahead else -1
    if base.first != base.last:
        return partial.NEAREST, "nearest the document's date"
    if not told and bound(context.text, expression.start, context.prepositions) in ("by", "until"):
        return partial.FUTURE, "a deadline: the first after the document"
    if not told and _opens_from(expression, context):
        return partial.FUTURE, "it begins then: the first after the document"
    if told < 0:
        if _is_over(expression, context, base):
            return partial.OVER, "past tense: the last before the document"
        return partial.PAST, "past tense: the last before the document"
    if not told:
        return partial.NEAREST, "nearest the document's date"
    month = isinstance(expression.meaning, Partial) and expression.meaning.month and not expression.meaning.day
    sure = month and surely_ahead(context.text, expression.start, context.language)
    if isinstance(expression.meaning, Partial) and expression.meaning.feast:  # `will come by Christmas`, told in May
        sure = bound(context.text, expression.start, context.prepositions) in ("by", "before", "until")
    return partial.COMING if sure else partial.FUTURE, "future tense: the first after the document"


def _may_be(expression: TimeExpression, context: Context) -> bool:
    """`A used engine could be in service by spring`: said of what is not yet; not `could have been`."""
    clause = _CLAUSE_END.split(context.text[max(0, expression.start - _CLAUSE) : expression.start].lower())[-1].split()
    may = [number for number, word in enumerate(clause) if word in context.language.resolve["may_be"]]
    return bool(may) and set(clause[may[-1] + 1 : may[-1] + 2]).isdisjoint(context.language.resolve["may_have"])


def told_truly(note: str, way: str, placed: Placed | None, base: Base) -> str:
    """The reason; where the other side lay so much nearer that the tense was overruled, that."""
    if placed is None or placed.when.first_day is None:
        return note
    if way == partial.FUTURE and (placed.when.last_day or base.first) < base.first:
        return "just before the document; the next lies too far ahead"
    if way == partial.PAST and placed.when.first_day > base.last:
        return "just after the document; the last lies too far back"
    return note


def _is_over(expression: TimeExpression, context: Context, base: Base) -> bool:
    """`In April the ship sank`, `on 14 December the board approved it`: what was done then does not lie ahead.

    A tense tells which of two dates a year apart, if not which of days that lie near.
    """
    meaning = expression.meaning
    if (
        context.genre != "news"
        or not isinstance(meaning, Partial)
        or (meaning.month is None and meaning.season is None)
    ):
        return False
    if meaning.day is not None and _days_ahead(meaning, base) <= _WEEK:
        return False
    return happened(context.text, expression.start, context.language)


def _days_ahead(meaning: Partial, base: Base) -> int:
    """From an anchor to the next day of a date that comes once a year."""
    following = partial.yearly(meaning, base.last, base.last, partial.AHEAD)
    return 0 if following is None else (following.when.first_day or 0) - base.last


def _dated(expression: TimeExpression, context: Context) -> bool:
    """`July 9. A letter, dated the 2nd`: written before it came."""
    before = context.text[max(0, expression.start - _LONGEST_LEAD) : expression.start].lower().split()
    return bool(before) and before[-1] in context.language.resolve["dated"]


def _opens_sentence(expression: TimeExpression, context: Context) -> bool:
    """`Saturday's march will go ahead`: nothing stands before it."""
    before = context.text[max(0, expression.start - 4) : expression.start].rstrip(" '\"\u201c")
    return not before or before[-1] in ".!?\n"


def _opens_from(expression: TimeExpression, context: Context) -> bool:
    """`; from Monday: Jan Pohl`: what opens a clause begins then."""
    before = context.text[max(0, expression.start - _LONGEST_LEAD) : expression.start].lower().split()
    if not before or before[-1] not in context.language.resolve["begins_then"]:
        return False
    return len(before) < 2 or not before[-2][-1:].isalnum()
