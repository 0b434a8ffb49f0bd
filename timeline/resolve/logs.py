"""Entries of a log: the day that heads them, and the next one once the clock has gone past midnight."""

from __future__ import annotations

import re

from timeline.model.expression import Clock, TimeExpression
from timeline.model.mention import Anchor
from timeline.resolve.anchors import Base, leaning
from timeline.resolve.bounds import bound
from timeline.resolve.context import Context, Told
from timeline.resolve.tense import tense

_NOON, _EVENING, _MORNING = "12", "18", "09"
_FIGURES = "time.log"
_CLOCK = re.compile(r"[0-2][0-9]:[0-5][0-9]")


def of_entry(expression: TimeExpression, clock: str, context: Context) -> Base | None:
    """`2358 Port closed. | 0017 Lines parted.`: on the day that heads the log, past midnight on the next."""
    told = context.headed
    if told is None or not context.opens_line(expression):
        return None
    over = _CLOCK.match(clock) and _is_over(_clock_of(told), clock, figures=expression.rule == _FIGURES)
    return _on(told, told.first_day + bool(over))


def to_come_in_entry(expression: TimeExpression, clock: str, context: Context) -> Base | None:
    """`1915 Gale expected by 0300`: an earlier time that lies ahead is of the next day."""
    told = context.entry
    if told is None or told.expression.rule != _FIGURES or _CLOCK.match(clock) is None or clock >= _clock_of(told):
        return None
    ahead = bound(context.text, expression.start, context.prepositions) in ("by", "until")
    ahead = ahead or tense(context.text, expression.start, expression.end, context.language) > 0
    return _on(told, told.first_day + 1) if ahead else None


def of_log(context: Context) -> Base | None:
    """`1740 Engineer promised for tomorrow`: the day of the entry, from which such words are said."""
    return leaning(context.entry) if context.entry is not None and _clock_of(context.entry) else None


def _is_over(before: str, clock: str, *, figures: bool) -> bool:
    """Whether midnight lies between two entries; other lists than of four figures may only be out of order."""
    return before >= _NOON > clock if figures else before >= _EVENING and clock < _MORNING


def _clock_of(told: Told) -> str:
    """The time of day that opens an entry; empty for a day that heads several."""
    meaning = told.expression.meaning
    return meaning.clock if isinstance(meaning, Clock) and meaning.day is None else ""


def _on(head: Told, day: int) -> Base:
    return Base(day, day, Anchor("mention", head.when.edtf, "", head.expression.start, head.expression.end), head)
