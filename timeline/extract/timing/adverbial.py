"""A time that stands as an adverb beside its verb: `were today jailed`, `was told only last week`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import HARD
from timeline.languages.events import BASE, EVENT, NEGATION
from timeline.model.expression import Partial, Relative, Shift


def within_verb(parsed: Parsed, time: int) -> bool:
    """`were | today | jailed`, `was | last month | queried`: between an auxiliary and its verb."""
    return any(one.form == "finite" and one.first < time < one.head for one in parsed.predicates)


def at_last(parsed: Parsed, time: int) -> bool:
    """`was told only last week`: no sooner; not `Only last week did …`, `was told not last week but …`."""
    verb, bits = parsed.clause_of(time).finite, parsed.sentence.bits
    after = bits[time + 1] if time + 1 < len(bits) else HARD
    return verb is not None and verb.head < time - 1 and not bits[time - 1] & NEGATION and not after & EVENT


def counted(parsed: Parsed, time: int) -> bool:
    """`the following spring`, `the year before`: from what was told before."""
    meaning = parsed.sentence.times[time].expression.meaning
    if parsed.sentence.words[time].partition(" ")[0].lower() not in parsed.events.sets["the"]:
        return False
    return isinstance(meaning, (Relative, Shift)) or (isinstance(meaning, Partial) and meaning.leans == "mention")


def adverbial(parsed: Parsed, time: int) -> bool:
    """`In a speech | yesterday | prime minister Karl Moe said …`; not `weekend work`, `this week begin to …`."""
    words, sets, after = parsed.sentence.words, parsed.events.sets, time + 1
    meaning = parsed.sentence.times[time].expression.meaning
    if not isinstance(meaning, (Relative, Shift)) or not words[time].islower() or parsed.sentence.bits[after] & BASE:
        return False
    return sets["day_parts"].isdisjoint((words[time], words[after]))
