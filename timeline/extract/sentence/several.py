"""Several participles of one sentence: which goes on with the auxiliary of another, which is the verb itself."""

from __future__ import annotations

from itertools import pairwise

from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, QUOTE
from timeline.languages.events import ADVERB, COORDINATOR, DETERMINER, PARTICIPLE, RELATIVE, THAT


def could_be_participle(bits: list[int], one: Predicate) -> bool:
    """A past form by itself that is a participle too: `opened`."""
    return one.form == "finite" and one.first == one.head and bool(bits[one.head] & PARTICIPLE)


def go_on(bits: list[int], found: list[Predicate]) -> None:
    """`was arrested in 1938 and taken home`: a second passive shares the first one's auxiliary."""
    verbs = [one for one in found if one.form != "noun"]
    for before, one in pairwise(verbs):
        at = one.head - 1
        while at > 0 and bits[at] & ADVERB:
            at -= 1
        gap = bits[before.head + 1 : at]
        joined = bits[at] & COORDINATOR and not any(bit & (HARD | QUOTE | RELATIVE | THAT) for bit in gap)
        held = before.form == "participle" and before.passive and before.first < before.head
        if joined and held and not gap and could_be_participle(bits, one):
            one.form, one.passive = "participle", True  # `the town being blown up and bulldozed`
        first = before.form == "finite" and before.passive
        if joined and first and one.form == "participle" and one.passive:
            one.form, one.tense = "finite", before.tense


def open_on(bits: list[int], found: list[Predicate]) -> None:
    """`Designed by Moe and opened in 1878, the bridge fell`: what opens a sentence goes on as it began."""
    verbs = [one for one in found if one.form != "noun"]
    for before, one in pairwise(verbs[:-1]):
        if before.head and not bits[before.head - 1] & COORDINATOR:
            return
        joined = bits[one.head - 1] & COORDINATOR and not any(bit & COMMA for bit in bits[before.head : one.head])
        if not (joined and before.form == "participle" and before.passive and could_be_participle(bits, one)):
            return
        after = next((k for k in range(one.head, len(bits)) if bits[k] & COMMA), len(bits))
        if any(other.form == "finite" and other.head > after for other in verbs):
            one.form, one.passive = "participle", True


def keep_a_verb(bits: list[int], found: list[Predicate], unsure: list[Predicate]) -> None:
    """`The market, designed by Karl Moe, | opened in 1871`: of two that could describe, the second is the verb.

    So is what stands behind the second comma: `Ada Lindt, head of the mill, | called on the council to act`.
    """
    last = unsure[-1]
    if any(one.form == "finite" for one in found):
        return
    apposed = [one for one in unsure if bits[one.head - 1] & COMMA]
    if len(apposed) == 1 and bits[0] & (DETERMINER | NAME) and _behind_name(bits, apposed[0].head - 1):
        apposed[0].form, apposed[0].passive, apposed[0].tense = "finite", False, "past"
        return
    if last is unsure[0] or not bits[last.head - 1] & COMMA:
        return
    if bits[unsure[0].head - 1] & COMMA and bits[0] & (DETERMINER | NAME):
        last.form, last.passive, last.tense = "finite", False, "past"


def _behind_name(bits: list[int], closing: int) -> bool:
    """Does the comma close what stands behind the name that opens the sentence?"""
    opening = next((k for k in range(closing) if bits[k] & COMMA), closing)
    return opening < closing - 1 and all(bit & (NAME | DETERMINER) for bit in bits[:opening])
