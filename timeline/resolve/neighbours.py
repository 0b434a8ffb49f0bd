"""What the expressions right before and behind one tell of it: the year of a range, of a row, of two things done."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.expression import Fixed, Meaning, Partial, Relative, Shift, TimeExpression, Within
from timeline.model.mention import Anchor, TimeMention
from timeline.resolve import calendar, partial, ranges
from timeline.resolve.ahead import date_beside
from timeline.resolve.anchors import Place, finished
from timeline.resolve.context import Context
from timeline.resolve.offsets import counted, leads_to
from timeline.resolve.place import place
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_SENTENCE = 120
_PASSAGE = 400
"""Characters."""
_LONGEST_CHAIN = 12
"""Dates in an enumeration of which only the last tells the year."""


def within(expression: TimeExpression, before: TimeMention | None, context: Context) -> Place | None:
    """`Ten years later, in May`: a date without its year, of the year told just before it."""
    inner = expression.meaning
    if before is None or not isinstance(inner, Partial) or inner.month is None or inner.pick is not None:
        return None
    outer, told = before.expression.meaning, before.point
    if not isinstance(outer, (Shift, Relative)) or told is None or told.precision != Precision.YEAR:
        return None
    gap = " ".join(context.text[before.end : expression.start].split()).removeprefix(", ")
    make = partial.of_year(inner)
    if (
        gap not in context.language.resolve["of_the_year"]
        or inner.year is not None
        or make is None
        or told.calendar_year is None
    ):
        return None
    return finished(
        make(told.calendar_year), inner.part, expression, None, "the year or month that the words give"
    )._replace(anchor=before.anchor)


def following(
    number: int, expressions: Sequence[TimeExpression], opening: frozenset[int], context: Context
) -> Place | None:
    """The place of the next expression, where this one takes its year from it: a range or an enumeration."""
    expression = expressions[number]
    meaning = expression.day
    if not isinstance(meaning, Partial) or number + 1 == len(expressions):
        return None
    for ahead in range(number, min(number + _LONGEST_CHAIN, len(expressions) - 1)):
        following = expressions[ahead + 1]
        told = following.day
        if ahead not in opening and not ranges.chained(expressions[ahead], following, context.text, context.language):
            if meaning.month is None or not ranges.tells_year(
                expressions[ahead], following, context.text, context.language
            ):
                return None
            if isinstance(told, Fixed) and told.when.precision.rank > Precision.MONTH.rank:
                return None
            if _year_told(expression, context):
                return None
        elif ahead == number and (end := _ends_there(meaning, told, expression, context)) is not None:
            return end
        if isinstance(told, Fixed) or (isinstance(told, Within) and told.inner.month is not None):
            return place(following, context)
        if isinstance(told, Partial) and told.weekday is not None and meaning.weekday is not None:
            return place(following, context) if ahead == number and ahead in opening else None
        if isinstance(told, Partial) and told.feast and told.year is not None:
            return place(following, context)
        if not isinstance(told, Partial) or told.month is None:
            return None
        if ahead == number and ahead in opening and meaning.month is None and meaning.day is not None:
            return place(following, context)
    return None


def _ends_there(meaning: Partial, end: Meaning | None, expression: TimeExpression, context: Context) -> Place | None:
    """`It fell in March 1945, after fights from October to March`: a stretch up to the month told last ended in it."""
    told = context.last_month
    if context.genre != "narrative" or told is None or not isinstance(end, Partial) or end.day is not None:
        return None
    if end.month is None or meaning.month is None or meaning.month < end.month or end.year is not None:
        return None
    year, month, _ = from_jdn(told.first_day)
    if month != end.month or not context.is_near(told, expression, _PASSAGE):
        return None
    return Place(*calendar.month(year, month), told.anchor)


def _year_told(expression: TimeExpression, context: Context) -> bool:
    """`In 1791 he fled, was caught in June, and was tried in December 1792`: the sentence has told the year."""
    last = context.last
    if last is None or last.when.precision != Precision.YEAR or expression.start - last.expression.end > _SENTENCE:
        return False
    return ". " not in context.text[last.expression.end : expression.start]


def by_next(number: int, expressions: Sequence[TimeExpression], context: Context) -> Place | None:
    """The place that the date right behind an expression gives it; None where it gives none."""
    return _beside(number, expressions, context) or _from_next(number, expressions, context)


def _beside(number: int, expressions: Sequence[TimeExpression], context: Context) -> Place | None:
    """A month or a season that says of which year it is only behind the thing that it is said of."""
    beside = date_beside(number, expressions, context)
    if beside is None:
        return None
    placed, date = beside
    when = date.meaning.when if isinstance(date.meaning, Fixed) else placed.when
    return Place(
        placed.value, placed.when, Anchor("mention", when.edtf, "", date.start, date.end), "the date beside it"
    )


def in_line(
    number: int,
    expressions: Sequence[TimeExpression],
    mentions: Sequence[TimeMention],
    opening: frozenset[int],
    context: Context,
) -> TimeMention | None:
    """The mention with which this one stands in a row or a range: `April or May`."""
    if not number or not isinstance(expressions[number].meaning, Partial):
        return None
    one = expressions[number - 1]
    if not isinstance(one.meaning, Partial) or one.meaning.year is not None or one.meaning.pick is not None:
        return None
    joined = number - 1 in opening or ranges.chained(one, expressions[number], context.text, context.language)
    return mentions[-1] if joined and mentions[-1].expression is one else None


def _from_next(number: int, expressions: Sequence[TimeExpression], context: Context) -> Place | None:
    """`three days before admission on 18 February`: a length counted from the date told just behind."""
    meaning = expressions[number].meaning
    if not isinstance(meaning, Shift) or not meaning.event or number + 1 == len(expressions):
        return None
    following = expressions[number + 1]
    if not leads_to(expressions[number], following, context):
        return None
    base = place(following, context)
    return None if base.when is None else counted(meaning, expressions[number], base.when, following)
