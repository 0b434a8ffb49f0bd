"""Another date that a source gives: `The annals place his death in 1219` tells of the death, not of a placing."""

from __future__ import annotations

from timeline.extract.scene import Reading
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD
from timeline.extract.who.memory import Memory
from timeline.languages.events import COORDINATOR, SUBORDINATOR
from timeline.model.participant import Participant

_OPENING = COMMA | HARD | COORDINATOR | SUBORDINATOR
_FAR = 8
"""Words from the verb to the happening, at most: `give | 14 March 1861 as his date of | birth`."""


def dated_otherwise(parsed: Parsed, one: Predicate) -> Predicate:
    """The happening that a source dates, where that is what the verb tells; else the verb itself."""
    if one.form != "finite" or one.passive or one.lemma not in parsed.events.sets["giving_dates"]:
        return one
    words, bits, sets = parsed.sentence.words, parsed.sentence.bits, parsed.events.sets
    subject = [words[k].lower() for k in range(parsed.clause_of(one.head).first, one.first)]
    if (sets["sources"] | sets["authorities"]).isdisjoint(subject):
        return one
    for noun in parsed.predicates:
        if noun.form == "noun" and 0 < noun.head - one.head <= _FAR:
            return one if any(bit & (HARD | SUBORDINATOR) for bit in bits[one.head : noun.head]) else noun
    return one


def whose_date(read: Reading, noun: Predicate, memory: Memory) -> tuple[Participant, ...]:
    """The person whose `his death` or `her birth` it is: the one named before in the sentence, or in the one before."""
    sentence, sets = read.parsed.sentence, memory.events.sets
    at = noun.head - 1
    if sentence.words[at].lower() not in sets["possessives"] & sets["persons"]:
        return ()
    named = [one.name for one in read.found if one.kind == "person" and one.last <= at]
    name = named[0] if named else memory.last_person(read.number)
    start = sentence.starts[at]
    return (Participant(name, "person", "whom", start, start, sentence.words[at]),) if name else ()


def authority(parsed: Parsed, verb: Predicate) -> str:
    """Who gives the date: `the necrology of Vik`."""
    first = parsed.clause_of(verb.head).first
    while parsed.sentence.bits[first] & _OPENING and first + 1 < verb.first:
        first += 1
    return parsed.sentence.text[parsed.sentence.starts[first] : parsed.sentence.ends[verb.first - 1]]
