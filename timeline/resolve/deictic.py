"""`A service will be held next Saturday`, under a life told in years: said from the day of the writing."""

from __future__ import annotations

from timeline.model.expression import TimeExpression
from timeline.resolve.anchors import Base, document_of
from timeline.resolve.context import Context
from timeline.resolve.tense import tense


def from_writing(leans: str, expression: TimeExpression, context: Context) -> Base | None:
    """The document's day, for what is to come `next week` or `this Friday`; None where a story may mean its own."""
    if leans or context.genre != "narrative" or context.day is None:
        return None
    first = expression.text.split(maxsplit=1)[0].lower()
    if first not in context.language.resolve["said_now"]:
        return None
    if tense(context.text, expression.start, expression.end, context.language) <= 0:
        return None
    return document_of(context)
