"""A stretch of years in brackets that is a reign or an age: what was done under it is dated by it."""

from __future__ import annotations

import re

from timeline.extract.sentence.clauses import Clause, Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import NAME
from timeline.languages.events import PREPOSITION
from timeline.temporal.interval import Interval

_NUMBERED = re.compile(r"[IVX]{1,5}")
_OFFICE = 40 * 365
"""Days in which hardly anybody lives and dies who is somebody."""
_OPENING = 5
"""Words of `In the reign of` before the name, at most."""
_FROM_BRACKET = 2
"""Words between the bracket and the verb of which the ruler is the subject."""


def of_a_reign(parsed: Parsed, clause: Clause, time: int) -> Predicate | None:
    """`Kaval II (310–288 BC) built it`, `was paved under Nerin (AD 41–54)`, `in the third dynasty (264–260 BC)`."""
    mention, sets = parsed.sentence.times[time], parsed.events.sets
    before = clause.first - 1
    if mention.range is None or before < 1:
        return None
    words = parsed.sentence.words
    first = before
    while first and (parsed.sentence.bits[first - 1] & NAME or _NUMBERED.fullmatch(words[first])):
        first -= 1
    ruler = _NUMBERED.fullmatch(words[before]) is not None or words[before] in sets["ruler_names"]
    if words[before].lower() in sets["ages"] or words[first - 1].lower() in sets["under_rulers"]:
        told = _told_under(parsed, clause, first) if ruler or _is_short(mention.range.when) else None
        return _told_before(parsed, clause.first) or told
    return _told_behind(parsed, clause.last) if ruler else None


def _told_before(parsed: Parsed, opening: int) -> Predicate | None:
    """The last verb before a bracket."""
    verbs = [one for one in parsed.predicates if one.head < opening and _is_done(one)]
    return verbs[-1] if verbs else None


def _told_behind(parsed: Parsed, closing: int) -> Predicate | None:
    """The verb right behind a bracket."""
    verbs = (one for one in parsed.predicates if closing <= one.first <= closing + _FROM_BRACKET)
    return next((one for one in verbs if _is_done(one) and one.form == "finite"), None)


def _is_short(when: Interval) -> bool:
    """Years of an office rather than of a life."""
    first, last = when.first_day, when.last_day
    return first is not None and last is not None and last - first < _OFFICE


def _told_under(parsed: Parsed, clause: Clause, name: int) -> Predicate | None:
    """`Under Amadeus II (1179–1221) | the county doubled`, `In the reign of Ida (1310–1340) …`: of the main clause."""
    place = parsed.clause_at[clause.first] + 1
    opens = name <= _OPENING and parsed.sentence.bits[0] & PREPOSITION
    following = parsed.clauses[place] if opens and place < len(parsed.clauses) else None
    verb = following.finite if following is not None and following.kind == "main" else None
    return verb if verb is not None and _is_done(verb) else None


def _is_done(one: Predicate) -> bool:
    if one.negated or one.state:
        return False
    return one.form == "participle" or (one.form == "finite" and one.tense == "past")
