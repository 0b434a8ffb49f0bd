"""How likely it is that two claims tell of one happening, from 0 to 10,000."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp, sqrt

from timeline.link.mark import Collection, Mark
from timeline.link.window import gap, length

ONE = 10_000
VETO = -ONE
"""Of a pair that cannot be one happening: it takes more than one good pair to outweigh it."""
NEAR = 1
"""Days that two told dates of one happening may lie apart: a report of the morning after."""
SLACK = 3
"""The same, when one date was inherited or inferred."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds, fitted on annotated news and rounded."""

    base: float = -7.6
    document: float = 8.5
    """× square root of the cosine of the documents."""
    sentence: float = 4.0
    """× square root of the cosine of the sentences."""
    names: float = 1.0
    trigger: float = 1.4
    """The same word tells of the happening, beside a word of the same kind."""
    stranger: float = -2.0
    """The words that tell of the happening are of different kinds."""
    same_day: float = 1.5
    same_month: float = 0.5
    number: float = 0.8
    """A shared number; the same below zero when both have numbers and none is shared."""
    own_document: float = 3.0
    """Stands for the cosine of the documents where both claims are of one document."""


@dataclass(slots=True)
class Similarity:
    """Scores pairs of one collection; remembers what it found about pairs of voices."""

    collection: Collection
    weights: Weights = field(default_factory=Weights)
    _known: dict[tuple[int, int], float] = field(default_factory=dict)

    def score(self, i: int, j: int) -> int:
        """`VETO` where the dates, the polarity or the sentence forbid it."""
        one, other = self.collection.marks[i], self.collection.marks[j]
        return VETO if apart(one, other) or contrary(one, other) else self.alike(one, other)

    def alike(self, one: Mark, other: Mark) -> int:
        """The score whatever the vetoes say."""
        odds = self.text(one, other) + self.date(one, other)
        return round(ONE / (1 + exp(-odds)))

    def text(self, one: Mark, other: Mark) -> float:
        """Log odds from words, names, kind of happening and numbers."""
        weights, rarity = self.weights, self.collection.weights
        odds = weights.base + weights.sentence * sqrt(cosine(one.terms, other.terms, one.size, other.size, rarity))
        odds += weights.names * cosine(one.names, other.names, one.span, other.span, rarity)
        odds += weights.own_document if one.voice == other.voice else self._voices(one, other)
        if one.trigger == other.trigger:
            odds += weights.trigger
        elif not kin(one, other):
            odds += weights.stranger
        if one.numbers and other.numbers:
            odds += weights.number if set(one.numbers) & set(other.numbers) else -weights.number
        return odds

    def date(self, one: Mark, other: Mark) -> float:
        """Log odds from dates that agree: the finer, the more they say."""
        if one.window is None or other.window is None or not (one.firm and other.firm):
            return 0.0
        longest = max(length(one.window), length(other.window))
        return self.weights.same_day if longest <= 4 else self.weights.same_month if longest <= 45 else 0.0

    def _voices(self, one: Mark, other: Mark) -> float:
        a, b = sorted((one.voice, other.voice))
        known = self._known.get((a, b))
        if known is None:
            known = self._known[a, b] = self.weights.document * sqrt(self._cosine_of_voices(a, b))
        return known

    def _cosine_of_voices(self, a: int, b: int) -> float:
        one, other = self.collection.voices[a], self.collection.voices[b]
        if len(one) > len(other):
            one, other = other, one
        weights = self.collection.weights
        dot = sum(n * other[term] * weights[term] for term, n in one.items() if term in other)
        return dot / max(1, self.collection.lengths[a] * self.collection.lengths[b])


def cosine(one: Sequence[int], other: Sequence[int], size: int, other_size: int, weights: Sequence[int]) -> float:
    """Of two sets of terms whose squared weights and vector lengths are given."""
    common = set(one).intersection(other)
    return sum([weights[term] for term in common]) / (size * other_size) if common else 0.0


def kin(one: Mark, other: Mark) -> bool:
    """Both tell of the same kind of happening."""
    return any(kind in other.kinds for kind in one.kinds)


def apart(one: Mark, other: Mark) -> bool:
    """Their dates cannot both be right."""
    if one.window is None or other.window is None:
        return False
    return gap(one.window, other.window) > (NEAR if one.firm and other.firm else SLACK)


def contrary(one: Mark, other: Mark) -> bool:
    """They cannot be one happening whatever their dates: one says that it was not, or one sentence tells of two."""
    if one.negated != other.negated and "denied" not in (one.status, other.status):
        return True
    return one.voice == other.voice and one.start == other.start and one.trigger != other.trigger
