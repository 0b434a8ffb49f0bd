"""The sentences that say best what many say: nearest to the middle of all that was said of a date, none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isqrt, log

from timeline.link.words import words_of
from timeline.model.claim import Claim
from timeline.model.facts import DocumentFacts

TWICE = 0.5
"""Sentences with a cosine above this say the same."""
TOO_SHORT = 6
"""Telling words below which a sentence is a fragment."""
TOO_LONG = 35
Vector = dict[str, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its terms, weighed."""

    claim: Claim
    vector: Vector
    length: int


def best(dates: Sequence[Sequence[Claim]], documents: Mapping[str, DocumentFacts], n: int) -> list[tuple[Claim, ...]]:
    """For each date up to `n` of its claims; a sentence that tells of several happenings stands once."""
    told = [_sentences(claims) for claims in dates]
    terms = {claim.key: _terms(claim, documents) for claims in told for claim in claims}
    common = Counter(term for words in terms.values() for term in words)
    return [_central([_said(claim, terms[claim.key], common, len(terms)) for claim in claims], n) for claims in told]


def _sentences(claims: Sequence[Claim]) -> list[Claim]:
    """One claim a sentence of a document, in an order that follows from the claims alone."""
    first: dict[tuple[str, int], Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.key):
        first.setdefault((claim.document, claim.start), claim)
    return list(first.values())


def _terms(claim: Claim, documents: Mapping[str, DocumentFacts]) -> frozenset[str]:
    return frozenset(words_of(documents.get(claim.document)).terms(claim.quote))


def _said(claim: Claim, terms: frozenset[str], common: Mapping[str, int], total: int) -> Said:
    vector = {term: round(100 * log(1 + total / common[term])) for term in sorted(terms)}
    return Said(claim, vector, isqrt(sum(weight * weight for weight in vector.values())))


def _central(said: Sequence[Said], n: int) -> tuple[Claim, ...]:
    middle: Counter[str] = Counter()
    for sentence in said:
        for term, weight in sentence.vector.items():
            middle[term] += weight
    length = isqrt(sum(weight * weight for weight in middle.values()))
    ranked = sorted(said, key=lambda sentence: (-_rank(sentence, middle, length), sentence.claim.key))
    chosen: list[Said] = []
    for sentence in ranked:
        if len(chosen) == n:
            break
        if all(_cosine(sentence.vector, other.vector, sentence.length * other.length) <= TWICE for other in chosen):
            chosen.append(sentence)
    return tuple(sentence.claim for sentence in chosen)


def _rank(sentence: Said, middle: Mapping[str, int], length: int) -> float:
    fits = TOO_SHORT <= len(sentence.vector) <= TOO_LONG
    return _cosine(sentence.vector, middle, sentence.length * length) * (1.0 if fits else 0.5)


def _cosine(one: Mapping[str, int], other: Mapping[str, int], lengths: int) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other) / lengths if lengths else 0.0
