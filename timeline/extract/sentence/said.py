"""Words of report: `, he said`, `, the ministry said` behind a comma, and where what is said begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, OPEN, POSSESSIVE, QUOTE, TIME, Words
from timeline.languages.events import (
    ADVERB,
    BASE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
)

_ADJUNCT = TIME | PREPOSITION | DETERMINER | ADVERB | COMMA
"""What an opening date is made of: before it nothing was told."""
_LONGEST = 12
"""Words from the comma to the verb of saying, at most."""


def saying(sentence: Words, starts: Mapping[int, Predicate], at: int, told: bool) -> bool:
    """`, he said`, `, said Ibrahim`, `, the ministry said`: words of attribution up to the next boundary.

    `told`: something was told before; else `, said …` is the verb of the subject that stands before it.
    """
    bits, words, apart = sentence.bits, sentence.words, 0
    for k in range(at, min(at + _LONGEST, len(bits))):
        one = starts.get(k)
        if one is not None:
            if apart and (apart > 2 or not (told or any(bit & QUOTE for bit in bits[:at]))):
                return False
            if apart == 1 or one.lemma not in sentence.events.report or one.passive:
                return False
            end = one.head + 1
            end = past_hearer(bits, end) if one.lemma in sentence.events.sets["telling"] else end
            after = bits[end] if end < len(bits) else HARD
            quotes = end < len(bits) and words[end] == ":" and not told and not any(bit & QUOTE for bit in bits[:at])
            spoken = not told and after & COMMA and any(bit & QUOTE for bit in bits[end + 1 : end + 2])
            if quotes or spoken or after & TO:  # `In May Moe said, “Go home.”`
                return False
            if k == at and after & PRONOUN and end + 1 in starts:
                return False  # `Ada Lindt, who was ill, said she would come`
            if k == at:
                quoted = any(bit & QUOTE for bit in bits[:at])
                return (told or quoted) and bool(after & (NAME | DETERMINER | PRONOUN))
            if not told and not after & COMMA and all(bit & _ADJUNCT for bit in bits[:at]):
                return False  # `On Monday, Karl Moe spoke of the fire`
            closing = end >= len(bits) or words[end] in ".!?"
            return closing or bool(after & (COMMA | TIME | PREPOSITION | HARD | QUOTE | ADVERB))
        if bits[k] & OPEN and not bits[at] & COORDINATOR and any(bit & CLOSE for bit in bits[k + 2 : k + 3]):
            continue  # `, an officer of the Home Trust | (HT) said`
        if bits[k] & COMMA and (not apart or k + 1 in starts):  # `, the mayor, Ada Lindt, said`
            apart += 1
        elif bits[k] & (COMMA | HARD | RELATIVE | THAT | SUBORDINATOR | OPEN):
            return False
    return False


def past_hearer(bits: list[int], at: int) -> int:
    """`told the police she had …`: past the one who is told."""
    while at < len(bits) and bits[at] & DETERMINER:
        at += 1
    start = at
    while at < len(bits) and (bits[at] & NAME or not bits[at] & ~(EVENT | BASE)) and at - start < 5:
        at += 1
    if at > start and at + 1 < len(bits) and bits[at] & COORDINATOR and bits[at - 1] & bits[at + 1] & NAME:
        return past_hearer(bits, at + 1)  # `told the Securities and | Exchange Commission`
    return at


def past_time(bits: list[int], at: int) -> int:
    """`said on Monday | it will …`: past the time, which a comma after it would make part of what is said."""
    if at + 1 < len(bits) and bits[at] & PREPOSITION and bits[at + 1] & TIME:
        at += 1
    if at < len(bits) and bits[at] & TIME and not (at + 1 < len(bits) and bits[at + 1] & (COMMA | HARD | POSSESSIVE)):
        at += 1
    return at


def reports(one: Predicate, sentence: Words) -> bool:
    """`said`, `the court heard`, `it is understood`; not `did you hear`, `was believed`."""
    sets = sentence.events.sets
    if one.passive:
        return one.first == 1 and sentence.words[0].lower() == "it" and one.lemma in sets["held"]
    heard = one.lemma in sets["hearing"] and one.tense == "past" and one.first == one.head
    return heard or one.lemma in sentence.events.report


def complement(
    sentence: Words, starts: Mapping[int, Predicate], one: Predicate, verb_ahead: Callable[[int, int], bool]
) -> int:
    """Where what is said begins, when no "that" marks it: `said (on Monday) it will …`; -1: nowhere."""
    bits, at, hearers = sentence.bits, one.head + 1, sentence.events.sets["hearers"]
    if one.lemma in sentence.events.sets["telling"]:
        at = past_hearer(bits, at)
        at += 1 if one.tense == "present" and sentence.words[at : at + 1] and sentence.words[at] in hearers else 0
    at = _past_paper(sentence, past_time(bits, at))
    if at >= len(bits) or bits[at] & (COMMA | HARD | THAT | PREPOSITION | SUBORDINATOR | QUOTE | RELATIVE):
        return -1
    barrier = HARD if _plainly(sentence, starts, one, at) else COORDINATOR
    return at if at not in starts and verb_ahead(at, barrier) else -1


def _past_paper(sentence: Words, at: int) -> int:
    """`said in a statement | it had sold the mill`: past the paper or the talk in which it is said."""
    words, bits, sets = sentence.words, sentence.bits, sentence.events.sets
    if at + 3 >= len(words) or words[at] not in sets["in_paper"] or not bits[at + 1] & DETERMINER:
        return at
    noun = at + 2 if words[at + 2] in sets["spoken_in"] else at + 3
    said = words[noun] in sets["spoken_in"] and bits[noun + 1 : noun + 2]
    return noun + 1 if said and said[0] & (PRONOUN | DETERMINER | NAME) else at


def _plainly(sentence: Words, starts: Mapping[int, Predicate], one: Predicate, at: int) -> bool:
    """`said | the driver and a passenger had died`: no object, and nothing of the speaker (`one of its mills`)."""
    sets = sentence.events.sets
    verb = next((k for k in starts if k > at), at)
    return one.lemma in sets["plainly_said"] and sets["possessives"].isdisjoint(sentence.words[at:verb])
