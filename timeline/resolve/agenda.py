"""Lists of what is to come, whose labels are days: `Forecast. Saturday: rain`, `Fixtures: …`."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import TimeExpression
from timeline.resolve.context import Context

_HEAD = 300
"""Characters in which it is said of what a list is."""
_SIGNS = 8
"""Bullets and blanks that may open a line."""
_LABEL = re.compile(r"(?:\A|[\n.!?;])[^A-Za-z0-9\n]*\Z")


def announced(expression: TimeExpression, context: Context) -> bool:
    """Whether a day opens a line or a sentence as the label of what comes on it."""
    text, start = context.text, expression.start
    if text[expression.end : expression.end + 1] != ":" or not _LABEL.search(text, max(0, start - _SIGNS), start):
        return False
    return _agenda(context.language).search(text[max(0, start - _HEAD) : start].lower()) is not None


@lru_cache(maxsize=32)
def _agenda(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(language.resolve['agenda'])})(?![a-z])")
