"""A time that stands as an adverb beside its verb: `were today jailed`, `was told only last week`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import HARD
from timeline.languages.events import EVENT, NEGATION


def within_verb(parsed: Parsed, time: int) -> bool:
    """`were | today | jailed`, `was | last month | queried`: between an auxiliary and its verb."""
    return any(one.form == "finite" and one.first < time < one.head for one in parsed.predicates)


def at_last(parsed: Parsed, time: int) -> bool:
    """`was told only last week`: no sooner; not `Only last week did …`, `was told not last week but …`."""
    verb, bits = parsed.clause_of(time).finite, parsed.sentence.bits
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    return verb is not None and verb.head < time - 1 and not bits[time - 1] & NEGATION and not after & EVENT
