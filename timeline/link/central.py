"""The sentences that say best what many say: nearest to the middle of all that was said of a date, none twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import isqrt, log

from timeline.link.stamp import stamped
from timeline.link.words import words_of
from timeline.model.claim import AHEAD, Claim
from timeline.model.facts import DocumentFacts

TWICE = 0.35
"""Sentences with a cosine above this say the same."""
TOO_SHORT = 6
"""Telling words below which a sentence is a fragment."""
TOO_LONG = 30
LEAD = 1500
"""Characters in which a report says what matters."""
FIRST = 1.2
"""× a sentence of them."""
ECHO = 0.8
"""× log of the voices that tell of the same happening."""
LESS = 0.5
"""× a sentence that is too long or too short, tells of what may come, begins with the date of its page as a line of a
log does, or leans on the sentence before it; each again.
"""
SAY = 10**6
"""The say of a document, in whole numbers."""
STAMP = 12
"""Characters before a date at the beginning."""
Vector = dict[str, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its terms, weighed."""

    claim: Claim
    vector: Vector
    length: int
    worth: float


def best(
    dates: Sequence[Sequence[Claim]],
    documents: Mapping[str, DocumentFacts],
    n: int,
    heard: Mapping[str, int] | None = None,
) -> list[tuple[Claim, ...]]:
    """For each date up to `n` of its claims; a sentence that tells of several happenings stands once.

    `heard`: for the key of a claim, how many voices tell of its happening.
    """
    told = [_sentences(claims) for claims in dates]
    terms = {claim.key: _terms(claim, documents) for claims in told for claim in claims}
    common = Counter(term for words in terms.values() for term in words)
    weigh = partial(_worth, documents=documents, heard=heard or {})
    return [
        _central([_said(claim, terms[claim.key], common, len(terms), weigh) for claim in claims], n) for claims in told
    ]


def _sentences(claims: Sequence[Claim]) -> list[Claim]:
    """One claim a sentence of a document, in an order that follows from the claims alone."""
    first: dict[tuple[str, int], Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.key):
        first.setdefault((claim.document, claim.start), claim)
    return list(first.values())


def _terms(claim: Claim, documents: Mapping[str, DocumentFacts]) -> frozenset[str]:
    return frozenset(words_of(documents.get(claim.document)).terms(claim.quote))


def _said(
    claim: Claim, terms: frozenset[str], common: Mapping[str, int], total: int, worth: Callable[[Claim, int], float]
) -> Said:
    vector = {term: round(100 * log(1 + total / common[term])) for term in sorted(terms)}
    return Said(claim, vector, isqrt(sum(weight * weight for weight in vector.values())), worth(claim, len(vector)))


def _worth(claim: Claim, size: int, *, documents: Mapping[str, DocumentFacts], heard: Mapping[str, int]) -> float:
    """What a sentence is worth printing, wherever it stands: of readable length, among the first, told by many."""
    worth = 1 + ECHO * log(max(1, heard.get(claim.key, 1)))
    worth *= FIRST if claim.start < LEAD else 1.0
    flaws = (not TOO_SHORT <= size <= TOO_LONG, claim.status in AHEAD, _stamped(claim, documents), _leaning(claim))
    return worth * LESS ** sum(flaws)


def _leaning(claim: Claim) -> bool:
    """`Two days later …`, or no date at all: the sentence before it tells when; `on 5 March` needs but its year."""
    anchor, told = claim.provenance.anchor, claim.time_text
    return not told or (anchor is not None and anchor.startswith("mention") and told.islower())


def _stamped(claim: Claim, documents: Mapping[str, DocumentFacts]) -> bool:
    early = claim.time_start is not None and claim.time_start < claim.start + STAMP
    return early and stamped(claim, documents.get(claim.document))


def _central(said: Sequence[Said], n: int) -> tuple[Claim, ...]:
    """Every document has the same say about where the middle lies, however much it tells of the date."""
    middle: Counter[str] = Counter()
    told = Counter(sentence.claim.document for sentence in said)
    for sentence in said:
        share = max(1, sentence.length) * told[sentence.claim.document]
        for term, weight in sentence.vector.items():
            middle[term] += SAY * weight // share
    length = isqrt(sum(weight * weight for weight in middle.values()))
    ranked = sorted(
        said,
        key=lambda one: (-one.worth * _cosine(one.vector, middle, one.length * length), one.claim.key),
    )
    chosen: list[Said] = []
    for sentence in ranked:
        if len(chosen) == n:
            break
        if all(_cosine(sentence.vector, other.vector, sentence.length * other.length) <= TWICE for other in chosen):
            chosen.append(sentence)
    return tuple(sentence.claim for sentence in chosen)


def _cosine(one: Mapping[str, int], other: Mapping[str, int], lengths: int) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other) / lengths if lengths else 0.0
