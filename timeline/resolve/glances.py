"""Complete dates that a story names in passing, to go on from where it was: `the May 1968 riots`, `had met in 1614`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Fixed, Partial, TimeExpression
from timeline.resolve.bounds import bound
from timeline.resolve.context import Context
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

_CLAUSE = 90
"""Characters before a date in which a cue counts."""
_OWNER = 24
_JOINT = 12
_PARTS = 2


@dataclass(frozen=True, slots=True)
class _Cues:
    subject: re.Pattern[str]
    owner: re.Pattern[str]
    named: re.Pattern[str]
    ahead: re.Pattern[str]
    back: re.Pattern[str]
    foretold: re.Pattern[str]
    incidental: re.Pattern[str]
    thing: re.Pattern[str]


@lru_cache(maxsize=32)
def _cues(language: Language) -> _Cues:
    table = language.resolve
    owners, joints = "|".join(table["glance_owner"]), "|".join(table["glance_not_named"])
    ahead, back = "|".join(table["glance_ahead"]), "|".join(table["glance_back"])
    return _Cues(
        re.compile(rf"(?:^|[.!?]['\")\u201d]?\s|\n)(?i:{owners}) (?:[A-Za-z]{{3,14}} )?\Z"),
        re.compile(rf"(?:[^A-Za-z](?:{owners})|['\u2019]s|s['\u2019]) (?:[a-z]{{3,14}} )?\Z"),
        re.compile(rf" (?!(?:{joints}) )[A-Za-z]"),
        re.compile(rf"\b(?:{ahead})\b[^.;,]{{0,60}}\Z"),
        re.compile(rf"\b(?:{back})\b[^.;]{{0,80}}\Z"),
        re.compile(rf"\b(?:{'|'.join(table['foretold'])})\b[^.;]{{0,60}}\Z"),
        re.compile(rf"\b(?:{'|'.join(table['aside'])})[ :]{{1,3}}\Z"),
        re.compile(rf"[a-z,;] (?:{'|'.join(table['glance_thing'])})(?: [a-z]{{3,14}})? (?P<thing>[a-z]{{4,14}}) of \Z"),
    )


def glances(expression: TimeExpression, when: Interval, context: Context) -> bool:
    """Whether a story only looks aside to this date: back by a name or `had`, ahead to where a stretch ends."""
    last = context.last
    if not isinstance(expression.meaning, Fixed) or last is None or when.last_day is None or when.first_day is None:
        return False
    text, start, cues = context.text, expression.start, _cues(context.language)
    if when.first_day > last.first_day:
        return cues.ahead.search(text, max(0, start - _CLAUSE), start) is not None
    if when.last_day >= last.first_day:
        return False
    if when.precision.rank <= Precision.YEAR.rank and cues.back.search(text, max(0, start - _CLAUSE), start):
        return True
    begin = max(0, start - _OWNER)
    if when.precision == Precision.YEAR and _names_thing(text, start, context):
        return True
    if cues.named.match(text, expression.end) is None or cues.subject.search(text, begin, start):
        return False
    return cues.owner.search(text, begin, start) is not None


def _names_thing(text: str, start: int, context: Context) -> bool:
    """`It restored the charge of 1741.`: a thing by its year, of which the story told before."""
    thing = _cues(context.language).thing.search(text, max(0, start - _CLAUSE), start)
    return thing is not None and thing["thing"] not in context.language.resolve["not_things"]


def foretold(expression: TimeExpression, when: Interval, context: Context) -> bool:
    """Whether a story runs ahead of itself: `their son, who would be governor in 1951, was born the next year`."""
    last = context.last
    if context.genre != "narrative" or last is None or not isinstance(expression.meaning, Fixed):
        return False
    if when.first_day is None or when.first_day <= last.first_day:
        return False
    start = expression.start
    return _cues(context.language).foretold.search(context.text, max(0, start - _CLAUSE), start) is not None


def incidental(expression: TimeExpression, context: Context) -> bool:
    """A date of birth: no other date leans on it, but for the first ones of a life told in order."""
    if not isinstance(expression.meaning, Fixed) or (context.genre == "narrative" and context.last is None):
        return False
    begin = max(0, expression.start - 20)
    return _cues(context.language).incidental.search(context.text[begin : expression.start].lower()) is not None


def reckoned_otherwise(expression: TimeExpression, context: Context) -> bool:
    """`on 14 June (3 June, Old Style)`: the same day again, by another calendar."""
    last = context.last
    if last is None or last is not context.last_day or expression.start - last.expression.end > _JOINT:
        return False
    between = context.text[last.expression.end : expression.start].split("(")
    if len(between) != _PARTS or between[0].strip():
        return False
    joint = between[1].lower().strip()
    return not joint or joint in context.language.resolve["same_day"]


def going_on(expression: TimeExpression, context: Context) -> bool:
    """`will be lifted on Friday, and schools, shut since Monday, reopen a day later`: a day later than Friday."""
    last, meaning = context.last_day, expression.meaning
    if last is None or last is not context.last or not isinstance(meaning, Partial) or meaning.month is not None:
        return False
    if bound(context.text, expression.start, context.prepositions) != "since":
        return False
    return ". " not in context.text[last.expression.end : expression.start] and context.is_near(
        last, expression, _CLAUSE
    )
