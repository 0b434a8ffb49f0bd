"""A claim as linking compares it: whole numbers only, so that no sum depends on the order it was made in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from math import isqrt, log
from typing import NamedTuple

from timeline.link.lexicon import Draft, Lexicon, named
from timeline.link.stamp import stamped
from timeline.link.surnames import surnames
from timeline.link.vector import Vector, vector
from timeline.link.window import NEAR, SHORT, SLACK, Window, length, window
from timeline.link.words import Vocabulary, words_of
from timeline.model.claim import AHEAD, Claim
from timeline.model.facts import DocumentFacts

SCALE = 100
FIRM = ("stated", "resolved")
NEARLY = (*FIRM, "continued")
"""The date is told, or was in the sentence before."""


FEWEST = 50
"""Voices that are thought to be there beside those of the collection, and to use none of its words: of three documents
all three use their subject's words, which are rare all the same.
"""


class Mark(NamedTuple):
    """One claim. A tuple, which is made in half the time of any other frozen value: there are as many as claims."""

    key: str
    voice: int
    """Number of its voice in the collection: of its document, or of the one that its document copies."""
    terms: tuple[int, ...]
    """Numbers of the telling words of its sentence, rarest first."""
    names: tuple[int, ...]
    """Numbers of its actors and places, rarest first."""
    trigger: int
    """Number of the trigger's stem; -1: it has none."""
    kinds: frozenset[str]
    """Classes of the trigger, the stem itself for a word without a class; those of the title for a trigger that is
    empty or missing."""
    told: tuple[str, ...]
    """Classes of all words of its title."""
    once: bool
    """Its kind of happening seldom comes twice to the same, or not within the days that its date leaves open."""
    unique: bool
    """It comes once at all."""
    mortal: int
    """The number of the one person to whom it comes once: whose birth or death it is; -1: nobody."""
    personal: bool
    """It befalls those who are named, and seldom twice within days."""
    weak: bool
    """Its kind of happening is so common that sharing it says little."""
    window: Window | None
    days: int
    """Length of the window."""
    firm: bool
    """The date is told, not inherited or inferred."""
    slack: int
    """Days that the date may be wrong by."""
    stated: bool
    """The words alone give the date, and it is not that of their page."""
    stamp: bool
    """The date is that of its page, to the minute."""
    start: int
    """Where its sentence begins in the document."""
    of_others: bool
    """It reports what others say."""
    numbers: tuple[str, ...]
    negated: bool
    status: str
    ahead: bool
    """It was to come when it was told."""
    size: int
    """Length of the vector of its terms."""
    span: int
    """Length of the vector of its names."""


@dataclass(frozen=True, slots=True)
class Collection:
    """All claims of a build, and what only the whole can tell: how rare each word is."""

    marks: tuple[Mark, ...]
    """In order of claim key."""
    weights: tuple[int, ...]
    """Square of the rarity of each term."""
    rarity: tuple[int, ...]
    """Its root."""
    voices: tuple[Vector, ...]
    """What each speaks of."""
    common: Mapping[int, int]
    """In how many claims each term, name and trigger stands."""


def collect(claims: Sequence[Claim], documents: Mapping[str, DocumentFacts], voice: Mapping[str, str]) -> Collection:
    """Marks of claims sorted by key. Rarity is counted over voices, so that copies do not make a word common."""
    numbers = named(surnames(claims))
    lexicons: dict[int, Lexicon] = {}
    drafts = [_lexicon(words_of(documents.get(claim.document)), lexicons, numbers).draft(claim) for claim in claims]
    place: dict[str, int] = {}
    speakers = [place.setdefault(voice.get(claim.document, claim.document), len(place)) for claim in claims]
    said: list[list[Draft]] = [[] for _ in place]
    for speaker, draft in zip(speakers, drafts, strict=True):
        said[speaker].append(draft)
    weights = _weights(said, len(numbers))
    rarity = tuple([isqrt(weight) for weight in weights])
    voices = tuple([vector([draft[0] for draft in told], rarity) for told in said])
    said.clear()
    drafts.reverse()
    rank = _rank(weights)
    stamps = [(claim, stamped(claim, documents.get(claim.document))) for claim in claims]
    marks = tuple(_mark(told, drafts.pop(), who, weights, rank) for told, who in zip(stamps, speakers, strict=True))
    common = Counter(chain.from_iterable(chain.from_iterable([(mark.terms, mark.names) for mark in marks])))
    common.update([mark.trigger for mark in marks])
    return Collection(marks, weights, rarity, voices, common)


def rarest(terms: Iterable[int], common: Mapping[int, int], most: int) -> list[int]:
    """The first of them, `most` at the most, that stand in another claim too."""
    found: list[int] = []
    for term in terms:
        if common[term] > 1:
            found.append(term)
            if len(found) == most:
                break
    return found


def subject(voice: Vector, collection: Collection, most: int) -> list[int]:
    """The terms that weigh most in a voice, of those that others may share."""
    common, rarity = collection.common, collection.rarity
    shared = [(-voice.weight(term, rarity), term) for term in voice.terms if common[term] > 1]
    return [term for _, term in nsmallest(most, shared)]


def _lexicon(words: Vocabulary, lexicons: dict[int, Lexicon], numbers: dict[str, int]) -> Lexicon:
    """The one for the words of a language."""
    known = lexicons.get(id(words))
    return lexicons.setdefault(id(words), Lexicon(words, numbers)) if known is None else known


def _weights(said: Sequence[Sequence[Draft]], size: int) -> tuple[int, ...]:
    """Squared rarity of each term: the logarithm of how many voices there are for each that uses it."""
    holders = Counter(chain.from_iterable(map(_used, said)))
    return tuple(round(SCALE * log(1 + (FEWEST + len(said)) / max(1, holders[term]))) ** 2 for term in range(size))


def _used(told: Sequence[Draft]) -> set[int]:
    """The terms, names and triggers of a voice."""
    used = {draft[2] for draft in told}
    used.update(*[draft[0] for draft in told], *[draft[1] for draft in told])
    return used


def _rank(weights: Sequence[int]) -> list[int]:
    """The place of each term among all, the rarest first."""
    rank = [0] * len(weights)
    for place, term in enumerate(sorted(range(len(weights)), key=lambda term: (-weights[term], term))):
        rank[term] = place
    return rank


def _mark(told: tuple[Claim, bool], draft: Draft, speaker: int, weights: Sequence[int], rank: Sequence[int]) -> Mark:
    claim, stamp = told
    terms, names, trigger, deed, kinds, of_others, mortal = draft
    placed = None if claim.when is None else window(claim.when)
    days = 0 if placed is None else length(placed)
    return Mark(
        claim.key,
        speaker,
        tuple(sorted(terms, key=rank.__getitem__)),
        tuple(sorted(names, key=rank.__getitem__)) if len(names) > 1 else names,
        trigger,
        deed.kinds,
        kinds,
        deed.once or (deed.seldom and days <= SHORT and (bool(names) or not deed.personal)),
        deed.unique,
        mortal,
        deed.personal,
        deed.weak,
        placed,
        days,
        claim.provenance.basis in FIRM,
        NEAR if claim.provenance.basis in NEARLY else SLACK,
        claim.provenance.basis == "stated" and not stamp,
        stamp and claim.when is not None and claim.when.clock is not None,
        claim.start,
        of_others,
        claim.numbers,
        claim.negated,
        claim.status,
        claim.status in AHEAD,
        isqrt(sum(map(weights.__getitem__, terms))),
        isqrt(sum(map(weights.__getitem__, names))),
    )
