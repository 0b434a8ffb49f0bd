"""Hours that go on from a day: `some four hours later`, `a few hours later`, and a time of day past midnight."""

from __future__ import annotations

import re

from timeline.model.expression import Clock, Shift, TimeExpression
from timeline.resolve.anchors import Base, Place
from timeline.resolve.bounds import bound
from timeline.resolve.context import Context, Told
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

OF_A_DAY = ("hour", "minute", "second")
_DUSK = "EV"
_DARK = frozenset((_DUSK, "NI"))
_EVENING, _MORNING = "18", "07"
_FIGURES = re.compile(r"[0-2][0-9]:[0-5][0-9]")
_STOP = re.compile(r"[.;]\s")
_BESIDE = 600
"""Characters between two times of one night."""
_RANGE = 9
"""Characters between the two ends of a stretch of hours: ` and `, ` through `."""
_CLAUSE = 60


def in_daytime(told: Told) -> bool:
    """`early on Thursday`, `on Friday afternoon`: a part of a day that a few hours do not leave."""
    meaning = told.expression.meaning
    return isinstance(meaning, Clock) and meaning.clock.isalpha() and meaning.clock not in _DARK


def soon_after(meaning: Shift, base: Base | None) -> Place | None:
    """`broke up early on Tuesday. He said a few hours later …`: on that day; None where it may be the next."""
    told = None if base is None else base.told
    if base is None or told is None or meaning.sign < 0 or str(meaning.length.precision) not in OF_A_DAY:
        return None
    clock = told.when.clock or ""
    late = isinstance(told.expression.meaning, Clock) and told.expression.meaning.clock in _DARK
    if late or clock >= _EVENING or told.when.precision.rank > Precision.DAY.rank or base.first != base.last:
        return None
    return Place("FUTURE_REF", Interval.of_jdn(base.first), base.anchor, "hours after the day told before")


def part_of(meaning: Shift, base: Base) -> str:
    """What blurs a length: `some four hours later` is no less of that day."""
    exact = base.told is not None and str(meaning.length.precision) in OF_A_DAY and meaning.part == "about"
    return "" if exact else meaning.part


def past_midnight(base: Base, expression: TimeExpression, clock: str, context: Context) -> bool:
    """`At 23:40 the alarm rang; at 00:15 the roof fell`: is a time of the day after that of the evening told before?"""
    told = base.told
    if told is None or not _is_late(told) or not _FIGURES.match(clock) or clock >= _MORNING:
        return False
    gap = context.text[told.expression.end : expression.start]
    if not _RANGE < len(gap) <= _BESIDE or (expression.rule.endswith(".noon") and not _after(expression, context)):
        return False
    behind = context.text[expression.end : expression.end + _CLAUSE]
    clause = f"{_STOP.split(gap[-_CLAUSE:])[-1]} {_STOP.split(behind)[0]}".lower().split()
    return set(clause).isdisjoint(context.language.resolve["glance_back"])  # `the crew had last called at 05:00`


def _is_late(told: Told) -> bool:
    meaning = told.expression.meaning
    if not isinstance(meaning, Clock) or told.when.first_day != told.when.last_day:
        return False
    return meaning.clock == _DUSK or (_FIGURES.match(meaning.clock) is not None and meaning.clock >= _EVENING)


def _after(expression: TimeExpression, context: Context) -> bool:
    """`just after midnight`, not `shortly before midnight`."""
    return bound(context.text, expression.start, context.prepositions) == "after"
