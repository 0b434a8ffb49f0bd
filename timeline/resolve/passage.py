"""Dates of one passage: in news too, what stands beside a date with its year, or in a row with it, is of its time."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Clock, Fixed, Partial, Relative, Shift, TimeExpression
from timeline.resolve import partial
from timeline.resolve.anchors import Base, Place, finished, leaning
from timeline.resolve.context import Context, Told
from timeline.resolve.tense import tense
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_BESIDE = 400
"""Characters between two dates of one passage."""
_NEAR = 45
"""Days between two dates of one passage."""
_FORTNIGHT = 14
"""Days between the last date of a paragraph and the first of the next."""
_PASSAGE = 200
"""Characters behind a year in which a month is taken for one of it."""
_LONG_PAST = 3
"""Years."""
_FAR = 400
"""Days before the document after which a passage goes on in its own time."""
_LONG_PASSAGE = 300
_CLAUSE = 60
_SENTENCE = 120
_HEAD = 50
"""Characters of a sentence or so."""
_MARK = re.compile(r"[.,;:!?()\n]")
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_STOP = re.compile(r"\.\s")
_YEAR = Precision.YEAR.rank


def beside(meaning: Partial, expression: TimeExpression, base: Base, context: Context) -> Place | None:
    """A day, month or season that leans on the document, where a date near it says better; else None."""
    return (
        _in_row(meaning, expression, base, context)
        or beside_told(meaning, expression, context)
        or _in_far_passage(meaning, expression, context)
        or _in_far_year(meaning, expression, context)
        or _in_year_said(meaning, expression, context)
    )


def _in_row(meaning: Partial, expression: TimeExpression, base: Base, context: Context) -> Place | None:
    """`in April or May`, `from Christmas to the New Year`: on from the one just before, unless that is yet to come."""
    one, make = context.beside, partial.of_year(meaning)
    if one is None or make is None or one.point is None or one.point.first_day is None or one.anchor is None:
        return None
    first = one.point.first_day
    years = range(from_jdn(first)[0] - 1, from_jdn(first)[0] + 3)
    following = (placed for year in years if (placed := make(year)) and (placed.when.first_day or 0) >= first)
    placed = next(following, None)
    if placed is None or (first <= base.last < (placed.when.first_day or 0) and not _ends_ahead(expression, context)):
        return None
    return finished(partial.valued(placed, meaning), meaning.part, expression, base, "on from the date beside it")


def _ends_ahead(expression: TimeExpression, context: Context) -> bool:
    """Whether the row ends in what is yet to come: `closed from December to March`."""
    return tense(context.text, expression.start, expression.end, context.language) > 0


def beside_told(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """In news too, a day close to one told with its year in the same paragraph is of that time."""
    told = context.last_day
    if told is None:
        return None
    meant = told.expression.meaning
    full = isinstance(meant, (Fixed, Clock)) or (isinstance(meant, (Relative, Shift)) and meant.leans == "mention")
    if not full and not _planned_then(told, expression, context):
        return None
    near = context.is_near(told, expression, _BESIDE)
    if not near and not _opens_next_paragraph(told, expression, context):
        return None
    placed = partial.yearly(meaning, told.first_day, told.when.last_day or told.first_day, partial.ONWARD)
    if placed is None or abs((placed.when.first_day or 0) - told.first_day) > (_NEAR if near else _FORTNIGHT):
        return None
    if not full and (placed.when.first_day or 0) < told.first_day:
        return None
    again = placed.when.first_day == told.first_day
    if again and tense(context.text, expression.start, expression.end, context.language) > 0:
        return None  # a day that is told a second time, and lies ahead: of another year
    placed = partial.slice_of(placed, meaning.part)
    return Place(placed.value, placed.when, told.anchor, "beside the date told before")


def _opens_next_paragraph(told: Told, expression: TimeExpression, context: Context) -> bool:
    """`… fell on 2 May 1945.`, and the next paragraph: `On 6 May he was taken to a camp.`"""
    if told is not context.last or expression.start - told.expression.end > _BESIDE:
        return False
    if context.text.count("\n\n", told.expression.end, expression.start) != 1:
        return False
    opens = _opens(context, expression.start)
    return opens and tense(context.text, expression.start, expression.end, context.language) < 0


def _planned_then(told: Told, expression: TimeExpression, context: Context) -> bool:
    """`was loaded on 4 March and was due to leave on 9 March`: what was to come then, not what is to come now."""
    if expression.start - told.expression.end > _SENTENCE or not isinstance(told.expression.meaning, Partial):
        return False
    between = context.text[told.expression.end : expression.start]
    if ". " in between:
        return False
    return not set(between.lower().split()).isdisjoint(context.language.resolve["planned_then"])


def _in_far_passage(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """In news too, what follows a day long past is of its time: `signed on 3 March 2010 … delivered by 30 June`.

    `In May 2021 the hall was shut. It opened again in November.`
    """
    told = context.last
    if told is None or context.day is None or meaning.feast or _counts_accounts(told):
        return None
    goes_on = _goes_on(told, context)
    if not goes_on and not isinstance(told.expression.meaning, (Fixed, Partial)):
        return None
    if context.day - told.first_day < _FAR or not context.is_near(told, expression, _LONG_PASSAGE):
        return None
    if told is not context.last_day or meaning.day is None:  # a month, or behind one: mostly in one sentence only
        on = told.when.precision == Precision.MONTH and _opens(context, told.expression.start)
        between = context.text[told.expression.end : expression.start]
        if told.when.precision.rank >= _YEAR or meaning.month is None:
            return None
        if _STOP.search(between) and not on and not goes_on:
            return None
    if _of_now(told, expression, context):
        return None
    placed = partial.yearly(meaning, told.first_day, told.when.last_day or told.first_day, partial.ONWARD)
    if placed is None or (placed.when.first_day or 0) < told.first_day:
        return None
    return finished(placed, meaning.part, expression, leaning(told), "on from the date long past told before")


def _counts_accounts(told: Told) -> bool:
    """`up from the third quarter of fiscal 2023`: what a report compares with is no time of a story."""
    meaning = told.expression.meaning
    return isinstance(meaning, Partial) and meaning.fiscal


def _goes_on(told: Told, context: Context) -> bool:
    """Whether a text tells a story of a time long past, of which this was the latest step: days in order, close by.

    `On the night of 27 May 2021 the roof fell. The next morning he came. They put up a scaffold in September.`
    """
    dated = context.dated if context.dated and told is context.dated[-1] else [*context.dated, told]
    if len(dated) < 2 or told.when.precision.rank >= _YEAR:
        return False
    before = dated[-2]
    if not 0 <= told.first_day - before.first_day < _FAR or not context.is_near(before, told.expression, _LONG_PASSAGE):
        return False
    return _steps_on(told) or isinstance(before.expression.meaning, (Fixed, Clock))


def _steps_on(told: Told) -> bool:
    """`9 January 2014`, and what is counted from a date told before: `the following summer`."""
    meaning = told.expression.meaning
    if isinstance(meaning, (Fixed, Clock)):
        return True
    return isinstance(meaning, (Partial, Relative, Shift)) and meaning.leans == "mention"


def _of_now(told: Told, expression: TimeExpression, context: Context) -> bool:
    """Whether the clause speaks of the time of writing: `is now in force and will be looked at again on 30 June`."""
    end = told.expression.end
    begin = max(context.text.rfind(". ", end, expression.start), end)
    words = context.text[begin : expression.end + _CLAUSE].lower()
    words = words[: words.find(". ", expression.end - begin)] if ". " in words[expression.end - begin :] else words
    return not set(words.split()).isdisjoint(context.language.resolve["of_now"])


def _in_far_year(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """In news too, `In 1944 …` and `On 4 June …`, opening two sentences, are of one year, if it is long past."""
    last, make = context.last, partial.of_year(meaning)
    if last is None or context.year is None or make is None or meaning.feast or last.when.precision.rank != _YEAR:
        return None
    year = last.when.calendar_year
    if not isinstance(last.expression.meaning, Fixed) or year is None or context.year - year < _LONG_PAST:
        return None
    if last.when.last_day is None or not context.is_near(last, expression, _PASSAGE):
        return None
    if not _opens(context, last.expression.start):
        return None
    if not _opens(context, expression.start) and not _one_clause(last, expression, context):
        return None
    if tense(context.text, expression.start, expression.end, context.language) > 0:
        return None
    placed = make(year)
    if placed is None:
        return None
    base = Base(last.first_day, last.when.last_day, last.anchor, last)
    return finished(placed, meaning.part, expression, base, "the year told just before")


def _in_year_said(meaning: Partial, expression: TimeExpression, context: Context) -> Place | None:
    """`Last year picking did not begin until 2 October`: of the year that opens the clause."""
    last, make = context.last, partial.of_year(meaning)
    if last is None or make is None or last.when.precision != Precision.YEAR or last.when.calendar_year is None:
        return None
    said = last.expression.meaning
    if not isinstance(said, Relative) or not said.offset or not context.is_near(last, expression, _SENTENCE):
        return None
    if not _one_clause(last, expression, context):
        return None
    placed = make(last.when.calendar_year)
    return finished(placed, meaning.part, expression, leaning(last), "the year told just before")


def _one_clause(last: Told, expression: TimeExpression, context: Context) -> bool:
    """`In 1895 the doctor noticed it on 8 November`, `lost two votes, the last of them in May`: no other clause."""
    between = _LINE_BREAK.sub(" ", context.text[last.expression.end : expression.start])
    head, comma, rest = between.rpartition(", ")
    if comma and any(rest.lower().startswith(f"{lead} ") for lead in context.language.resolve["of_those"]):
        between = f"{head} {rest}"
    if _MARK.search(between):
        return False
    return set(between.lower().split()).isdisjoint(context.language.resolve["range_and"])


def _opens(context: Context, start: int) -> bool:
    """Whether an expression stands at the head of its sentence, behind a preposition."""
    return _opening(context.language).search(context.text, max(0, start - _HEAD), start) is not None


@lru_cache(maxsize=32)
def _opening(language: Language) -> re.Pattern[str]:
    """`In |`, `By the end of |`, `The great frost of |` at the head of a sentence."""
    table = language.resolve
    the, of, leads = ("|".join(table[name]) for name in ("the", "of", "opening_leads"))
    preposition = rf"[A-Z][a-z]{{1,6}}(?: (?:{the}) [a-z]{{3,9}} (?:{of}))?"
    thing = rf"(?:{leads})(?: [A-Za-z-]{{2,14}}){{1,3}} (?:{of})"
    return re.compile(rf"(?:\A|[.!?\n]['\")\u201d]{{0,2}}\s{{0,2}})(?:{preposition}|{thing}) \Z")


def nth_beside(meaning: Partial, expression: TimeExpression, base: Base, context: Context) -> Place | None:
    """`left on 8 March, back on the 11th`: of the month of a day told just before, or the next."""
    told = context.last_day
    if told is None or told.first_day == base.first or not context.is_near(told, expression, _BESIDE):
        return None
    if not _names_month(told):
        return None
    placed = partial.day_of_month(meaning.day or 1, told.first_day, partial.FUTURE)
    if placed is None or told.first_day <= base.last < (placed.when.first_day or 0):
        return None
    return finished(placed, meaning.part, expression, leaning(told), "on from the day told before")


def _names_month(told: Told) -> bool:
    inner = told.expression.day
    if isinstance(inner, Shift):
        return inner.leans == "mention"  # `signed on 7 January and came five days later; he left on the 31st`
    return isinstance(inner, Fixed) or (isinstance(inner, Partial) and inner.month is not None)
