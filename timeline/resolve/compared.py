"""The year that a comparison gives away: `fell in February from January and from February 1986` is told in 1987."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Fixed, Partial, TimeExpression
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_REACH = 300
"""Characters between a month and the same month of the year that it is compared with."""
_LONGEST = 40
_SENTENCE = re.compile(r"[.!?]['\")\u201d]{0,2}\s+[A-Z]|\n\n")


@lru_cache(maxsize=32)
def _period(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(language.resolve['compared_period'])}) ?\Z")


@lru_cache(maxsize=32)
def _figure(language: Language) -> re.Pattern[str]:
    return re.compile(
        rf"[^a-z](?:{'|'.join(language.resolve['compared_figure'])}) [^a-z.;]{{0,3}}[0-9][^;]{{0,30}} in \Z"
    )


def holds_against(text: str, start: int, language: Language) -> bool:
    """`up from 294 million in 1985`: a year that something is only held against."""
    return _figure(language).search(text[max(0, start - _LONGEST - 16) : start].lower()) is not None


def _weighs(gap: str, language: Language) -> bool:
    """Whether figures, or a word like `below`, stand between two months."""
    if any(sign.isdecimal() for sign in gap):
        return True
    return not set(gap.lower().split()).isdisjoint(language.resolve["compared_with"])


def years_compared(text: str, expressions: Sequence[TimeExpression], language: Language) -> Iterator[int]:
    """The years after those that something of this year is held against."""
    bare: dict[int, int] = {}
    for one in expressions:
        meaning = one.meaning
        if isinstance(meaning, Partial) and meaning.month is not None and meaning.day is None and meaning.year is None:
            if meaning.pick is None:
                bare[meaning.month] = one.end
            continue
        if not isinstance(meaning, Fixed) or meaning.when.first_day is None:
            continue
        year, month, _ = from_jdn(meaning.when.first_day)
        if meaning.when.precision == Precision.MONTH and month in bare:
            gap = text[bare[month] : one.start] if one.start - bare[month] <= _REACH else "\n\n"
            if not _SENTENCE.search(gap) and _weighs(gap, language):
                yield year + 1
        elif meaning.when.precision == Precision.YEAR:
            before = text[max(0, one.start - _LONGEST) : one.start].lower()
            if _period(language).search(before):
                yield year + 1
