"""Another date that a source gives: `The annals place his death in 1219` tells of the death, not of a placing."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import HARD
from timeline.languages.events import SUBORDINATOR

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
