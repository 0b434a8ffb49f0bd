"""A participle that describes a noun: `The issue announced yesterday for the firm has …` → the issue was announced."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, NAME, NUMBER, TIME
from timeline.languages.events import (
    ADVERB,
    BASE,
    DETERMINER,
    EVENT,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    THAT,
    TO,
)


def told_of(parsed: Parsed, one: Predicate, phrase: list[int]) -> bool:
    """Is it said of the noun phrase before it, of which a clause can be made?"""
    bits = parsed.sentence.bits
    if one.form != "participle" or not phrase[0] < one.head or bits[one.head] & NAME:
        return False
    before = bits[phrase[0] - 1] if phrase[0] else 0
    if before & (THAT | RELATIVE) or bits[one.head - 1] & (TIME | NUMBER | ADVERB):
        return False
    if parsed.sentence.words[one.head] in parsed.events.sets["closing"]:  # `an offer ended 27 February`
        return False
    if one.lemma in parsed.events.sets["publishing"]:  # `a report published in May said that …`
        return False
    toward = not parsed.events.sets["toward_date"].isdisjoint(parsed.sentence.words[one.head + 1 : one.head + 2])
    planned = one.lemma in parsed.events.status["planned_verbs"] and one.lemma not in parsed.events.sets["made_known"]
    if planned and not toward:
        return False  # `the rise expected in May`
    return can_be_passive(parsed, one) and _substantial(parsed, range(phrase[0], one.head))


def can_be_passive(parsed: Parsed, one: Predicate) -> bool:
    """`was signed`; not `left | prison`, `ruled last week | the firm had`, `paid | tribute`: it has an object."""
    bits, sets, at = parsed.sentence.bits, parsed.events.sets, one.head + 1
    if one.lemma in sets["no_passive"]:
        return False
    while at + 1 < len(bits) and (bits[at] & TIME or (bits[at] & PREPOSITION and bits[at + 1] & TIME)):
        at += 1
    if at < len(bits) and parsed.sentence.words[at] in sets["bare_objects"]:
        return False
    if at >= len(bits) or one.lemma in sets["two_objects"]:
        return True
    return not bits[at] & (NAME | PRONOUN | RELATIVE | NUMBER | DETERMINER)


def _substantial(parsed: Parsed, phrase: range) -> bool:
    """`The debt certificates`, `A pact`; not `The figures`, `court`, nor `the dreams Moe` of `the dreams Moe told`."""
    bits = parsed.sentence.bits
    told = [k for k in phrase if not bits[k] & (DETERMINER | TIME | COMMA)]
    if not told or any(one.head in phrase and one.form != "noun" for one in parsed.predicates):
        return False
    before = bits[phrase[0] - 1] if phrase[0] else 0
    if phrase[0] and not before & ~(EVENT | BASE) and parsed.sentence.words[phrase[0] - 1].isalpha():
        return False  # `the estimate | the survey | made`
    named = [k for k in told if bits[k] & NAME]
    if named and named[-1] == phrase[-1] and before & (PREPOSITION | TO):
        return False  # `a sale to the Hale Group announced last week`
    if named and named[-1] == phrase[-1] and bits[phrase[0]] & DETERMINER and not bits[told[0]] & NAME:
        if not phrase[0] and parsed.sentence.words[0].lower() in parsed.events.sets["indefinite"]:
            return True  # `A private FDR fixed for 3 May`
        return named[0] == told[0] or len(named) > 2
    if bits[phrase[0]] & DETERMINER:
        indefinite = parsed.sentence.words[phrase[0]].lower() in parsed.events.sets["indefinite"]
        return bool(named) or indefinite or len(told) > 1
    words, sets = parsed.sentence.words, parsed.events.sets
    several = words[phrase[-1]].endswith(parsed.events.endings["plural"]) or words[phrase[-1]] in sets["peoples"]
    if words[phrase[0] - 1] in sets["belonging"] and not named and not several:
        return False  # `a picture of | everyday life published today`
    return not bits[told[-1]] & NUMBER and (bool(named) or len(told) > 1)


def set_off(parsed: Parsed, one: Predicate) -> bool:
    """`She spoke at the opening of the club, | founded in 1923`: said of something that is not the subject."""
    bits, at = parsed.sentence.bits, one.head - 1
    if one.form != "participle" or not one.passive or one.first != one.head or not bits[one.head] & PARTICIPLE:
        return False
    while at > 0 and bits[at] & ADVERB:
        at -= 1
    verb = next((k for k in reversed(parsed.predicates) if k.form == "finite" and k.head < at), None)
    if verb is None:
        return False
    if verb.passive and any(bit & TIME for bit in bits[verb.head : at]):  # `She was arrested in May, released in June`
        return False
    return at > 0 and bool(bits[at] & COMMA)
