"""A clause that waits for its verb, past a relative clause: `A man who killed six, his wife included, | was …`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER, TIME, Words
from timeline.languages.events import (
    ADVERB,
    COORDINATOR,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
)

_PAIR = 4
"""Words of one of two nouns that a verb has, and one more."""
_ASIDE = 9
"""Words of what stands between two commas before a verb."""

Verbs = Mapping[int, Predicate]
"""First word of a finite verb → the verb, in order."""


def waits(bits: Sequence[int], starts: Verbs) -> bool:
    """`The man who robbed …`: does a subject open the sentence, and is its first verb that of a relative clause?"""
    first = next(iter(starts), 0)
    if first < 2 or not bits[first - 1] & (RELATIVE | THAT) or not bits[0] & (DETERMINER | NAME | NUMBER):
        return False
    return not bits[0] & (PREPOSITION | SUBORDINATOR) and len(starts) > 1


def back_to_subject(bits: Sequence[int], starts: Verbs, at: int) -> str | None:
    """What begins at a comma of the relative clause, `at` being the word after: None before `his wife included`."""
    while at < len(bits) and bits[at] & (ADVERB | TIME):
        at += 1
    present = at < len(bits) and bits[at] & THIRD  # `, who led the sale, | faces charges`
    return "resume" if present or (at in starts and not _one_of_a_list(bits, starts, at)) else None


def aside_then_verb(bits: Sequence[int], starts: Verbs, comma: int) -> bool:
    """`while Hale Works, | due to close, rose …`: the verb stands after the second comma."""
    for k in range(comma + 1, min(comma + _ASIDE, len(bits) - 1)):
        led = bits[k] & SUBORDINATOR and k > comma + 1  # not `the council, if asked, will …`
        if k in starts or bits[k] & (HARD | RELATIVE | THAT) or led:
            return False
        if bits[k] & COMMA:
            return k + 1 in starts
    return False


def only_verb_ahead(sentence: Words, starts: Verbs, at: int) -> bool:
    """`Details of the deal | after the vote were given to the press`: the verb is that of the whole sentence."""
    bits, verb = sentence.bits, next(iter(starts), 0)
    alone = len(starts) == 1 and 0 < at < verb and bits[at] & PREPOSITION
    return bool(alone) and not any(bit & COMMA for bit in bits[verb:])


_TOLD = 7
"""Words from the verb of `When he left for Vik on 3 May` to its day, at most."""


def past_when(sentence: Words, starts: Verbs) -> int:
    """`When he died in 1881 | the family moved`: where the main clause begins without a comma; -1: nowhere."""
    bits = sentence.bits
    verb, other, *_ = [*starts.values(), None, None]
    if verb is None or other is None or not bits[0] & SUBORDINATOR:
        return -1
    near = range(verb.head + 1, min(verb.head + _TOLD, len(bits)))
    at = next((k + 1 for k in near if bits[k] & TIME), other.first)
    if at == other.first and verb.passive:
        at = min(at, verb.head + 1)  # `If the loan is approved | the bridge will be built`
    if at + 1 == other.first and sentence.words[at] in sentence.events.sets["existing"]:
        return at
    led = at < other.first and bits[at] & (DETERMINER | PRONOUN | NAME) and not bits[at] & PREPOSITION
    led = led or (at + 1 == other.first and sentence.words[at] in sentence.events.sets["anyone"])
    barrier = COMMA | HARD | COORDINATOR | RELATIVE | THAT | SUBORDINATOR
    onward = at if at <= verb.head + 2 else verb.head + 1  # `When he left for Vik on 3 May | the mill closed`
    apart = any(bit & COMMA for bit in bits[: verb.head]) or any(bit & barrier for bit in bits[onward : other.first])
    return at if led and not apart else -1


def place_after(bits: Sequence[int], starts: Verbs, at: int) -> bool:
    """`who taught in Ashmere, | Thornbury, won`: where the place lies, before the verb of the main clause."""
    end = at
    while end < len(bits) and bits[end] & (NAME | COORDINATOR | DETERMINER):
        end += 1
    return end + 1 < len(bits) and bool(bits[end] & COMMA) and end + 1 in starts


def _one_of_a_list(bits: Sequence[int], starts: Verbs, at: int) -> bool:
    """`that kidnapped, | robbed and killed her were jailed`: still of the relative clause, since verbs come yet."""
    if starts[at].first != starts[at].head:  # `Moe, who is ill, | was elected and took office as he …`
        return False
    for k in range(starts[at].head + 1, len(bits) - 1):
        if bits[k] & COORDINATOR and k + 1 in starts:
            return any(other > k + 1 for other in starts)
        if bits[k] & (COMMA | HARD):
            break
    return False


def of_the_relative(bits: Sequence[int], starts: Verbs, first: int, at: int) -> bool:
    """`A man who killed his wife | and two children in the town was jailed`: more of whom, since one verb is left."""
    if any(k < first for k in starts):
        return False
    left = [k for k in starts if k > at]
    return len(left) == 1 and bool(bits[at + 1] & (DETERMINER | NUMBER | NAME))


def pair_then_verb(bits: Sequence[int], starts: Verbs, at: int, joint: int) -> bool:
    """`…, and | a dean and chapter took over`: two plain nouns, and the verb of both."""
    verb = next((k for k in range(joint + 1, min(joint + _PAIR, len(bits))) if k in starts), at)
    nouns = (*bits[at + 1 : joint], *bits[joint + 1 : verb])
    return 1 < joint - at < _PAIR and joint < verb - 1 and not any(bit & ~(DETERMINER | NAME) for bit in nouns)


def past_end(sentence: Words, starts: Verbs, at: int) -> int:
    """`and from 1956 | until her retirement in 1968 | she taught`: past the end of a stretch."""
    bits = sentence.bits
    if at >= len(bits) or sentence.words[at] not in sentence.events.sets["until"]:
        return at
    end = next((k for k in range(at + 1, min(at + _ASIDE, len(bits))) if bits[k] & TIME), at)
    return end + 1 if end > at and not any(k in starts for k in range(at, end)) else at


def results(sentence: Words, starts: Verbs, at: int) -> bool:
    """`was sold, so | that her lease ended in May`: what came of it; not `so that she could leave`."""
    if not at or sentence.words[at - 1] not in sentence.events.sets["hence"]:
        return False
    first = next((k for k in starts if k > at), at)
    barrier = COMMA | HARD | COORDINATOR | RELATIVE | SUBORDINATOR
    alone = first > at + 1 and not any(bit & barrier for bit in sentence.bits[at + 1 : first])
    return alone and starts[first].tense == "past"
