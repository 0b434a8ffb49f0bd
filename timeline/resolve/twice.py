"""One time told in two ways, side by side: `two centuries later, in 1823`."""

from __future__ import annotations

from itertools import pairwise

from timeline.model.expression import Fixed, Partial, Relative, Shift
from timeline.model.mention import TimeMention
from timeline.resolve.bounds import bound
from timeline.resolve.context import Context

_LEAD = 6
"""Signs between a length of time and the date that it leads to: `, in `."""


def said_twice(mentions: list[TimeMention], text: str, context: Context) -> list[TimeMention]:
    """`Two centuries later, in 1823`, `on 4 June, thirty days later`: one time, and it is the date that tells when."""
    for number, (one, two) in enumerate(pairwise(mentions)):
        gap = text[one.end : two.start] if two.start - one.end <= _LEAD else ""
        if gap[:2] != ", " or two.point is None or one.value == two.value:
            continue
        if gap == ", " and one.point is not None and _leads_back(one, two):
            mentions[number + 1] = _again(two, one)
        elif _leads_on(one, two) and gap[2:].strip().isalpha() and not bound(text, two.start, context.prepositions):
            mentions[number] = _again(one, two)
    return mentions


def _leads_on(one: TimeMention, two: TimeMention) -> bool:
    """`two centuries later, in 1823`: a length of time, and the date that it leads to."""
    if two.anchor is not None and one.point is not None and two.point is not None and one.point.covers(two.point):
        return False  # `four years ago, on 1 April`: the one tells the year of the other
    if one.point is not None and two.point is not None and two.point.precision.rank > one.point.precision.rank:
        return False  # `two days later, in the 1990s`
    return isinstance(one.expression.meaning, (Shift, Relative)) and isinstance(
        two.expression.meaning, (Fixed, Partial)
    )


def _leads_back(one: TimeMention, two: TimeMention) -> bool:
    """`paid on 4 June 2020, thirty days later`: how long after what was told before."""
    meaning = two.expression.meaning
    if not isinstance(one.expression.meaning, (Fixed, Partial)) or not isinstance(meaning, Shift):
        return False
    return meaning.leans == "mention" and not meaning.event


def _again(one: TimeMention, other: TimeMention) -> TimeMention:
    """The same time as another mention."""
    why = "the same as the date beside it"
    return one._replace(
        value=other.value, when=other.when, kind=other.kind, anchor=other.anchor, note=why, point=other.point
    )
