"""Years without an era in a text that counts years B.C.: `59 BC … in 49` goes on downwards."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.languages import Language
from timeline.languages.pattern import Words
from timeline.model.expression import Fixed, TimeExpression
from timeline.resolve.context import Context
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

GENRE = "ancient"
"""Rules of this genre count only behind a date B.C., with years that lie after it."""


_STRETCH = "date.years_bc"
"""Both ends of `from 167 to 150 BC`, of one rule."""
_JOINT = 7
"""Characters between them."""
_SMALL = re.compile(r"(?<![0-9])[0-9]{2,3}(?:/[0-9]{1,3})?\Z")
_YEARS = (Precision.YEAR, Precision.MONTH, Precision.SEASON)
_BARE = 1000


def counting(
    expressions: Sequence[TimeExpression], limited: Mapping[str, str], context: Context
) -> list[TimeExpression]:
    """The expressions whose rules count in a genre; those of ancient years count behind an earlier year B.C.

    Behind a stretch also those in it: `a hostage from 167 to 150 BC … in 158`.
    """
    if not context.goes_on and not any(_needs_care(expression, limited) for expression in expressions):
        return list(expressions)
    kept: list[TimeExpression] = []
    last, first, genre = context.year_before, context.year_before, context.genre
    before: TimeExpression | None = None
    for expression in expressions:
        only = limited.get(expression.rule, genre)
        when = expression.meaning.when if isinstance(expression.meaning, Fixed) else None
        year = None if when is None else when.calendar_year
        if when is not None and year is not None and is_bare(expression, when, context.language) and year <= 1 - first:
            only, year = (genre if only == GENRE else only), 1 - year
            if year < last:
                context.within_stretch.add(expression.start)
        if only != genre:
            continue
        kept.append(expression)
        if year is not None:
            ends = _ends_stretch(before, expression)
            first, last = (first if ends or (year < last and first <= year) else year), year
        before = expression
    context.year_before = last
    return kept


def _needs_care(expression: TimeExpression, limited: Mapping[str, str]) -> bool:
    return expression.rule == _STRETCH or expression.rule in limited


def is_bare(expression: TimeExpression, when: Interval, language: Language) -> bool:
    """A small year that tells no era: `158`, `August 216`, `the winter of 243/242`."""
    if when.precision not in _YEARS or not 0 < (when.calendar_year or 0) < _BARE:
        return False
    if _SMALL.search(expression.text) is None:
        return False
    era = language.lexicon.get("era")
    return not isinstance(era, Words) or era.values.keys().isdisjoint(expression.text.lower().split())


def _ends_stretch(one: TimeExpression | None, two: TimeExpression) -> bool:
    """Whether two expressions are the ends of one stretch of years B.C."""
    return one is not None and one.rule == two.rule == _STRETCH and 0 <= two.start - one.end <= _JOINT
