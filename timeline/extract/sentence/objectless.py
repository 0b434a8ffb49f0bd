"""A relative clause whose verb has its object before it: `the well | that his grandfather had dug in 1948`."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, TIME, Words
from timeline.languages.events import CLOSED, COORDINATOR, DETERMINER, EVENT, PREPOSITION


def lacks_object(sentence: Words, starts: Mapping[int, Predicate], at: int) -> bool:
    """Is the `that` at a word the object of the verb after it; not of `the claim that he paid in 1948`?"""
    bits, words, sets = sentence.bits, sentence.words, sentence.events.sets
    one = next((one for first, one in starts.items() if first > at), None)
    if one is None or at < 2 or bits[at - 1] & (CLOSED | TIME | COMMA | EVENT) or words[at - 1] in sets["told_that"]:
        return False
    if one.passive or one.state or one.lemma in sets["no_passive"]:
        return False
    first = next((k for k in range(at - 1, 0, -1) if bits[k] & DETERMINER), 0)
    if first and bits[first - 1] & PREPOSITION:
        return False  # `options on the index | that the exchange announced`: which of the two?
    if any(before.head == at - 1 for before in starts.values()):
        return False  # `said | that he paid`
    after, beyond = [*bits[one.head + 1 : one.head + 3], HARD, HARD][:2]
    return bool(after & (TIME | COMMA | HARD | COORDINATOR) or (after & PREPOSITION and beyond & TIME))
