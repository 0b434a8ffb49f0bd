"""What an expression may lean on: the document's date, or a date told before."""

from __future__ import annotations

from typing import NamedTuple

from timeline.model.expression import TimeExpression
from timeline.model.mention import Anchor
from timeline.resolve import partial
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context, Told
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

_PARTS_OF_YEAR = {"START": (0, 58), "MID": (150, 210), "END": (270, 364)}
"""First and last days of the early, middle and late part of a year, from its first."""
_JUST_TOLD = 200
"""Characters since a month within which `the same week` is one of its weeks."""


class Place(NamedTuple):
    """A value, where it lies if it could be placed, on what it leant, and why there."""

    value: str
    when: Interval | None
    anchor: Anchor | None = None
    note: str = ""


class Base(NamedTuple):
    """The days of an anchor."""

    first: int
    last: int
    anchor: Anchor
    told: Told | None


def document_of(context: Context) -> Base | None:
    """The document's date as an anchor."""
    if context.anchor is None or context.published is None:
        return None
    when = context.published.when
    if when.first_day is None:
        return None
    return Base(when.first_day, when.first_day if when.last_day is None else when.last_day, context.anchor, None)


def mention_of(context: Context, unit: str, at: int | None = None) -> Base | None:
    """The date told last; `at`, where words like `two years later` stand, lets a glance just before count."""
    told = context.told(unit) if at is None else context.near(unit, at)
    if told is None:
        return None
    return leaning(told)


def leaning(told: Told) -> Base:
    """A date told before, as an anchor."""
    last = told.when.last_day
    return Base(told.first_day, told.first_day if last is None else last, told.anchor, told)


def in_its_part(base: Base) -> Base:
    """`Early in 1919 she married`: the days of the year of which the words speak."""
    told = base.told
    if told is None or told.when.precision != Precision.YEAR or told.expression.mod not in _PARTS_OF_YEAR:
        return base
    first, last = _PARTS_OF_YEAR[told.expression.mod]
    return base._replace(first=told.first_day + first, last=told.first_day + last)


def base_of(leans: str, unit: str, context: Context, at: int | None = None) -> Base | None:
    """What to lean on: by the words if they say, else by the genre.

    `leans` empty, or `document`: said from where the writer stands (`this week`, `yesterday`): in a document without
    a date the day that heads the entry (`July 9. He came yesterday.`), or nowhere.
    `open`: a bare calendar date (`May 26`), which a story carries on from the date before.
    """
    if leans in ("", "document") and context.published is None:
        return None if context.entry is None else leaning(context.entry)
    mention_first = leans == "mention" or (leans in ("", "open") and context.genre == "narrative")
    said = at if leans == "mention" else None
    one, other = (
        (mention_of(context, unit, said), document_of(context)) if mention_first else (document_of(context), None)
    )
    if one is not None or leans == "document" or (at and _of_a_month(leans, unit, context, at)):
        return one
    return other if mention_first else mention_of(context, unit)


def _of_a_month(leans: str, unit: str, context: Context, at: int) -> bool:
    """`fined it in October … the same week`: some week of a month just told, not that of the document."""
    told = context.last_month if leans == "mention" and unit == "week" else None
    return told is not None and 0 <= at - told.expression.end <= _JUST_TOLD


def finished(placed: Placed | None, part: str, expression: TimeExpression, base: Base | None, note: str) -> Place:
    """The place of what was found, cut to the part in question; without one, the value that the words alone give."""
    if placed is None:
        return Place(expression.value, None)
    placed = partial.slice_of(placed, part)
    return Place(placed.value, placed.when, base.anchor if base else None, note)
