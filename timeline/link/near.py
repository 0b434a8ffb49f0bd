"""Pairs of events that all but became one: what a person may want to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from timeline.link.blocking import pairs
from timeline.link.decided import decide
from timeline.link.mark import collect
from timeline.link.partition import EDGE
from timeline.link.similarity import Similarity
from timeline.link.voices import voices
from timeline.model.decision import Decision
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts

LARGEST = 400
"""Pairs of claims that two events may have to be compared at all: beyond that nobody can look at them either."""


class Near(NamedTuple):
    """Two events by key, in order, and how alike they are."""

    likeness: int
    """Mean of all pairs of their claims, 0 to 10,000, vetoes left out."""
    one: str
    other: str


def near(
    events: Sequence[Event], documents: Mapping[str, DocumentFacts], decisions: Sequence[Decision] = ()
) -> tuple[Near, ...]:
    """The most alike first. Two of which some claims would hold together and nothing forbids it; none that a person
    told apart.
    """
    home = {claim.key: place for place, event in enumerate(events) for claim in event.claims}
    claims = sorted((claim for event in events for claim in event.claims), key=lambda claim: claim.key)
    similarity = Similarity(collect(claims, documents, voices(documents)))
    decided = decide({claim.key: n for n, claim in enumerate(claims)}, decisions)
    groups: list[list[int]] = [[] for _ in events]
    for n, claim in enumerate(claims):
        groups[home[claim.key]].append(n)
    found: set[tuple[int, int]] = set()
    for i, j in pairs(similarity.collection):
        one, other = sorted((home[claims[i].key], home[claims[j].key]))
        if one != other and (one, other) not in found and similarity.score(i, j) >= EDGE:
            found.add((one, other))
    told = []
    for one, other in sorted(found):
        crossing = [(min(i, j), max(i, j)) for i, j in product(groups[one], groups[other])]
        if len(crossing) <= LARGEST and not decided.parts(groups[one], groups[other]):
            scores = [max(0, similarity.score(i, j)) for i, j in crossing]
            told.append(Near(sum(scores) // len(scores), *sorted((events[one].key, events[other].key))))
    return tuple(sorted(told, key=lambda pair: (-pair.likeness, pair.one, pair.other)))
