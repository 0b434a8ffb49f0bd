"""A claim as linking compares it: whole numbers only, so that no sum depends on the order it was made in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import isqrt, log
from typing import NamedTuple

from timeline.link.lexicon import Draft, Lexicon
from timeline.link.window import Window, window
from timeline.link.words import Vocabulary, words_of
from timeline.model.claim import Claim
from timeline.model.facts import DocumentFacts

SCALE = 100
FIRM = ("stated", "resolved")


TELLING = 200
"""So many terms of a voice are compared with those of another."""
FEWEST = 50
"""Voices that are thought to be there beside those of the collection, and to use none of its words: of three documents
all three use their subject's words, which are rare all the same.
"""


def _damped(n: int) -> int:
    return round(10 * (1 + log(n)))


DAMPED = (0, *map(_damped, range(1, 64)))
"""The same small numbers again and again."""


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
    """Its kind of happening seldom comes twice to the same."""
    weak: bool
    """Its kind of happening is so common that sharing it says little."""
    window: Window | None
    firm: bool
    """The date is told, not inherited or inferred."""
    stated: bool
    """The words alone give the date."""
    start: int
    """Where its sentence begins in the document."""
    of_others: bool
    """It reports what others say."""
    numbers: tuple[str, ...]
    negated: bool
    status: str
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
    voices: tuple[Mapping[int, int], ...]
    """Terms of each voice with what they weigh in it: how often they stand in its claims (damped) × their rarity."""
    lengths: tuple[int, ...]
    """Length of each voice's vector."""
    common: Mapping[int, int]
    """In how many claims each term, name and trigger stands."""


def collect(claims: Sequence[Claim], documents: Mapping[str, DocumentFacts], voice: Mapping[str, str]) -> Collection:
    """Marks of claims sorted by key. Rarity is counted over voices, so that copies do not make a word common."""
    numbers: dict[str, int] = {}
    lexicons: dict[int, Lexicon] = {}
    drafts = [_lexicon(words_of(documents.get(claim.document)), lexicons, numbers).draft(claim) for claim in claims]
    place: dict[str, int] = {}
    speakers = [place.setdefault(voice.get(claim.document, claim.document), len(place)) for claim in claims]
    said: list[list[Draft]] = [[] for _ in place]
    for speaker, draft in zip(speakers, drafts, strict=True):
        said[speaker].append(draft)
    weights = _weights(said, len(numbers))
    rarity = [isqrt(weight) for weight in weights]
    once: dict[int, int] = {}
    plain = [DAMPED[1] * rare for rare in rarity]
    vectors = tuple(_vector(told, rarity, plain, once) for told in said)
    said.clear()
    drafts.reverse()
    rank = _rank(weights)
    marks = tuple(_mark(claim, drafts.pop(), who, weights, rank) for claim, who in zip(claims, speakers, strict=True))
    lengths = tuple(isqrt(sum([n * n for n in vector.values()])) for vector in vectors)
    common = Counter(chain.from_iterable((*mark.terms, *mark.names, mark.trigger) for mark in marks))
    return Collection(marks, weights, vectors, lengths, common)


def _lexicon(words: Vocabulary, lexicons: dict[int, Lexicon], numbers: dict[str, int]) -> Lexicon:
    """The one for the words of a language."""
    known = lexicons.get(id(words))
    return lexicons.setdefault(id(words), Lexicon(words, numbers)) if known is None else known


def _vector(told: Sequence[Draft], rarity: Sequence[int], plain: Sequence[int], once: dict[int, int]) -> dict[int, int]:
    """The terms that weigh most in the claims of a voice: ten times one and the logarithm of how often × rarity.

    `plain` are the weights of what stands once, as most does; other equal weights are kept once, in `once`.
    """
    counts = Counter(chain.from_iterable([draft[0] for draft in told]))
    heavy = {term: plain[term] if n == 1 else _weight(n, rarity[term], once) for term, n in counts.items()}
    if len(heavy) <= TELLING:
        return heavy
    heaviest = sorted([(-weight, term) for term, weight in heavy.items()])[:TELLING]
    return {term: heavy[term] for _, term in heaviest}


def _weight(n: int, rarity: int, once: dict[int, int]) -> int:
    weight = (DAMPED[n] if n < len(DAMPED) else _damped(n)) * rarity
    return once.setdefault(weight, weight)


def _weights(said: Sequence[Sequence[Draft]], size: int) -> tuple[int, ...]:
    """Squared rarity of each term: the logarithm of how many voices there are for each that uses it."""
    holders: Counter[int] = Counter()
    for told in said:
        holders.update(set(chain.from_iterable((*draft[0], *draft[1], draft[2]) for draft in told)))
    return tuple(round(SCALE * log(1 + (FEWEST + len(said)) / max(1, holders[term]))) ** 2 for term in range(size))


def _rank(weights: Sequence[int]) -> list[int]:
    """The place of each term among all, the rarest first."""
    rank = [0] * len(weights)
    for place, term in enumerate(sorted(range(len(weights)), key=lambda term: (-weights[term], term))):
        rank[term] = place
    return rank


def _mark(claim: Claim, draft: Draft, speaker: int, weights: Sequence[int], rank: Sequence[int]) -> Mark:
    terms, names, trigger, deed, told, of_others = draft
    return Mark(
        key=claim.key,
        voice=speaker,
        terms=tuple(sorted(terms, key=rank.__getitem__)),
        names=tuple(sorted(names, key=rank.__getitem__)),
        trigger=trigger,
        kinds=deed.kinds,
        told=told,
        once=deed.once,
        weak=deed.weak,
        window=None if claim.when is None else window(claim.when),
        firm=claim.provenance.basis in FIRM,
        stated=claim.provenance.basis == "stated",
        start=claim.start,
        of_others=of_others,
        numbers=claim.numbers,
        negated=claim.negated,
        status=claim.status,
        size=isqrt(sum(map(weights.__getitem__, terms))),
        span=isqrt(sum(map(weights.__getitem__, names))),
    )
