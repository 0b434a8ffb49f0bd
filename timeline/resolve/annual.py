"""Reviews of a year and looks ahead at one: `2019 in review`, published in February 2020, tells of months of 2019."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Partial, TimeExpression
from timeline.resolve import partial
from timeline.resolve.anchors import Place, document_of, finished
from timeline.resolve.context import Context
from timeline.resolve.fiscal import in_year_ended
from timeline.resolve.tense import tense
from timeline.temporal.ordinal import from_jdn

_TOP = 400
"""Characters in which a text says that it is one."""
_BESIDE = 24
"""Characters between such words and the year they are of."""
_LAST_REVIEW, _FIRST_REVIEW = 2, 11
"""Months up to which the year before is looked back on, and from which this one is."""
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9]|[/–-][0-9])")


@lru_cache(maxsize=32)
def _cues(language: Language) -> re.Pattern[str]:
    table = language.resolve
    return re.compile(rf"[^a-z](?:(?P<review>{'|'.join(table['review'])})|{'|'.join(table['preview'])})(?![a-z])")


def of_its_year(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """A month, day or season without its year, in the year that the text looks back on or ahead to; else None."""
    make, base = partial.of_year(meaning), document_of(context)
    if make is None or base is None or base.first != base.last or context.genre != "news" or meaning.feast:
        return None
    told = _year(context, *from_jdn(base.first)[:2])
    if told is None:
        return None
    year, back = told
    direction = tense(context.text, expression.start, expression.end, context.language)
    if (direction > 0) if back else (direction < 0):
        return None
    note = "the year that the text looks back on" if back else "the year that the text looks ahead to"
    placed = make(year)
    if back and placed is not None and not in_year_ended(year, placed, context.text, context.language):
        placed = make(year - 1)  # `the year ended 31 March 2024`: November is of 2023
    return finished(placed, meaning.part, expression, base, note)


def _year(context: Context, year: int, month: int) -> tuple[int, bool] | None:
    """The year of which the text is a review (True) or to which it looks ahead; None where it says neither.

    The one that it names beside such words; else, at the turn of a year, the one that is over or to come.
    """
    said = _said(context.text[:_TOP], context.language)
    if said is None:
        return None
    back, of = said
    if of is not None:
        return (of, back) if 0 <= (year - of if back else of - year) <= 1 else None
    if _LAST_REVIEW < month < _FIRST_REVIEW:
        return None
    return year - (back and month <= _LAST_REVIEW) + (not back and month >= _FIRST_REVIEW), back


@lru_cache(maxsize=32)
def _said(top: str, language: Language) -> tuple[bool, int | None] | None:
    """Whether the top of a text says that it looks back or ahead, and at which year, if it names one."""
    top = f" {top.lower()}"
    cue = _cues(language).search(top)
    if cue is None:
        return None
    named = _YEAR.search(top, max(0, cue.start() + 1 - _BESIDE), cue.end() + _BESIDE)
    return cue["review"] is not None, None if named is None else int(named[0])
