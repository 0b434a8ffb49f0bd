"""A participle that only describes: `the film directed by …`, `a pact signed in May fell apart`."""

from __future__ import annotations

from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER, QUOTE, TIME, Words
from timeline.languages.events import (
    ADVERB,
    BASE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    NEGATION,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
)

_SHARE = 5
"""Words after `by` in which it is told by how much."""
_OBJECT = DETERMINER | NAME | NUMBER | PRONOUN
_NOUN, _PHRASE = 8, 14
"""Words before and after a participle in which the commas of an apposition stand."""


def is_reduced(sentence: Words, one: Predicate, strong: list[Predicate]) -> bool:
    """`the film directed by …`, `a pact signed in May fell apart`: a participle that only describes."""
    between = _between_commas(sentence.bits, one.head, strong)
    if between is not None:
        return between
    return not _of_named_subject(sentence.bits, one.head) and _describing(sentence, one, strong)


def _describing(sentence: Words, one: Predicate, strong: list[Predicate]) -> bool:
    """By its neighbours, and the other verbs."""
    bits, events, at = sentence.bits, sentence.events, one.head
    end = at + 1
    while end < len(bits) and bits[end] & ADVERB and not bits[end] & PREPOSITION:
        end += 1
    after = bits[end] if end < len(bits) else HARD
    if at == 0 or (bits[at - 1] & NEGATION and sentence.words[at - 1] not in events.sets["with_past"]):
        return True
    if one.lemma in events.sets["passive_with_by"] and events.sets["agent"].isdisjoint(sentence.words[end : end + 1]):
        return False  # `a second one followed in May`
    active = after & TO and one.lemma in events.sets["active_with_to"]
    if bits[at - 1] & PRONOUN or active or _left_for_the_subject(bits, one, strong) or _set_off(bits, at, strong):
        return False  # `We objected by letter`, `Vik, which had fallen, refused to pay`
    if _plainly(sentence, one, end, strong):
        return True
    counted = sentence.words[end : end + 1] and sentence.words[end] in events.counts  # `killed | three men`
    if (
        one.lemma in events.say
        or (after & _OBJECT and not after & PREPOSITION)
        or counted
        or _announced(sentence, one, strong)
    ):
        return False
    if (after & SUBORDINATOR and _around_clause(bits, end, strong)) or _apposed(bits, at, strong):
        return True
    if (one.lemma in events.report or one.lemma in events.sets["ruling"]) and _closes(bits, at):
        return False  # `The firm may go on, a judge ruled on Friday.`
    if _beyond_time(bits, end) & (DETERMINER | PRONOUN):
        return False  # `ruled last week the firm had erred`
    several = len(strong) > 1
    dated = after & TIME and sentence.words[at] not in events.sets["closing"]  # not `For the year ended 31 March`
    if several and (after & PREPOSITION or dated) and _in_phrase(bits, at):
        return True
    before = bits[at - 1]
    if before & (PRONOUN | RELATIVE | THAT | COORDINATOR) or _subject_of_relative(bits, at):
        return False
    if several and before & COMMA and after & (PREPOSITION | TIME) and not after & TO:
        return not any(bit & RELATIVE for bit in bits[:at]) and not _past_name(bits, at, strong)
    return any(_describes(sentence, one, other, after, strong) for other in strong if other is not one)


def _between_commas(bits: list[int], at: int, strong: list[Predicate]) -> bool | None:
    """`The score, long | believed lost in 1945, | turned up in 2009`: the first describes, the second is the verb."""
    commas = [k for k, bit in enumerate(bits) if bit & COMMA]
    if len(commas) < 2 or not bits[0] & (DETERMINER | NAME) or bits[0] & PREPOSITION:
        return None
    opening, closing = commas[0], commas[1]
    if bits[opening + 1] & (RELATIVE | THAT | PRONOUN):
        return None
    first = next((k for k in range(opening + 1, min(opening + 4, closing)) if bits[k] & PARTICIPLE), closing)
    heads = {other.first: other for other in strong}
    led = first > opening + 1 and bits[first] & PARTICIPLE and first in heads and closing + 1 in heads
    if not led or any(k < opening or first < k < closing for k in heads):
        return None
    return True if at == first else False if at == closing + 1 else None


def _of_named_subject(bits: list[int], at: int) -> bool:
    """`, rebuilt after Cyclone Ada | struck in May, has …`: a name and its verb, led by a conjunction."""
    first = at
    while first > 0 and bits[first - 1] & NAME:
        first -= 1
    if first == at or not first or at + 1 >= len(bits) or not bits[at] & PAST:
        return False
    return bool(bits[first - 1] & SUBORDINATOR and bits[at + 1] & (PREPOSITION | TIME))


def _left_for_the_subject(bits: list[int], one: Predicate, strong: list[Predicate]) -> bool:
    """`The ice that covers the island | melted twice as fast`: all other verbs are those of relative clauses."""
    others = [other for other in strong if other is not one]
    return (
        bool(others)
        and not bits[one.head - 1] & COMMA
        and all(other.head < one.head and bits[other.first - 1] & (RELATIVE | THAT) for other in others)
    )


def _past_name(bits: list[int], at: int, strong: list[Predicate]) -> bool:
    """`The rector, Karl Moe, | left in 1974, and a man came`; not `The book, The Mill, printed in May, sold`."""
    named = at - 1
    while named > 0 and bits[named - 1] & NAME:
        named -= 1
    if named < 2 or named == at - 1 or not bits[named - 1] & COMMA or not bits[0] & DETERMINER:
        return False
    closing = next((k for k in range(at, len(bits)) if bits[k] & COMMA), len(bits))
    return all(one.first > at for one in strong if one.head != at) and all(one.first != closing + 1 for one in strong)


def _plainly(sentence: Words, one: Predicate, end: int, strong: list[Predicate]) -> bool:
    """Do the words after it, from `end` on, leave nothing but a description?"""
    bits, events, at = sentence.bits, sentence.events, one.head
    after = bits[end] if end < len(bits) else HARD
    said = bits[at - 1] & NAME and one.lemma in events.say  # `Moe said 1986 had been a good year`
    dated = after & (PREPOSITION | TIME) and not said
    if dated and any(other.first > end and _bare(bits[end : other.first]) for other in strong):
        return True  # `A note released in 2005, however, showed …`
    if bits[at] & PARTICIPLE and any(other.first == at + 1 < other.head for other in strong):
        return True  # `The man arrested | has been freed`
    agent = at + 2 if at + 2 < len(bits) and bits[at + 1] & TIME else at + 1
    by = agent < len(bits) and sentence.words[agent] in events.sets["passive_agent"]
    if len(strong) > 1 and by and events.sets["fractions"].isdisjoint(sentence.words[agent + 1 : agent + _SHARE]):
        return True  # not `dropped by a third`
    among = after & COMMA and any(bit & COMMA for bit in bits[max(0, at - 3) : at]) and one.lemma not in events.say
    return bool(among and any(other.first == end + 1 for other in strong))  # `Five countries, Norway included, signed`


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


def _set_off(bits: list[int], at: int, strong: list[Predicate]) -> bool:
    """`The house, which his brothers | sold in 1931, burned down`: the verb of what the two commas enclose."""
    if not _subject_of_relative(bits, at):
        return False
    relative = next(k for k in range(at - 1, -1, -1) if bits[k] & RELATIVE)
    following = next((other.first for other in strong if other.first > at), None)
    led = bits[relative + 1] & (DETERMINER | NAME) and relative and bits[relative - 1] & COMMA
    return bool(led) and (following is None or any(bit & COMMA for bit in bits[at:following]))


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
    first, last = min(one.head, other.first) + 1, max(one.head, other.first)
    likened = not sentence.events.sets["likening"].isdisjoint(sentence.words[one.head + 1 : one.head + 2])
    gap = [bits[k] for k in range(first + likened, last) if not (bits[k] & COORDINATOR and _joins_nouns(bits, k))]
    if any(bit & (HARD | QUOTE | COORDINATOR | RELATIVE | THAT | SUBORDINATOR) for bit in gap):
        return False
    if other.head < one.head and other.lemma in sentence.events.report and _told_last(bits, one, strong):
        return False  # `Moe said Lindt left prison and that …`
    if any(bit & COMMA for bit in gap):
        return other.head < one.head and bool(after & PREPOSITION) and not _leading(bits, other)
    known = likened and one.lemma in sentence.events.sets["taken_as"]  # `A man known as Moe will be sent home`
    return other.head < one.head or known or bool(after & (PREPOSITION | TIME | HARD))


def _joins_nouns(bits: list[int], at: int) -> bool:
    """`Men accused of selling beer | and cigars have fled`: no subject and no verb behind it."""
    after = bits[at + 1] if at + 1 < len(bits) else HARD
    return not after & ~(EVENT | BASE) and not bits[at - 1] & ~(EVENT | BASE)


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
