"""How far a weekday or a day of the month reaches back: over the end of a paragraph only where the story goes on."""

from __future__ import annotations

from timeline.model.expression import Partial, TimeExpression
from timeline.resolve.anchors import Base
from timeline.resolve.context import Context
from timeline.resolve.tense import tense
from timeline.temporal.ordinal import from_jdn

_BESIDE = 400
"""Characters between two dates of one passage."""
_HEADED = 2
"""Empty lines between paragraphs where a heading may stand between them."""


def too_far(base: Base, expression: TimeExpression, context: Context) -> bool:
    """A weekday or a day of the month leans on no date of another paragraph; `Friday the 25th` proves itself."""
    meaning = expression.meaning
    if base.told is None or (isinstance(meaning, Partial) and meaning.weekday is not None and meaning.day is not None):
        return False
    return not context.is_near(base.told, expression, _BESIDE)


def in_next(meaning: Partial, base: Base, expression: TimeExpression, context: Context) -> bool:
    """`… until 20 August.`, and the next paragraph of a story: `On the 24th …`, `On Sunday …`."""
    told = base.told
    if told is None or context.genre != "narrative" or told is not context.last:
        return False
    between = context.text[told.expression.end : expression.start]
    if meaning.weekday is not None:
        ahead = tense(context.text, expression.start, expression.end, context.language) > 0
        return not ahead and len(between) <= _BESIDE and between.count("\n\n") <= _HEADED
    on = (meaning.day or 0) > from_jdn(base.last)[2]
    return on and len(between) <= _BESIDE and between.count("\n\n") == 1
