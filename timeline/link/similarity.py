"""How likely it is that two claims tell of one happening, from 0 to 10,000."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import exp, log, sqrt

from timeline.link.company import Circle
from timeline.link.mark import Collection, Mark
from timeline.link.window import MONTH, SHORT, gap

ONE = 10_000
VETO = -10 * ONE
"""Of a pair that cannot be one happening: it takes more than ten good pairs to outweigh it."""
FAINT = 1000
"""What scores less holds nothing together, and counts as 0."""
ROUNDING = 1e-6
"""More than sums of log odds lose by rounding."""
PLAIN = 2.2
"""Log odds from which what two sentences of one day say is enough: their documents need not be compared."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds that two claims are of one happening; those of text were fitted on annotated news and rounded."""

    base: float = -9.1
    topic: tuple[float, float] = (22.7, -12.9)
    """× square root of the likeness of the documents, × that likeness."""
    story: tuple[float, float] = (24.0, -14.0)
    """Instead of it where no date binds the claims: then the documents must tell of one story."""
    own_topic: float = 9.2
    """Instead of it, where both claims are of one document."""
    names: float = 1.4
    """Both name the same; where neither tells of the other's kind of happening, two at least: much befalls one town in
    one day.
    """
    no_name: float = -0.4
    """Both name somebody, and nobody is named by both."""
    same_word: float = 0.9
    """The same word tells of the happening, beside a word of the same kind."""
    weak: float = -3.0
    """Their kind of happening is so common that sharing it says little."""
    beside: float = -2.0
    """The one tells beside its own happening of a happening of the other's kind: `ended with the signing`."""
    stranger: float = -4.5
    """Neither tells of the other's kind of happening."""
    mortal: float = 4.0
    """It comes once to a person, and it is the same person: a birth, a death."""
    number: float = 0.7
    """Most of the fewer numbers are shared; the same below zero when both have numbers and none is shared."""
    one_sentence: float = -2.5
    day: tuple[float, float] = (1.0, 3.0)
    """Dates agree to the day: a gift, and × square root of the likeness of the sentences."""
    month: tuple[float, float] = (0.0, 3.0)
    year: tuple[float, float] = (-2.2, 3.0)
    """Dates agree to the year or less: a year holds many happenings."""
    own_date: tuple[float, float] = (-2.5, 3.0)
    """Both of one document, which tells of many happenings of one day."""
    own_number: float = 2.0
    """Taken off instead of `number`, for numbers that differ in one document or without a date: market reports."""
    others_number: float = -2.5
    """Instead of it, where nobody is named by both either, or nobody at all and no date: figures of two countries are
    told in like words.
    """
    eve: tuple[float, float] = (-2.0, 3.0)
    """Dates are a day apart, or as many as one that is not told may be wrong by."""
    unlike_plan: float = -2.0
    """Added where what was planned for the one was done on the other: who leaves on Thursday and arrives on Friday."""
    stamp: tuple[float, float] = (-1.0, 3.0)
    """They agree, but one is no more than when its page was written."""
    undated: float = -1.5
    """One is dated, the other is not, and nobody is named by both: reports of like happenings have like words."""
    blunt: float = -1.5
    """A year or longer beside a day: it holds many happenings."""


@dataclass(slots=True)
class Similarity:
    """Scores pairs of one collection."""

    collection: Collection
    weights: Weights = field(default_factory=Weights)
    most: float = 0.0
    """What the likeness of two documents can give."""
    needed: dict[int, float] = field(default_factory=dict)
    """Log odds of a score."""
    circle: Circle = field(init=False)
    """Which documents are alike."""
    _weight: Callable[[int], int] = int

    def __post_init__(self) -> None:
        self.circle = Circle(self.collection)
        self._weight = self.collection.weights.__getitem__
        self.most = max(_most(*self.weights.topic), _most(*self.weights.story))

    def score(self, i: int, j: int) -> int:
        """`VETO` where the dates, the polarity or the sentence forbid it."""
        one, other = self.collection.marks[i], self.collection.marks[j]
        return VETO if apart(one, other) else self._score(one, other, FAINT)

    def edge(self, i: int, j: int, least: int) -> int:
        """The score of a pair whose dates do not forbid it; 0 for one that is below `least` however alike the documents
        are, which need not be compared then.

        `least` is above FAINT.
        """
        return self._score(self.collection.marks[i], self.collection.marks[j], least)

    def text(self, one: Mark, other: Mark) -> float:
        """Log odds from all but the dates."""
        akin = kin(one, other)
        near = akin or beside(one, other)
        return self._deeds(one, other, akin, near) + self._documents(one, other) + self._details(one, other, near)

    def _score(self, one: Mark, other: Mark, least: int) -> int:
        """Of two whose dates do not forbid it; what costs little to compare comes first."""
        if contrary(one, other):
            return VETO
        akin, own = kin(one, other), one.voice == other.voice
        near = akin or beside(one, other)
        deeds, details = self._deeds(one, other, akin, near), self._details(one, other, near)
        gift, factor = self._gift(one, other)
        most = deeds + details + gift + (self.weights.own_topic if own else self.most) + ROUNDING
        needed = self.needed.get(least) or self.needed.setdefault(least, -log(ONE / least - 1))
        if most + factor <= needed:
            return 0
        alike = self.sentences(one, other) if factor else 0.0
        if most + factor * sqrt(alike) <= needed:
            return 0
        odds = deeds + details + gift + factor * sqrt(alike)
        if own:
            odds += self.weights.own_topic
        elif factor and akin and max(one.days, other.days) <= MONTH and not _parted(one, other):
            told = _odds(self.weights.topic, alike)
            odds += told if odds + told >= PLAIN else max(told, self._voices(one, other))
        elif one.window is None or other.window is None:
            odds += self._story(one.voice, other.voice, needed - odds)
        else:
            odds += self._voices(one, other)
        score = round(ONE / (1 + exp(-odds)))
        return score if score >= FAINT else 0

    def _documents(self, one: Mark, other: Mark) -> float:
        """Log odds from how alike the documents are."""
        return self.weights.own_topic if one.voice == other.voice else self._voices(one, other)

    def _deeds(self, one: Mark, other: Mark, akin: bool, near: bool) -> float:
        """Log odds from the words that tell of the happening, from those before anything is known."""
        weights = self.weights
        if not akin:
            return weights.base + (weights.beside if near else weights.stranger)
        odds = weights.base + weights.same_word if one.trigger == other.trigger >= 0 else weights.base
        if one.mortal == other.mortal >= 0:
            odds += weights.mortal
        return odds + weights.weak if one.weak and other.weak else odds

    def _details(self, one: Mark, other: Mark, near: bool) -> float:
        """Log odds from names, numbers and place."""
        weights, odds, own = self.weights, 0.0, one.voice == other.voice
        strange = not own and (one.window is None or other.window is None)
        if one.names and other.names:
            shared = set(one.names).intersection(other.names)
            strange = not shared
            if not shared:
                odds = weights.no_name
            elif near or len(shared) > 1:
                odds = weights.names * (sum(map(self._weight, shared)) / (one.span * other.span))
        odds += self._numbers(one, other, strange) if one.numbers and other.numbers else 0.0
        return odds + weights.one_sentence if own and one.start == other.start else odds

    def _numbers(self, one: Mark, other: Mark, strange: bool) -> float:
        """Of two that have some; `strange`: nobody is named by both."""
        weights, both = self.weights, len(set(one.numbers).intersection(other.numbers))
        if 2 * both > min(len(one.numbers), len(other.numbers)):
            return weights.number
        if strange:
            return weights.others_number
        if both:
            return 0.0
        lone = one.voice == other.voice or one.window is None or other.window is None
        return -weights.own_number if lone else -weights.number

    def _gift(self, one: Mark, other: Mark) -> tuple[float, float]:
        """From the dates alone, and × the root of how alike the sentences are."""
        if one.window is None or other.window is None:
            return self._undated(one, other), 0.0
        if _parted(one, other):
            gift, factor = self.weights.eve
            return (gift + self.weights.unlike_plan if one.ahead != other.ahead else gift), factor
        if not (one.firm and other.firm):
            return 0.0, 0.0
        weights, shorter, longer = self.weights, one.days, other.days
        if shorter > longer:
            shorter, longer = longer, shorter
        gift, factor = weights.day if longer <= SHORT else weights.month if longer <= MONTH else weights.year
        if one.voice == other.voice:
            gift, factor = weights.own_date
        elif one.stamp or other.stamp:
            gift, factor = weights.stamp
        return (gift + weights.blunt if shorter <= SHORT and longer > MONTH else gift), factor

    def _undated(self, one: Mark, other: Mark) -> float:
        """Of a dated and an undated claim; where neither is dated, nothing is known and nothing lost."""
        if one.window is other.window or not set(one.names).isdisjoint(other.names):
            return 0.0
        return self.weights.undated

    def sentences(self, one: Mark, other: Mark) -> float:
        """How alike the sentences are, 0 to 1: the cosine of their terms."""
        common = set(one.terms).intersection(other.terms)
        return sum(map(self._weight, common)) / (one.size * other.size) if common else 0.0

    def _voices(self, one: Mark, other: Mark) -> float:
        return _odds(self.weights.topic, self.circle.alike(one.voice, other.voice))

    def _story(self, one: int, other: int, needed: float) -> float:
        """Log odds that two voices tell of one story, or some that are below `needed`."""
        words = _odds(self.weights.story, self.circle.words(one, other))
        return words if words <= needed else min(words, _odds(self.weights.story, self.circle.company(one, other)))


def _odds(weights: tuple[float, float], alike: float) -> float:
    root, linear = weights
    return root * sqrt(alike) + linear * alike


def _most(root: float, linear: float) -> float:
    """The highest of such log odds."""
    return root * root / (-4 * linear) if linear < -root / 2 else root + linear


def kin(one: Mark, other: Mark) -> bool:
    """Both tell of the same kind of happening."""
    return not one.kinds.isdisjoint(other.kinds)


def beside(one: Mark, other: Mark) -> bool:
    """The title of the one tells of the other's kind of happening too."""
    return not (one.kinds.isdisjoint(other.told) and other.kinds.isdisjoint(one.told))


def apart(one: Mark, other: Mark) -> bool:
    """Their dates cannot both be right. Who gives two dates means two happenings: one voice gets no slack."""
    if one.window is None or other.window is None or not (space := gap(one.window, other.window)):
        return False
    if one.voice == other.voice or max(one.days, other.days) > SHORT:
        return True
    return space > max(one.slack, other.slack)


def _parted(one: Mark, other: Mark) -> bool:
    """A day or more lies between their dates."""
    return bool(one.window and other.window and gap(one.window, other.window))


def contrary(one: Mark, other: Mark) -> bool:
    """They cannot be one happening whatever their dates: one says that it was not, or one sentence tells of two."""
    if one.negated != other.negated and "denied" not in (one.status, other.status):
        return True
    if one.voice != other.voice or one.start != other.start:
        return False
    return one.trigger != other.trigger or one.window != other.window
