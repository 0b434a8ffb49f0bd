"""`1/2/2019`: month first, unless the document itself writes the day first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.languages import Language
from timeline.languages.pattern import Words
from timeline.model.expression import Fixed, TimeExpression

_MONTHS = 12
_NUMERIC = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![0-9/])")
_DOTTED = re.compile(r"(?<![0-9.])([0-9]{1,2})\.([0-9]{1,2})\.[0-9]{4}(?![0-9.])")


def day_first(text: str, language: Language) -> bool:
    """Does a date that can only be read one way (`13/2/2019`) put the day first, and none the month?

    `9/3/2024` can, too, where the text tells of `9 March` and of no `September 3`.
    """
    numeric = {(int(one), int(two)) for one, two in _NUMERIC.findall(text)}
    if not numeric:
        return False
    ways = {_way(one, two) for one, two in numeric} - {""}
    if not ways and any(int(one) > _MONTHS >= int(two) for one, two in _DOTTED.findall(text)):
        return True  # `27.03.1909 … 4/11/2021`
    if not ways:
        lexicon = language.lexicon.get("month")
        months = lexicon.values if isinstance(lexicon, Words) else {}
        told = _told(text, {name: month for name, month in months.items() if isinstance(month, int)})
        ways = {"day" for pair in numeric if pair in told} | {"month" for one, two in numeric if (two, one) in told}
    return ways == {"day"}


def as_written(expressions: Sequence[TimeExpression], text: str, language: Language) -> Sequence[TimeExpression]:
    """The expressions, those that can be read two ways as the document writes them."""
    either = {n for n, e in enumerate(expressions) if isinstance(e.meaning, Fixed) and e.meaning.other is not None}
    if not either or not day_first(text, language):
        return expressions
    return [_turned(e) if n in either else e for n, e in enumerate(expressions)]


def _turned(expression: TimeExpression) -> TimeExpression:
    meaning = expression.meaning
    assert isinstance(meaning, Fixed)
    assert meaning.other is not None
    return expression._replace(meaning=Fixed(meaning.other, meaning.when))


def _way(one: int, two: int) -> str:
    if one > _MONTHS >= two:
        return "day"
    return "month" if two > _MONTHS >= one else ""


def _told(text: str, months: Mapping[str, int]) -> set[tuple[int, int]]:
    """Days and months in words: `9 March`, `March 9th`."""
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = r"([0-9]{1,2})(?:st|nd|rd|th)?"
    either = re.compile(rf"(?<![0-9]){day} ({names})\b|\b({names}) {day}(?![0-9])", re.IGNORECASE)
    found = (match.groups() for match in either.finditer(text))
    return {(int(d1 or d2), months[(m1 or m2).lower()]) for d1, m1, m2, d2 in found}
