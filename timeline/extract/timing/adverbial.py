"""A time that stands as an adverb beside its verb: `were today jailed`, `was told only last week`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD
from timeline.languages.events import BASE, COORDINATOR, EVENT, NEGATION, SUBORDINATOR, THAT
from timeline.model.expression import Partial, Relative, Shift

_OPENING = COMMA | HARD | THAT | SUBORDINATOR | COORDINATOR
"""What stands before a preposition that opens a clause."""


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


def told_from_another(parsed: Parsed, time: int) -> bool:
    """`two days later`, `the next year`: told from another time."""
    return isinstance(parsed.sentence.times[time].expression.meaning, (Shift, Relative))


def own_particle(parsed: Parsed, first: int, time: int) -> bool:
    """`moved in | about six months ago`, `operated on | two days later`: the verb's; not `in | the next year`."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if first < 2 or words[first - 1] not in sets["own_particles"] or not told_from_another(parsed, time):
        return False
    if parsed.sentence.bits[first - 2] & _OPENING:
        return False  # `that in ten years from now …`
    led = words[time].split(None, 1)[0].lower() in sets["pointers"]
    return not led and (first == time or words[first] in sets["roughly"])
