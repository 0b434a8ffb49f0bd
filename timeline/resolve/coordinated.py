"""`late Thursday or early Friday`, `tomorrow and on Saturday`: days said in one breath lie on one side of today."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import TimeExpression
from timeline.resolve import partial
from timeline.resolve.context import Context
from timeline.resolve.tense import tense

_WIDEST = 20
_SENTENCE = 120
_STOP = re.compile(r"[.!?]\s")


@lru_cache(maxsize=32)
def _joint(language: Language) -> re.Pattern[str]:
    table = language.resolve
    words = "|".join((*table["range_and"], *table["range_or"]))
    leads = "|".join(table["coordinated_lead"])
    return re.compile(rf"(?:,|\s?(?:,\s)?(?:{words}))\s(?:(?:{leads})\s)?")


def side(expression: TimeExpression, context: Context) -> str:
    """The way in which the day just before lies from the document's, if both are named together; else empty."""
    told, day = context.last_day, context.day
    if told is None or day is None or told.first_day == day:
        return ""
    if expression.start - told.expression.end > _SENTENCE:
        return ""
    gap = context.text[told.expression.end : expression.start]
    ahead = told.first_day > day and not _STOP.search(gap)
    if ahead and not tense(context.text, expression.start, expression.end, context.language):
        return partial.FUTURE  # `To-morrow we rest; on Tuesday, if it is dry, we set out`
    if len(gap) > _WIDEST or not _joint(context.language).fullmatch(gap.lower()):
        return ""
    return partial.FUTURE if told.first_day > day else partial.PAST
