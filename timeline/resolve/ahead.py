"""What a story tells next bounds what it tells now: `In July 1775 … All through the autumn … In March 1776 …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Fixed, Partial, TimeExpression
from timeline.resolve import partial
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_REACH = 1000
"""Characters."""
_LONGEST = 3 * 366
"""Days between the date before and the date after."""
_CLAUSE = 60
_CLAUSE_GAP = re.compile(r" [^\W\d_][^.,;:()\n\u2013\u2014]{2,56} ")
"""What may stand between a thing and its date."""
_YEAR = Precision.YEAR.rank


def told_next(expressions: Sequence[TimeExpression]) -> list[Interval | None]:
    """For each expression without its year: the complete date, finer than a year, that follows it next in the text."""
    ahead: list[Interval | None] = []
    start, when = 0, None
    for expression in reversed(expressions):  # one pass: to look ahead from each would take long where all are bare
        meaning = expression.day
        bare = isinstance(meaning, Partial) and meaning.year is None and meaning.pick is None
        ahead.append(when if bare and start - expression.end <= _REACH else None)
        if isinstance(meaning, Fixed) and meaning.when.precision.rank < _YEAR:
            start, when = expression.start, meaning.when
    return ahead[::-1]


def date_beside(
    number: int, expressions: Sequence[TimeExpression], context: Context
) -> tuple[Placed, TimeExpression] | None:
    """`the March elections of 1933`, `their summer attack in June 1942`: what is said of a thing, and its date.

    `in September in 2012`, too.
    """
    if number + 1 == len(expressions):
        return None
    one, two = expressions[number], expressions[number + 1]
    meaning, told = one.meaning, two.meaning
    if not isinstance(meaning, Partial) or not isinstance(told, Fixed) or meaning.pick is not None:
        return None
    if meaning.year is not None or meaning.weekday is not None or meaning.feast:
        return None
    when, gap = told.when, context.text[one.end : two.start] if two.start - one.end < _CLAUSE else ""
    attribute = one.rule.endswith("_attribute") and _CLAUSE_GAP.fullmatch(gap)
    of_thing = meaning.day is None and (attribute or _thing_of(context.language).fullmatch(gap.lower()))
    of_year = when.precision == Precision.YEAR and gap.strip().lower() in context.language.resolve["within"]
    if not (of_thing or of_year) or when.precision.rank > _YEAR:
        return None
    if when.first_day is None or when.last_day is None:
        return None
    placed = partial.yearly(meaning, when.first_day, when.last_day, partial.NEAREST)
    return None if placed is None else (partial.slice_of(placed, meaning.part), two)


@lru_cache(maxsize=32)
def _thing_of(language: Language) -> re.Pattern[str]:
    return re.compile(rf" [^\W\d_]{{3,20}}(?:[- ][^\W\d_]{{3,20}})? (?:{'|'.join(language.resolve['thing_of'])}) ")


def between(placed: Placed | None, meaning: Partial, expression: TimeExpression, context: Context) -> Placed | None:
    """What was found, or the only other one that lies between the month or day told before and the date told next."""
    make, before, ahead = partial.of_year(meaning), context.last_month, context.ahead
    if placed is None or make is None or before is None or ahead is None or meaning.feast:
        return placed
    first, last = before.first_day, ahead.last_day
    if last is None or not 0 <= last - first <= _LONGEST or _meets(placed, first, last):
        return placed
    if _looks_back(expression, context):
        return placed
    years = range(from_jdn(first)[0] - 1, from_jdn(last)[0] + 1)
    fitting = [other for year in years if (other := make(year)) and _meets(other, first, last)]
    return partial.valued(fitting[0], meaning) if len(fitting) == 1 else placed


def _meets(placed: Placed, first: int, last: int) -> bool:
    return (placed.when.first_day or 0) <= last and (placed.when.last_day or 0) >= first


def _looks_back(expression: TimeExpression, context: Context) -> bool:
    """`it had been let in March`"""
    clause = context.text[max(0, expression.start - _CLAUSE) : expression.start].lower()
    return not set(clause.split()).isdisjoint(context.language.resolve["glance_back"])
