"""How well a line can end after a word, where it has to be cut."""

from __future__ import annotations

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, NAME, QUOTE
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    COORDINATOR,
    DETERMINER,
    ING,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TO,
)

STRONG, FAIR, LOOSE, NEVER = 3, 2, 1, 0
"""At a comma or a new clause; before a phrase; only where nothing better is; not at all."""
_HEARER = 4
"""Words between a verb of report and what is reported: whom it is told."""
_SHORT = 45
"""A title shorter than this is not cut at a comma."""
_LISTED = 5
"""Words of a part of a list."""


def grade(parsed: Parsed, k: int, after: int | None, total: int) -> int:
    """How well a line can end after a word, one of STRONG, FAIR, LOOSE, NEVER; `total`: its signs so far."""
    bits, sets = parsed.sentence.bits, parsed.events.sets
    follows, word = (HARD, "") if after is None else (bits[after], parsed.sentence.words[after])
    long = total > _SHORT + 5
    if _unfinished(parsed, k) or _clings(parsed, k, follows, word):
        return NEVER
    if follows & COMMA and lists(parsed, k):
        return LOOSE
    if word in sets["before_preposition"] and any(bit & PREPOSITION for bit in bits[k + 2 : k + 3]):
        return FAIR if long else NEVER
    if word in parsed.events.status["conditions"]:
        return LOOSE  # `will answer | if they fail`: it is not said of itself
    if follows & (COMMA | HARD | SUBORDINATOR):
        return STRONG if total >= _SHORT else FAIR
    if follows & (RELATIVE | THAT):
        return FAIR
    if not long or (word in sets["withholding"] and any(bit & ING for bit in bits[k + 2 : k + 3])):
        return NEVER
    if follows & PREPOSITION:
        return LOOSE if _leads(parsed, k, word) else FAIR
    return FAIR if after is not None and _another_deed(parsed, k, after) else NEVER


def _unfinished(parsed: Parsed, k: int) -> bool:
    """A word that more must follow: `the |`, `and wool |`, `“stop | promoting it”`."""
    bits = parsed.sentence.bits
    if bits[k] & (PREPOSITION | DETERMINER | COORDINATOR | COMMA | SUBORDINATOR | THAT):
        return True
    return k > 0 and bool(bits[k - 1] & (TO | COORDINATOR | QUOTE))


def _clings(parsed: Parsed, k: int, follows: int, word: str) -> bool:
    """Does what follows belong to the word: `broke | out`, `closed due | to snow`, `told the army | to leave`?"""
    bits, words, sets = parsed.sentence.bits, parsed.sentence.words, parsed.events.sets
    if word in sets["clinging"] or (follows & THAT and _reports(parsed, k)):
        return True
    if follows & COMMA and ((not bits[k] and "-" in words[k]) or _interrupts(parsed, k)):
        return True
    if k and bits[k - 1] & COMMA and follows & (THAT | RELATIVE):
        return True
    if follows & TO and _controls(parsed, k):
        return True
    verb = any(one.head == k and one.form != "noun" for one in parsed.predicates)
    return bool(follows & PREPOSITION) and (verb or words[k] in sets["before_preposition"])


def lists(parsed: Parsed, k: int) -> bool:
    """`banning newspapers |, broadcasters and sites from …`: the first of several."""
    bits = parsed.sentence.bits
    for at in range(k + 2, min(k + 2 + _LISTED, len(bits))):
        if bits[at] & (COORDINATOR | COMMA):
            return at > k + 2
        if bits[at] & (DETERMINER | PREPOSITION | RELATIVE | SUBORDINATOR | THAT | HARD | NAME | ADVERB | AUXILIARY):
            return False
        if any(one.first <= at <= one.head and one.form != "noun" for one in parsed.predicates):
            return False
    return False


def _interrupts(parsed: Parsed, k: int) -> bool:
    """`to discuss, among other issues |, the status`: what stands between a verb and its object."""
    bits = parsed.sentence.bits
    comma = next((at for at in range(k, max(0, k - _LISTED), -1) if bits[at] & COMMA), 0)
    return comma > 0 and any(one.head == comma - 1 and one.form != "noun" for one in parsed.predicates)


def _leads(parsed: Parsed, k: int, after: str) -> bool:
    """`the hunt | for the killer`, `the need | to sell`, `a stake | in the mill`: what completes a noun."""
    return parsed.sentence.words[k].lower() in parsed.events.sets.get(f"nouns_{after}", frozenset())


def _another_deed(parsed: Parsed, k: int, after: int) -> bool:
    """`attacked the policy on schools | saying it was wrong`, `a petition | signed by many`."""
    bits = parsed.sentence.bits
    if bits[k] & ADVERB or any(one.head == k and one.form != "noun" for one in parsed.predicates):
        return False
    first = after + bool(bits[after] & COORDINATOR)
    follows = bits[first + 1] if first + 1 < len(bits) else 0
    if not any(one.first == first and one.form == "participle" for one in parsed.predicates):
        return False
    return bool(follows & (DETERMINER | PRONOUN | NAME | THAT if bits[first] & ING else PREPOSITION))


def _controls(parsed: Parsed, k: int) -> bool:
    """`ordered the army | to leave`: what somebody is made to do is not cut off."""
    before = [one for one in parsed.predicates if one.head <= k and one.form != "noun"]
    return bool(before) and before[-1].lemma in parsed.events.sets["controlling"]


def _reports(parsed: Parsed, k: int) -> bool:
    """`told reporters | that …`: what is reported is not cut off."""
    return any(one.form == "finite" and k - _HEARER <= one.head <= k for one in parsed.predicates)
