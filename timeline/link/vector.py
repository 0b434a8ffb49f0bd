"""What a voice speaks of: the terms that weigh most in all that it tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from math import isqrt, log
from typing import NamedTuple

TELLING = 200
"""So many terms of a voice are compared with those of another."""
ONCE = 10
"""What a term weighs that stands once, before its rarity."""
_NONE: dict[int, int] = {}


class Vector(NamedTuple):
    """A term weighs as much as it is rare, and more if it stands more than once."""

    terms: frozenset[int]
    often: dict[int, int]
    """Of those that stand more than once: ONCE and the logarithm of how often."""
    length: int

    def weight(self, term: int, rarity: Sequence[int]) -> int:
        """Of one of its terms."""
        return self.often.get(term, ONCE) * rarity[term]


def _damped(n: int) -> int:
    return round(ONCE * (1 + log(n)))


DAMPED = (0, *map(_damped, range(1, 64)))
"""The same small numbers again and again."""


def vector(told: Iterable[Sequence[int]], rarity: Sequence[int]) -> Vector:
    """Of the terms of all sentences of a voice; of equal weight those with the smallest numbers.

    The numbers are kept as they come: where two sets hold the same object, they are compared without looking at it.
    """
    counts = Counter(chain.from_iterable(told))
    often = {term: DAMPED[n] if n < len(DAMPED) else _damped(n) for term, n in counts.items() if n > 1}
    terms: Iterable[int] = counts
    if len(counts) > TELLING:
        places = [term - (often.get(term, ONCE) * rarity[term] << 32) for term in counts]
        last = sorted(places)[TELLING - 1]
        terms = [term for term, place in zip(counts, places, strict=True) if place <= last]
        often = {term: often[term] for term in terms if term in often}
    squares = [(often.get(term, ONCE) * rarity[term]) ** 2 for term in terms]
    return Vector(frozenset(terms), often or _NONE, isqrt(sum(squares)))


def cosine(one: Vector, other: Vector, weights: Sequence[int]) -> float:
    """`weights`: square of the rarity of each term."""
    common = one.terms & other.terms
    if not common:
        return 0.0
    dot = ONCE * ONCE * sum(map(weights.__getitem__, common))
    a, b = one.often, other.often
    for term in [term for term in common if term in a or term in b]:
        dot += weights[term] * (a.get(term, ONCE) * b.get(term, ONCE) - ONCE * ONCE)
    return dot / max(1, one.length * other.length)
