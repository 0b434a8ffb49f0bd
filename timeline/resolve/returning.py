"""Where a story leaves the dates told last: for a day that it told before, or for the time when it was written."""

from __future__ import annotations

from timeline.model.expression import Partial, Relative, TimeExpression
from timeline.resolve import partial
from timeline.resolve.anchors import Place, document_of, finished
from timeline.resolve.context import Context, Told
from timeline.resolve.feasts import feast
from timeline.resolve.tense import surely_ahead, tense
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn

_SEASON = 100
"""Days within which a story goes on."""
_YEARS = (2001, 2002)
_LATELY = 400
"""Days from the writing within which `next spring` and `last autumn` lie."""
_RECENT = 30
"""Days around the writing."""


def told_again(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """A day told before with its year, while no day of another year has been told since; not if it lies ahead.

    A paragraph of a story may come back to it from anywhere: `On 3 January`, of the disaster of 3 January 1881.
    """
    key = _feast_day(meaning.feast) if meaning.feast else (meaning.month or 0, meaning.day or 0)
    told, last = context.days.get(key), context.last_day
    if told is None or last is None or key in context.yearly:
        return None
    if context.genre != "narrative" and tense(context.text, expression.start, expression.end, context.language) > 0:
        return None
    if last.when.calendar_year != told.when.calendar_year and (
        key in context.yearly or not _opens(expression, context) or _goes_on(meaning, last)
    ):
        return None
    return Place(
        told.value.partition("T")[0], Interval.of_jdn(told.first_day), told.anchor, "the day told before with its year"
    )


def _feast_day(name: str) -> tuple[int, int]:
    """Month and day of a feast that is the same each year; of none where it moves."""
    days = {from_jdn(jdn)[1:] for year in _YEARS if (jdn := feast(name, year)) is not None}
    return days.pop() if len(days) == 1 else (0, 0)


def _goes_on(meaning: Partial, last: Told) -> bool:
    """Whether the day lies near the one told last, in its year: `On June 6, 1944 … On June 22`, not of 1941."""
    make = partial.of_year(meaning)
    placed = make(last.when.calendar_year or 0) if make else None
    return placed is not None and abs((placed.when.first_day or 0) - last.first_day) <= _SEASON


def of_writing(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """In a story that tells of days around its own: what is still to come, and a recent day."""
    if context.genre != "narrative" or context.last is None or meaning.month is None:
        return None
    base, last = document_of(context), context.last
    if base is None:
        return None
    if last.first_day < base.first and surely_ahead(context.text, expression.start, context.language):
        placed = partial.yearly(meaning, base.first, base.last, partial.COMING)
        return finished(placed, meaning.part, expression, base, "what will be: the first after the document")
    if context.day is not None and _said_from_writing(last, base.first):
        told = tense(context.text, expression.start, expression.end, context.language)
        way = partial.FUTURE if told > 0 else partial.PAST if told < 0 else partial.NEAREST
        placed = partial.yearly(meaning, base.first, base.last, way)
        return finished(placed, meaning.part, expression, base, "told from the document's date, as what stands before")
    if context.day is None:
        return None  # of a month or a year, within which nobody knows what was recent
    ahead = last.first_day > base.last  # `by the end of next year … will listen until 30 June`
    over = (last.when.last_day or last.first_day) < base.first
    recent = over and any(0 < abs(told.first_day - base.first) <= _RECENT for told in context.dated)
    if not (ahead or recent):
        return None
    if tense(context.text, expression.start, expression.end, context.language) > 0:
        placed = partial.yearly(meaning, base.first, base.last, partial.FUTURE)
        return finished(placed, meaning.part, expression, base, "future tense: the first after the document")
    if ahead or meaning.day is None or not _opens(expression, context):
        return None
    placed = partial.yearly(meaning, base.first, base.last, partial.NEAREST)
    if placed is None or abs((placed.when.first_day or 0) - base.first) > _RECENT:
        return None
    return finished(placed, meaning.part, expression, base, "nearest the document's date, of which it tells")


def weekday_of_writing(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """`They will hand it in on Thursday`, in a story that tells no day near it: the first after its writing."""
    if context.genre != "narrative" or context.day is None or meaning.weekday is None or meaning.day is not None:
        return None
    if not surely_ahead(context.text, expression.start, context.language):
        return None
    placed = partial.weekday(meaning.weekday, context.day + 1, partial.FUTURE)
    note = "what will be: the first after the document"
    return finished(placed, meaning.part, expression, document_of(context), note)


def _said_from_writing(told: Told, day: int) -> bool:
    """`Last month they gave me a prize. On 14 June …`: has the story come to the day on which it is told?"""
    meaning = told.expression.day
    if isinstance(meaning, Relative):
        return meaning.leans == "document" and bool(meaning.offset) and abs(told.first_day - day) <= _LATELY
    if not isinstance(meaning, Partial) or not meaning.pick or meaning.leans == "mention":
        return False
    return abs(told.first_day - day) <= _LATELY


def _opens(expression: TimeExpression, context: Context) -> bool:
    """Whether no date stands before it in its paragraph."""
    return context.last is not None and not context.in_one_paragraph(context.last, expression)
