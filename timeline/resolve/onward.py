"""A date without its year in a story: on from what it told before, in the stretch or the section in which it stands."""

from __future__ import annotations

from timeline.model.expression import Fixed, Partial, TimeExpression
from timeline.resolve import partial
from timeline.resolve.ahead import between
from timeline.resolve.anchors import Base, Place, finished, leaning
from timeline.resolve.bounds import bound
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context, Told
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_PASSING = 8 * 365
"""A bare year so far from the story's last month or day may be named in passing."""
_CLOSE = 60
_CLAUSE = 60
_SEASONS = 200
"""Days within which a story goes on where it was."""
_PARTS_OF_YEAR = (Precision.SEASON, Precision.QUARTER, Precision.HALF)
_LATELY = 500
"""Days before the writing within which a story runs on towards it."""


def onward(meaning: Partial, expression: TimeExpression, base: Base, context: Context) -> Place:
    """On from the date told last; from the last month or day, if the last is only a year named in passing."""
    note = "the year of the date told before"
    glance = context.glance
    if glance is not None and meaning.season is not None and _in_sentence(leaning(glance), expression, context):
        base = leaning(glance)  # `in 1919 … the first to cross it in spring`
    headed = context.section_year(expression.start)
    if headed is not None and (make := partial.of_year(meaning)) is not None and not meaning.feast:
        return finished(make(headed), meaning.part, expression, base, "the year that heads the section")
    if (beside := _beside_glance(meaning, expression, base, context)) is not None:
        return beside
    if (resumed := _resumed(meaning, expression, base, context)) is not None:
        return resumed
    placed = partial.yearly(meaning, base.first, base.last, partial.ONWARD)
    if context.published is None and _lies_ahead(placed, expression, base, context):
        return Place(expression.value, None)
    if (end := _until_then(placed, meaning, expression, base, context)) is not placed:
        return finished(end, meaning.part, expression, base, "until then: after the date told before")
    if (grown := _by_then(placed, meaning, expression, context)) is not placed:
        return finished(grown, meaning.part, expression, base, "by then: after the date told in the same sentence")
    if (back := _back_in_line(placed, meaning, expression, base, context)) is not None:
        return back
    if (inside := _within_stretch(placed, meaning, context)) is not placed:
        return finished(inside, meaning.part, expression, base, "within the stretch of time told before")
    if (later := _up_to_writing(placed, meaning, base, context)) is not None:
        return finished(later, meaning.part, expression, base, "on from the date told before, up to the writing")
    if context.genre == "narrative" and (told := between(placed, meaning, expression, context)) is not placed:
        return finished(told, meaning.part, expression, base, "between the date told before and the one told next")
    return finished(placed, meaning.part, expression, base, note)


def _resumed(meaning: Partial, expression: TimeExpression, base: Base, context: Context) -> Place | None:
    """Close to the last month or day, where the date told last is only a year far from it, named in passing."""
    month, told = context.last_month, base.told
    if month is None or told is None or month is told:
        return None
    if told.when.precision in _PARTS_OF_YEAR:
        inside = partial.yearly(meaning, base.first, base.last, partial.ONWARD)
        if meaning.day is None or inside is None or (inside.when.last_day or 0) >= base.first:
            return None
        return _close_to(month, meaning, expression)
    if told.when.precision != Precision.YEAR:
        return None
    if abs(month.first_day - base.first) <= _PASSING or _in_sentence(base, expression, context):
        return None
    if context.opens_line(told.expression):
        return None  # `1361. The plague returned on Palm Sunday.`: a chronicle
    return _close_to(month, meaning, expression)


def _beside_glance(meaning: Partial, expression: TimeExpression, base: Base, context: Context) -> Place | None:
    """`It was sold in March 2021. The pump had been changed on 3 December 2020; he saw it on 7 December.`"""
    glance = context.glance
    if glance is None or meaning.day is None or glance.when.precision != Precision.DAY:
        return None
    if not context.is_near(glance, expression, _SEASONS):
        return None
    placed = partial.yearly(meaning, glance.first_day, glance.first_day, partial.ONWARD)
    story = partial.yearly(meaning, base.first, base.last, partial.ONWARD)
    if placed is None or story is None or not 0 <= (placed.when.first_day or 0) - glance.first_day <= _CLOSE:
        return None
    if abs((story.when.first_day or 0) - base.first) <= _CLOSE:
        return None
    return finished(placed, meaning.part, expression, leaning(glance), "beside the date told before")


def _close_to(month: Told, meaning: Partial, expression: TimeExpression) -> Place | None:
    """`… lapsed on 31 October 2019. The engine was overhauled in the spring of 2018. It failed on 2 November`."""
    story = leaning(month)
    placed = partial.yearly(meaning, story.first, story.last, partial.NEAREST)
    if placed is None or partial.cost(placed.when, story.first, story.last, partial.NEAREST) >= _CLOSE:
        return None
    return finished(placed, meaning.part, expression, story, "the year of the date told before")


def _by_then(placed: Placed | None, meaning: Partial, expression: TimeExpression, context: Context) -> Placed | None:
    """What had come about by then, from the date told in the sentence on."""
    make, last = partial.of_year(meaning), context.last
    if placed is None or make is None or last is None or (placed.when.first_day or 0) >= last.first_day:
        return placed
    return (make((placed.when.calendar_year or 0) + 1) or placed) if looked_ahead(expression, context) else placed


def _until_then(
    placed: Placed | None, meaning: Partial, expression: TimeExpression, base: Base, context: Context
) -> Placed | None:
    """`In October 1902 a storm took it; repairs lasted until the summer`: what ends then lies after its beginning."""
    make = partial.of_year(meaning)
    if placed is None or make is None or (placed.when.last_day or base.first) >= base.first:
        return placed
    if bound(context.text, expression.start, context.prepositions) != "until":
        return placed
    if not _in_sentence(base, expression, context):
        return placed
    return make((placed.when.calendar_year or 0) + 1) or placed


def looked_ahead(expression: TimeExpression, context: Context) -> bool:
    """`The 40 men of March were 300 by December. In May …`: ahead of the sentence, where the story goes on."""
    last = context.last
    meaning = expression.day
    if isinstance(meaning, Partial) and (meaning.day is not None or meaning.feast):
        return False  # `by 5 March they had come to Vik`: there the story is
    if context.genre != "narrative" or last is None or not _in_sentence(leaning(last), expression, context):
        return False
    return bound(context.text, expression.start, context.prepositions) == "by"


def _back_in_line(
    placed: Placed | None, meaning: Partial, expression: TimeExpression, base: Base, context: Context
) -> Place | None:
    """`On 28 March … formed on 5 November before that … on 15 July`: after one step back the story is where it was."""
    told = base.told
    if placed is None or told is None or len(context.dated) < 2 or told is not context.dated[-1]:
        return None
    if not isinstance(told.expression.meaning, Fixed):
        return None
    if bound(context.text, expression.start, context.prepositions) == "since":
        return None
    before = leaning(context.dated[-2])
    if not (placed.when.first_day or 0) < base.first < before.first:
        return None
    other = partial.yearly(meaning, before.first, before.last, partial.ONWARD)
    if other is None or not 0 <= (other.when.first_day or 0) - before.first < _SEASONS:
        return None
    return finished(other, meaning.part, expression, before, "on from where the story was")


def _in_sentence(base: Base, expression: TimeExpression, context: Context) -> bool:
    """`became in 1919 the first to cross it in winter`: of the year that its own sentence tells."""
    if base.told is None or not context.in_one_paragraph(base.told, expression):
        return False
    return ". " not in context.text[base.told.expression.end : expression.start]


def _lies_ahead(placed: Placed | None, expression: TimeExpression, base: Base, context: Context) -> bool:
    """`will appear in court on 30 October`: to come when it was written, which may be years after the date before."""
    clause = context.text[max(0, expression.start - _CLAUSE) : expression.start].rpartition(". ")[2]
    if set(clause.lower().split()).isdisjoint(context.language.resolve["writes_ahead"]) or placed is None:
        return False
    return not 0 <= (placed.when.first_day or 0) - base.first <= _CLOSE


def _up_to_writing(placed: Placed | None, meaning: Partial, base: Base, context: Context) -> Placed | None:
    """`dated July 2012 … granted on 22 February`, written in June 2013: what comes next, not what came long before."""
    make, day = partial.of_year(meaning), context.day
    if placed is None or make is None or day is None or meaning.day is None or not 0 < day - base.last <= _LATELY:
        return None
    if base.first - (placed.when.last_day or base.first) < _CLOSE:
        return None
    later = make((placed.when.calendar_year or 0) + 1)
    return later if later is not None and base.last < (later.when.first_day or 0) <= day else None


def _within_stretch(placed: Placed | None, meaning: Partial, context: Context) -> Placed | None:
    """`From 10 December 2023 to 8 June 2024 … not on 25 December`: of the stretch told last, unless just after it."""
    make = partial.of_year(meaning)
    if placed is None or make is None or context.stretch is None:
        return placed
    first, last = context.stretch
    if first <= (placed.when.first_day or 0) <= last + _CLOSE:
        return placed
    years = range(from_jdn(first)[0], from_jdn(last)[0] + 1)
    inside = [other for year in years if (other := make(year)) and first <= (other.when.first_day or 0) <= last]
    return partial.valued(inside[0], meaning) if len(inside) == 1 else placed
