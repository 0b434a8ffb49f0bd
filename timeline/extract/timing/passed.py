"""What was done is over: `On 14 December the board approved it`, written in October, is of the year before."""

from __future__ import annotations

from timeline.extract.scene import Dating
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.model.expression import Partial
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import add_months
from timeline.temporal.precision import Precision

_YEAR = 12
"""Months."""


def passed(date: Dating, one: Predicate, today: int | None) -> Dating:
    """The date of a deed told as done; where its month, told without a year, lies ahead, that of the year before."""
    when, mention = date.when, date.mention
    if mention is None or when is None or when.first_day is None or today is None or when.first_day <= today:
        return date
    meaning = mention.expression.meaning
    yearless = isinstance(meaning, Partial) and meaning.month is not None and meaning.year is None
    leans = mention.anchor is not None and mention.anchor.kind == "document"
    if not yearless or not leans or date.kind != "point":
        return date
    if one.form != "finite" or one.tense != "past" or when.precision not in (Precision.DAY, Precision.MONTH):
        return date
    before = add_months(when.first_day, -_YEAR)
    return date._replace(when=Interval.of_jdn(before) if when.precision is Precision.DAY else _month(before))


def looks_ahead(cut: Parsed, one: Predicate, time: int | None) -> bool:
    """`approved a plan to open in November`, `named her with effect from 1 October`: what was to come then."""
    if time is None:
        return False
    if any(k.form == "infinitive" and one.head < k.head < time for k in cut.predicates):
        return True
    return not cut.events.sets["effect"].isdisjoint(cut.sentence.words[max(0, time - 3) : time])


def _month(jdn: int) -> Interval:
    return Interval.parse(Interval.of_jdn(jdn).edtf[:-3])
