"""Years without an era in a text that counts years B.C.: `59 BC … in 49` goes on downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.model.expression import Fixed, TimeExpression
from timeline.resolve.context import Context

GENRE = "ancient"
"""Rules of this genre count only behind a date B.C., with years that lie after it."""


def counting(
    expressions: Sequence[TimeExpression], limited: Mapping[str, str], context: Context
) -> list[TimeExpression]:
    """The expressions whose rules count in a genre; those of ancient years count behind an earlier year B.C."""
    if not context.goes_on and limited.keys().isdisjoint(expression.rule for expression in expressions):
        return list(expressions)
    kept: list[TimeExpression] = []
    last, genre = context.year_before, context.genre
    for expression in expressions:
        only = limited.get(expression.rule, genre)
        year = expression.meaning.when.calendar_year if isinstance(expression.meaning, Fixed) else None
        if only == GENRE and year is not None and year <= 1 - last:
            only, year = genre, 1 - year
        if only != genre:
            continue
        kept.append(expression)
        last = last if year is None or (year > 0 and year <= 1 - last) else year
    context.year_before = last
    return kept
