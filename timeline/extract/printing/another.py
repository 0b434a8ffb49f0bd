"""The line tells one thing and the time dates another: `Ada Lindt, having won in May, is the likely winner`."""

from __future__ import annotations

from itertools import pairwise

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA
from timeline.extract.timing.gerund import is_led_in


def of_another(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """Is the verb that the line tells not the one that is dated? `words` are those of the line."""
    return _is_said_of_another(one, cut) or _describes(words, one, cut) or _stands_apart(words, one, cut)


def _is_said_of_another(one: Predicate, cut: Parsed) -> bool:
    """`Karl Moe said, when the plan was announced in May: “…”`: the time is that of the plan."""
    home = cut.clause_of(one.head)
    if home.kind != "sub" or one.form != "finite":
        return False
    before = [k for k in cut.predicates if k.form == "finite" and k.head < home.first]
    return bool(before) and before[-1].lemma in cut.events.say and before[-1].head == home.first - 1


def _describes(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """A participle beside the verb, `Moe is the favourite, having won in May`, unless it is part of what was done."""
    if one.form != "participle" or is_led_in(cut, one):
        return False
    above = [
        k for k in cut.predicates if k.form == "finite" and k.head < one.first and cut.sentence.words[k.head] in words
    ]
    if not above or not any(one.first < time for time in cut.sentence.times):
        return False
    if above[-1].head == one.first - 1:
        return False  # `denied having opened the mill`
    told = cut.sentence.words[one.head]
    bare = one.passive and one.first == one.head
    if bare and any(word == told and before in cut.events.passive for before, word in pairwise(words)):
        return False  # `The paper was signed`, of `The deal was part of a paper signed in May`
    done = above[-1].tense == "past" and not above[-1].state and not one.perfect
    return not (done and cut.clause_of(one.head).kind == "part")


def _stands_apart(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`Two men, arrested in May, have been freed`: the day is that of what commas set off."""
    bits, at = cut.sentence.bits, one.first
    if one.form != "participle" or not one.passive or at != one.head or not at or not bits[at - 1] & COMMA:
        return False
    verbs = [k for k in cut.predicates if k.form == "finite" and cut.sentence.words[k.head] in words]
    if not verbs or verbs[0].head < at or cut.clause_of(verbs[0].head).kind == "say":
        return False
    return any(at < time < verbs[0].first for time in cut.sentence.times) and at > 1
