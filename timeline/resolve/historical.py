"""Histories: their TIMEX3 values tell sets and long lengths by the calendar, as the annotators of such corpora do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model.expression import Length, Repeat, TimeExpression

_EACH = {"P1D": "XXXX-XX-XX", "P1W": "XXXX-WXX", "P1M": "XXXX-XX", "P1Y": "XXXX"}
_TWO_LENGTHS = "duration.counted_range"
_JOINT = 4
"""Characters between two counts of one unit."""
_YEARS = re.compile(r"P([0-9]+)Y\Z")


def told_once(expressions: Sequence[TimeExpression], text: str, genre: str) -> Sequence[TimeExpression]:
    """`two to three weeks` as one length, but for histories, whose annotators take it for two."""
    if genre == "narrative" or all(expression.rule != _TWO_LENGTHS for expression in expressions):
        return expressions
    told: list[TimeExpression] = []
    for expression in expressions:
        one = told[-1] if told else None
        if one is not None and expression.rule == one.rule == _TWO_LENGTHS and expression.start - one.end <= _JOINT:
            told[-1] = one._replace(end=expression.end, text=text[one.start : expression.end])
        else:
            told.append(expression)
    return told


def historical(expression: TimeExpression, genre: str) -> str:
    """`XXXX-XX-XX` for daily, `P2DE` for two decades, in a narrative; a rate (`per day`) stays `P1D`."""
    meaning = expression.meaning
    if genre != "narrative":
        return expression.value
    if isinstance(meaning, Repeat) and expression.rule in ("set.word", "set.every_unit"):
        return expression.value if expression.text.lower().startswith("per") else _EACH.get(meaning.iso, meaning.iso)
    if isinstance(meaning, Length) and (years := _YEARS.match(meaning.iso)):
        number, words = int(years[1]), expression.text.lower()
        if "decade" in words and not number % 10:
            return f"P{number // 10}DE"
        if "centur" in words and not number % 100:
            return f"P{number // 100}CE"
    return expression.value
