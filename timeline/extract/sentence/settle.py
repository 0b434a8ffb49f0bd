"""Words that could be two things: a participle or a past, a plural noun or a present verb. Their neighbours decide."""

from __future__ import annotations

from itertools import pairwise

from timeline.extract.sentence.predicates import Predicate, candidates
from timeline.extract.sentence.reduced import is_reduced
from timeline.extract.sentence.several import could_be_participle, go_on, keep_a_verb, open_on
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, OPEN, POSSESSIVE, QUOTE, TIME, Words
from timeline.languages.events import (
    BASE,
    BE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    ING,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
    TO,
)

_DASHES = frozenset("–—-")
_PAIR = 30
"""Words that a pair of dashes encloses at most."""


def predicates(sentence: Words) -> list[Predicate]:
    """All predicates of a sentence, in order."""
    _pair_dashes(sentence)
    _unfold(sentence)
    found = candidates(sentence)
    bits = sentence.bits
    for before, one in pairwise([one for one in found if one.form != "noun"]):
        if before.form == "finite" and _calls(sentence, one):
            one.form, one.passive = "participle", True
    for one in found:
        one.weak = one.weak and not _governs(bits, one)
    strong = [one for one in found if one.form == "finite" and not one.weak]
    if strong:
        found = [
            one
            for one in found
            if not one.weak
            or (_apart(bits, one, strong) and not _leads(sentence, one))
            or _is_told(sentence, one, strong)
        ]
        go_on(bits, found)
    unsure = [one for one in found if could_be_participle(bits, one)]
    if not unsure:
        return found
    adjectives = {one.head for one in unsure if one.lemma not in sentence.events.say and _adjective(bits, one, strong)}
    for one in unsure:
        active = one.lemma in sentence.events.sets["no_passive"]  # `Moe died three days after he was beaten`
        if not active and one.head not in adjectives and is_reduced(sentence, one, strong):
            one.form = "participle"
            one.passive = True
    go_on(bits, found)
    keep_a_verb(bits, found, unsure)
    open_on(bits, found)
    return [one for one in found if one.head not in adjectives] if adjectives else found


def _calls(sentence: Words, one: Predicate) -> bool:
    """`set up a company | called Hale Works`."""
    bits, at = sentence.bits, one.head
    if sentence.words[at] not in sentence.events.sets["calling"] or at + 1 >= len(bits) or one.first != at:
        return False
    return bool(bits[at + 1] & NAME) and not bits[at - 1] & (PRONOUN | NAME | COORDINATOR | COMMA | RELATIVE)


def _governs(bits: list[int], one: Predicate) -> bool:
    """`Moe | wants a mill built in Ash`, `Moe | plans to sell`: one thing does it, and to what stands right behind."""
    after = [*bits[one.head + 1 : one.head + 3], 0, 0]
    led = after[0] & TO and after[1] & BASE and not after[1] & EVENT
    return bool(bits[one.head] & THIRD and (led or (after[0] & DETERMINER and not after[0] & (THAT | TIME))))


def _pair_dashes(sentence: Words) -> None:
    """`Kolberg – which had held – fell`: two dashes are a pair of brackets."""
    if _DASHES.isdisjoint(sentence.words):
        return
    dashes = [k for k, bit in enumerate(sentence.bits) if bit & HARD and sentence.words[k] in _DASHES]
    if len(dashes) == 2 and 1 < dashes[1] - dashes[0] < _PAIR and dashes[0]:
        for k in range(dashes[0], dashes[1]):
            sentence.bits[k] = 0 if sentence.bits[k] & (OPEN | CLOSE) else sentence.bits[k]
        sentence.bits[dashes[0]], sentence.bits[dashes[1]] = OPEN, CLOSE


def _unfold(sentence: Words) -> None:
    """`Everybody's coming home`: is, not an owner."""
    bits, words, sets = sentence.bits, sentence.words, sentence.events.sets
    for k in range(1, len(words) - 1):
        if bits[k] & POSSESSIVE and bits[k + 1] & ING and words[k - 1].lower() in sets["anyone"] | sets["subjects"]:
            bits[k] = BE


def _is_told(sentence: Words, weak: Predicate, strong: list[Predicate]) -> bool:
    """`They tell me | the exhibit opens in April`: a present verb of what somebody says, with its day behind it."""
    bits, words, events = sentence.bits, sentence.words, sentence.events
    above = next((one for one in reversed(strong) if one.head < weak.head), None)
    if above is None or above.tense != "present" or above.lemma not in events.report | events.sets["hearing"]:
        return False
    start = above.head + 1
    start += words[start] in events.sets["hearers"]
    subject, after = bits[start : weak.head], bits[weak.head + 1 : weak.head + 3]
    dated = any(bit & TIME for bit in after) and after[0] & (TIME | PREPOSITION)
    plain = subject and subject[0] & (DETERMINER | NAME) and not subject[0] & PREPOSITION
    return bool(dated and plain and bits[weak.head] & THIRD) and not any(bit & (COMMA | HARD) for bit in subject)


def _adjective(bits: list[int], one: Predicate, strong: list[Predicate]) -> bool:
    """`Armenian armed forces occupied …`: a participle between a name and a noun whose own verb follows."""
    follows = bits[one.head + 1] if one.head + 1 < len(bits) else HARD
    if not one.head or (bits[one.head - 1] & COORDINATOR and follows & NAME):
        return False  # `kidnapped and murdered Ada Lindt`
    joined = one.head > 2 and bits[one.head - 1] & COORDINATOR and bits[one.head - 3] & PREPOSITION
    if joined and not bits[one.head - 2] and not any(bits[one.head + 1 : one.head + 2]) and len(bits) > one.head + 2:
        return True  # `poured into new and renovated schools`
    for other in strong:
        gap = bits[one.head + 1 : other.first]
        if 2 <= other.first - one.head <= 3 and not any(bit & ~(EVENT | NAME | THIRD | BASE) for bit in gap):
            return True
    return False


def _leads(sentence: Words, one: Predicate) -> bool:
    """`slogans | close to the homes`: half of a preposition."""
    after = sentence.bits[one.head + 1 : one.head + 2]
    bits, at = sentence.bits, one.head
    if at > 4 and bits[at - 2] & COORDINATOR and not bits[at - 1] and not bits[at - 3]:
        led = any(bit & PREPOSITION for bit in bits[max(0, at - 6) : at - 3])
        if led and (not after or after[0] & (PREPOSITION | TIME) or sentence.words[at + 1] == "."):
            return True  # `at gold and coal | mines on Monday`
    return sentence.words[one.head] in sentence.events.sets["before_preposition"] and any(
        bit & (PREPOSITION | TO) for bit in after
    )


def _apart(bits: list[int], weak: Predicate, strong: list[Predicate]) -> bool:
    """A present verb beside a sure one needs a clause of its own: a boundary between the two."""
    boundary = HARD | QUOTE | RELATIVE | THAT
    if not weak.head or not bits[weak.head - 1] & NAME:
        boundary |= COMMA | COORDINATOR
    for other in strong:
        if bits[weak.head - 1] & TIME and 0 < other.first < weak.head and bits[other.first - 1] & (RELATIVE | THAT):
            continue  # `The strike which began on 27 February | looks close to its end`
        first, last = min(weak.head, other.first) + 1, max(weak.head, other.first)
        gap = [
            bits[k] for k in range(first, last) if not (bits[k] & COORDINATOR and bits[k - 1] & bits[k + 1] & NAME)
        ]  # `police forces in Leith and Vik had billed`
        if not any(bit & boundary or (bit & SUBORDINATOR and not bit & PREPOSITION) for bit in gap):
            return False
    return True
