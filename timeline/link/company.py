"""How alike documents are, and whether they tell of one story where no date says so.

Two reports of one robbery are like each other, and so are the reports of two robberies; but those of one have the same
others nearest to them. And the words of a short report say little of its story: nearly all market reports share them.
"""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from itertools import chain
from math import isqrt, sqrt

from timeline.link.mark import Collection, subject
from timeline.link.vector import cosine

NEAREST = 7
"""So many others are the company of a voice: about as many as tell of one story on one day."""
KEYS = 20
"""So many of its telling terms bring others near."""
CROWD = 120
"""A term that more voices have for a key brings nobody near."""
LOOKED_AT = 24
"""So many of those who share most keys with it are compared."""
ITSELF = 1000
"""How like itself a voice is: likeness is counted in whole numbers."""
UNTOLD = 10
"""So many terms more, as heavy as its own and in no other, every voice might have told."""
REMEMBERED = 200_000
"""Pairs of voices whose likeness is kept at a time."""
Company = dict[int, int]
"""Voice → likeness."""


class Circle:
    """All voices of a collection. The company of each is found when it is first asked for."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._known: dict[tuple[int, int], float] = {}
        self._companies: dict[int, tuple[Company, int]] = {}
        self._keys: list[list[int]] = []
        self._postings: dict[int, list[int]] = {}

    def alike(self, one: int, other: int) -> float:
        """How alike the words of two voices are, 0 to 1: their cosine."""
        pair = (one, other) if one < other else (other, one)
        known = self._known.get(pair)
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            voices = self._collection.voices
            known = self._known[pair] = cosine(voices[pair[0]], voices[pair[1]], self._collection.weights)
        return known

    def words(self, one: int, other: int) -> float:
        """The same, the less the fewer words they have."""
        voices = self._collection.voices
        some, others = len(voices[one].terms), len(voices[other].terms)
        return self.alike(one, other) * sqrt(some * others / ((some + UNTOLD) * (others + UNTOLD)))

    def company(self, one: int, other: int) -> float:
        """How alike the company of two voices is, 0 to 1: the cosine of how like everybody each is.

        Two who are like nobody else are as alike in this as in their words, or more.
        """
        (company, size), (others, others_size) = self._company(one), self._company(other)
        common = company.keys() & others.keys()
        return sum(company[voice] * others[voice] for voice in common) / (size * others_size) if common else 0.0

    def _company(self, voice: int) -> tuple[Company, int]:
        """The voice and those nearest to it, and the length of that vector."""
        known = self._companies.get(voice)
        if known is None:
            company = {voice: ITSELF, **self._nearest(voice)}
            known = self._companies[voice] = company, isqrt(sum(like * like for like in company.values()))
        return known

    def _nearest(self, voice: int) -> Company:
        if not self._keys:
            self._lay_out()
        postings = [self._postings[term] for term in self._keys[voice]]
        near = Counter(chain.from_iterable([posting for posting in postings if len(posting) <= CROWD]))
        del near[voice]
        looked_at = nsmallest(LOOKED_AT, near, key=lambda other: (-near[other], other))
        likeness = [(-round(ITSELF * self.words(voice, other)), other) for other in looked_at]
        return {other: -like for like, other in nsmallest(NEAREST, likeness) if like}

    def _lay_out(self) -> None:
        """The keys of every voice, and who has each."""
        self._keys = [subject(voice, self._collection, KEYS) for voice in self._collection.voices]
        for voice, keys in enumerate(self._keys):
            for key in keys:
                self._postings.setdefault(key, []).append(voice)
