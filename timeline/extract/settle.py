"""Words that could be two things: a participle or a past, a plural noun or a present verb. Their neighbours decide."""

from __future__ import annotations

from itertools import pairwise

from timeline.extract.predicates import Predicate, candidates
from timeline.extract.several import could_be_participle, go_on, keep_a_verb, open_on
from timeline.extract.words import CLOSE, COMMA, HARD, NAME, NUMBER, OPEN, QUOTE, TIME, Words
from timeline.languages.events import (
    ADVERB,
    BASE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
    TO,
)

_OBJECT = DETERMINER | NAME | NUMBER | PRONOUN
_DASHES = frozenset("–—-")
_PAIR = 30
"""Words that a pair of dashes encloses at most."""
_NOUN, _PHRASE = 8, 14
"""Words before and after a participle in which the commas of an apposition stand."""


def predicates(sentence: Words) -> list[Predicate]:
    """All predicates of a sentence, in order."""
    _pair_dashes(sentence)
    found = candidates(sentence)
    bits = sentence.bits
    for before, one in pairwise([one for one in found if one.form != "noun"]):
        if before.form == "finite" and _calls(sentence, one):
            one.form, one.passive = "participle", True
    strong = [one for one in found if one.form == "finite" and not one.weak]
    if strong:
        found = [one for one in found if not one.weak or (_apart(bits, one, strong) and not _leads(sentence, one))]
        go_on(bits, found)
    unsure = [one for one in found if could_be_participle(bits, one)]
    if not unsure:
        return found
    adjectives = {one.head for one in unsure if one.lemma not in sentence.events.say and _adjective(bits, one, strong)}
    for one in unsure:
        active = one.lemma in sentence.events.sets["no_passive"]  # `Moe died three days after he was beaten`
        if not active and one.head not in adjectives and _reduced(sentence, one, strong):
            one.form = "participle"
            one.passive = True
    keep_a_verb(bits, found, unsure)
    open_on(bits, found)
    return [one for one in found if one.head not in adjectives] if adjectives else found


def _calls(sentence: Words, one: Predicate) -> bool:
    """`set up a company | called Hale Works`."""
    bits, at = sentence.bits, one.head
    if sentence.words[at] not in sentence.events.sets["calling"] or at + 1 >= len(bits) or one.first != at:
        return False
    return bool(bits[at + 1] & NAME) and not bits[at - 1] & (PRONOUN | NAME | COORDINATOR | COMMA | RELATIVE)


def _pair_dashes(sentence: Words) -> None:
    """`Kolberg – which had held – fell`: two dashes are a pair of brackets."""
    if _DASHES.isdisjoint(sentence.words):
        return
    dashes = [k for k, bit in enumerate(sentence.bits) if bit & HARD and sentence.words[k] in _DASHES]
    if len(dashes) == 2 and 1 < dashes[1] - dashes[0] < _PAIR and dashes[0]:
        for k in range(dashes[0], dashes[1]):
            sentence.bits[k] = 0 if sentence.bits[k] & (OPEN | CLOSE) else sentence.bits[k]
        sentence.bits[dashes[0]], sentence.bits[dashes[1]] = OPEN, CLOSE


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
        first, last = min(weak.head, other.first) + 1, max(weak.head, other.first)
        gap = [
            bits[k] for k in range(first, last) if not (bits[k] & COORDINATOR and bits[k - 1] & bits[k + 1] & NAME)
        ]  # `police forces in Leith and Vik had billed`
        if not any(bit & boundary or (bit & SUBORDINATOR and not bit & PREPOSITION) for bit in gap):
            return False
    return True


def _reduced(sentence: Words, one: Predicate, strong: list[Predicate]) -> bool:
    """`the film directed by …`, `a pact signed in May fell apart`: a participle that only describes."""
    bits, events, at = sentence.bits, sentence.events, one.head
    end = at + 1
    while end < len(bits) and bits[end] & ADVERB and not bits[end] & PREPOSITION:
        end += 1
    after = bits[end] if end < len(bits) else HARD
    if at == 0 or (bits[at - 1] & NEGATION and sentence.words[at - 1] not in events.sets["with_past"]):
        return True
    if bits[at - 1] & PRONOUN:
        return False  # `We objected by letter`
    if after & (PREPOSITION | TIME) and any(other.first > end and _bare(bits[end : other.first]) for other in strong):
        return True  # `A note released in 2005, however, showed …`
    several = len(strong) > 1
    agent = at + 2 if at + 2 < len(bits) and bits[at + 1] & TIME else at + 1
    if several and agent < len(bits) and sentence.words[agent] in events.sets["passive_agent"]:
        return True
    if (
        after & COMMA
        and any(other.first == end + 1 for other in strong)
        and any(bit & COMMA for bit in bits[max(0, at - 3) : at])
    ):
        return True  # `Five countries, Norway included, signed`
    if one.lemma in events.say or (after & _OBJECT and not after & PREPOSITION) or _announced(sentence, one, strong):
        return False
    if (after & SUBORDINATOR and _around_clause(bits, end, strong)) or _apposed(bits, at, strong):
        return True
    if one.lemma in events.report | events.sets["ruling"] and _closes(bits, at):
        return False  # `The firm may go on, a judge ruled on Friday.`
    if _beyond_time(bits, end) & (DETERMINER | PRONOUN):
        return False  # `ruled last week the firm had erred`
    dated = after & TIME and sentence.words[at] not in events.sets["closing"]  # not `For the year ended 31 March`
    if several and (after & PREPOSITION or dated) and _in_phrase(bits, at):
        return True
    before = bits[at - 1]
    if before & (PRONOUN | RELATIVE | THAT | COORDINATOR) or _subject_of_relative(bits, at):
        return False
    if several and before & COMMA and after & (PREPOSITION | TIME) and not after & TO:
        return not any(bit & RELATIVE for bit in bits[:at])
    return any(_describes(sentence, one, other, after, strong) for other in strong if other is not one)


def _apposed(bits: list[int], at: int, strong: list[Predicate]) -> bool:
    """`Berg, a family firm | founded in 1931, had sued`: between two commas, of which the second has the verb after."""
    opening = next((k for k in range(at - 1, max(0, at - _NOUN), -1) if bits[k] & COMMA), 0)
    closing = next((k for k in range(at + 1, min(len(bits), at + _PHRASE)) if bits[k] & (COMMA | HARD)), 0)
    if not opening or not closing or not bits[opening + 1] & DETERMINER or not bits[opening - 1] & NAME:
        return False
    if any(other.first < opening for other in strong):
        return False
    return any(
        other.first > closing and all(bit & ADVERB for bit in bits[closing + 1 : other.first]) for other in strong
    )


def _closes(bits: list[int], at: int) -> bool:
    """`…, a judge ruled on Friday.`: a comma, a noun, its verb, at most a time, and the end."""
    k = next((k for k in range(at - 1, max(0, at - _NOUN), -1) if bits[k] & (COMMA | PREPOSITION | TIME)), at)
    end = at + 1 + (at + 1 < len(bits) and bool(bits[at + 1] & PREPOSITION))
    end += end < len(bits) and bool(bits[end] & TIME)
    return k < at - 1 and bool(bits[k] & COMMA) and end >= len(bits) - 1


def _around_clause(bits: list[int], at: int, strong: list[Predicate]) -> bool:
    """`The number of people killed | when the bridge fell into the lake | rose`: two verbs, the second of the whole."""
    if any(other.first < at - 1 for other in strong):
        return False
    one, other, *_ = [*(k for k in strong if k.first > at), None, None]
    if one is None or other is None or any(bit & PRONOUN for bit in bits[at + 2 : one.first]):
        return False
    gap = bits[one.head + 1 : other.first]
    return bool(gap) and not any(
        bit & (HARD | COMMA | QUOTE | COORDINATOR | RELATIVE | THAT | SUBORDINATOR) for bit in gap
    )


def _bare(between: list[int]) -> bool:
    return all(bit & (COMMA | ADVERB | TIME | PREPOSITION) for bit in between)


def _announced(sentence: Words, one: Predicate, strong: list[Predicate]) -> bool:
    """`Lindt joins the cast, the company announced on Monday`: who says so."""
    bits, words, at = sentence.bits, sentence.words, one.head
    if one.lemma not in sentence.events.report or at < 4 or words[at - 1] not in sentence.events.sets["announcers"]:
        return False
    first = at - 2 if words[at - 2].lower() in sentence.events.sets["the"] else at - 3
    led = bits[first - 1] & COMMA and words[first].lower() in sentence.events.sets["the"]
    return bool(led) and any(other.head < first for other in strong) and strong[-1] is one


def _beyond_time(bits: list[int], at: int) -> int:
    """What stands after the time that stands at a word; nothing where no time does."""
    at += bool(at + 1 < len(bits) and bits[at] & PREPOSITION and bits[at + 1] & TIME)
    return bits[at + 1] if at + 1 < len(bits) and bits[at] & TIME else 0


def _subject_of_relative(bits: list[int], at: int) -> bool:
    """`which the army burned`, `in which Lindt died`: the verb of the relative clause."""
    k = at - 1
    while k >= 0 and at - k <= 4 and not bits[k] & ~(NAME | DETERMINER | EVENT):
        k -= 1
    return 0 <= k < at - 1 and bool(bits[k] & RELATIVE)


def _told_last(bits: list[int], one: Predicate, strong: list[Predicate]) -> bool:
    """Is it the last verb of what is told: no other stands behind it but past a boundary?"""
    if bits[one.head + 1 : one.head + 2] and bits[one.head + 1] & (PREPOSITION | TIME):
        return False
    boundary = HARD | QUOTE | RELATIVE | THAT | SUBORDINATOR | COORDINATOR
    following = (other for other in strong if other.first > one.head)
    return all(any(bit & boundary for bit in bits[one.head + 1 : other.first]) for other in following)


def _describes(sentence: Words, one: Predicate, other: Predicate, after: int, strong: list[Predicate]) -> bool:
    """Beside a sure verb with no boundary between the two, only one of them can be the clause's."""
    bits = sentence.bits
    gap = bits[min(one.head, other.first) + 1 : max(one.head, other.first)]
    if not sentence.events.sets["likening"].isdisjoint(sentence.words[one.head + 1 : one.head + 2]):
        gap = gap[1:]
    if any(bit & (HARD | QUOTE | COORDINATOR | RELATIVE | THAT | SUBORDINATOR) for bit in gap):
        return False
    if other.head < one.head and other.lemma in sentence.events.report and _told_last(bits, one, strong):
        return False  # `Moe said Lindt left prison and that …`
    if any(bit & COMMA for bit in gap):
        return other.head < one.head and bool(after & PREPOSITION) and not _leading(bits, other)
    return other.head < one.head or bool(after & (PREPOSITION | TIME | HARD))


def _in_phrase(bits: list[int], head: int) -> bool:
    """`In a message posted on its website, …`: one noun phrase after the preposition, and no subject of its own."""
    k = head - 1
    while k >= 0 and not bits[k] & (COMMA | HARD | TIME | SUBORDINATOR | COORDINATOR | QUOTE):
        k -= 1
    if k >= 0 and not bits[k] & (COMMA | HARD):
        return False
    opening = bits[k + 1 : head]
    return bool(opening and opening[0] & PREPOSITION) and sum(1 for bit in opening if bit & DETERMINER) <= 1


def _leading(bits: list[int], one: Predicate) -> bool:
    """Is it the verb of a clause that opens the sentence: `When the war ended, …`?"""
    return any(bit & (SUBORDINATOR | PREPOSITION) for bit in bits[: min(3, one.first)])
