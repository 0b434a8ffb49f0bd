"""The auxiliary that two verbs have in common: `The road was widened in May and opened in June`."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.neighbours import goes_on_bare
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, TIME
from timeline.languages.events import ADVERB, COORDINATOR, PARTICIPLE, PAST, PREPOSITION, SUBORDINATOR, TO


def shared_auxiliary(parsed: Parsed, verb: Predicate, other: Predicate | None) -> range:
    """`The road was widened and | opened in May`: the auxiliary that a passive which goes on has in common."""
    shared = other is not None and other.first == other.head and shares_passive(parsed, verb, other)
    if other is not None and other.first == other.head and goes_on_bare(parsed.sentence, other.head) == verb.first:
        return range(verb.first, verb.first + 1)  # `will open on Monday and | close on Friday`
    return range(verb.first, verb.head) if shared else range(0)


def shares_passive(parsed: Parsed, verb: Predicate, other: Predicate) -> bool:
    """`was arrested and released`, `and given rights`, `and made mayor`; not `was named and received rights`."""
    bits, sets = parsed.sentence.bits, parsed.events.sets
    if not verb.passive or not bits[other.head] & PARTICIPLE or other.lemma in sets["no_passive"]:
        return False
    if not bits[other.head] & PAST or other.lemma in sets["two_objects"]:
        return True
    after = bits[other.head + 1] if other.head + 1 < len(bits) else HARD
    if after & TO and other.lemma in sets["active_with_to"]:
        return False  # `was elected in 1918 and helped to found a school`
    return bool(after & (PREPOSITION | TIME | HARD | COMMA | COORDINATOR | SUBORDINATOR | ADVERB | TO))
