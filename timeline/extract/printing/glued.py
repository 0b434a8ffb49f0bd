"""Pieces of a sentence that make none: `Moe led the men were jailed`, of `Moe, who led the men who …, were jailed`."""

from __future__ import annotations

from itertools import pairwise

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import CLOSE, COMMA, HARD, NAME, OPEN, QUOTE
from timeline.languages.events import (
    BASE,
    COORDINATOR,
    EVENT,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    THIRD,
)

_JOINT = COMMA | HARD | OPEN | CLOSE | QUOTE | COORDINATOR | SUBORDINATOR | RELATIVE | THAT


def glued(parsed: Parsed, kept: list[int], cut: frozenset[int]) -> bool:
    """Do two verbs stand in a line with nothing that joins them, where the sentence had more? `cut`: its date."""
    bits, place = parsed.sentence.bits, {k: at for at, k in enumerate(kept)}
    told = [one for one in parsed.predicates if one.form != "noun" and one.head in place and one.first in place]
    verbs = [one for one in told if one.form == "finite"]
    if len(verbs) < 2:
        return False
    reports = parsed.events.report | parsed.events.say
    for one, other in pairwise(verbs):
        if any(k.lemma in reports for k in told if one.first <= k.first < other.first):
            continue
        gap = kept[place[one.head] : place[other.first] + 1]
        if _spliced(parsed, kept, one, other):
            return True
        noun = other.first > 1 and not bits[other.first - 2] & ~(EVENT | THIRD | BASE)
        if noun and bits[other.first - 1] & PRONOUN and gap[-1] - gap[0] == len(gap) - 1:
            continue  # `was paid £49 for the wounds she | received`
        joined = any(bits[k] & _JOINT and not bits[k] & NAME for k in gap[1:-1])
        if not joined and any(parsed.sentence.words[k] == "." for k in gap):
            return True  # `bought a mill from Hale Inc. | Moe bought another`
        led = parsed.sentence.words[kept[0]].lower() in parsed.events.status["conditions"]
        led = led and one.tense != "past"  # `If it rains they stay`; not `If he was alive he would be a poet`
        if not joined and (_left_out(bits, gap, cut) or _headless(bits, kept[led : place[one.first] + 1], cut)):
            return True
    return False


def _spliced(parsed: Parsed, kept: list[int], one: Predicate, other: Predicate) -> bool:
    """`Moe was shot |, was held in Ash`: a second verb behind a comma, no list, and the first not set apart."""
    bits = parsed.sentence.bits
    commas = sum(1 for k in kept if k < other.first and bits[k] & COMMA)
    if commas != 1 or not bits[other.first - 1] & COMMA or other.first - 1 not in kept:
        return False
    opening = _joints(bits, kept, kept[0] - 1, one.first)
    return not opening and not _joints(bits, kept, other.head, kept[-1] + 1)


def _joints(bits: list[int], kept: list[int], after: int, before: int) -> bool:
    """A word that joins or opens a clause between two words of a line."""
    joint = COORDINATOR | SUBORDINATOR | RELATIVE | THAT
    return any(after < k < before and bits[k] & joint and not bits[k] & PREPOSITION for k in kept)


def _left_out(bits: list[int], kept: list[int], cut: frozenset[int]) -> bool:
    """Were words left out that no comma and no bracket opens?"""
    gaps = (before + 1 for before, after in pairwise(kept) if any(k not in cut for k in range(before + 1, after)))
    return any(not bits[first] & (COMMA | OPEN | HARD) for first in gaps)


def _headless(bits: list[int], kept: list[int], cut: frozenset[int]) -> bool:
    """`The men | who led Moe were jailed`, `| When Moe left they wept`: does the first verb lack what led to it?"""
    opening = bits[kept[0]]
    return bool(opening & SUBORDINATOR and not opening & PREPOSITION) or _left_out(bits, kept, cut)


def lacks_verb(parsed: Parsed, kept: list[int], one: Predicate) -> bool:
    """`Weeks after his release, the seaman Karl Moe |`: is the verb of the clause of a happening not kept?"""
    home = parsed.clause_of(one.head)
    if one.form != "noun" or not any(piece.finite for piece in parsed.whole(home.number)):
        return False
    inside = set(kept)
    return not any(k.form == "finite" and k.head in inside for k in parsed.predicates)
