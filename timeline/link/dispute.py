"""One happening under dates that cannot both be right: groups that say the same but for the date become one.

Told apart from a happening that came back (an election, a yearly prize, a second siege): the dates lie near for their
precision, the words, the actors and the kind of happening are the same, and no voice tells of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from timeline.link.decided import Decided
from timeline.link.forest import root
from timeline.link.mark import Mark
from timeline.link.similarity import ONE, Similarity, contrary, kin
from timeline.link.window import gap, length

Group = tuple[int, ...]
"""Numbers of marks."""
SURE = round(0.8 * ONE)
REACH = ((4, 15), (45, 100), (400, 800))
"""Longest window and the days by which such dates may differ: a slip of days, of a season, of two years."""
CROWD = 40


def merge_disputed(groups: Sequence[Group], similarity: Similarity, decided: Decided) -> list[Group]:
    """The groups, those put together that differ only by their date; the surest first."""
    marks = similarity.collection.marks
    scored = [(_score(groups[a], groups[b], similarity), a, b) for a, b in _candidates(groups, marks)]
    merged = dict(enumerate(groups))
    home = {n: n for _, a, b in scored for n in (a, b)}
    for score, a, b in sorted(scored, key=lambda found: (-found[0], found[1:])):
        one, other = root(home, a), root(home, b)
        if score >= SURE and one != other and _may_join(merged[one], merged[other], marks, decided):
            low, high = min(one, other), max(one, other)
            merged[low] = tuple(sorted(merged[low] + merged.pop(high)))
            home[high] = low
    return list(merged.values())


def _candidates(groups: Sequence[Group], marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Pairs of dated groups that share a kind of happening and two names, or a name and a rare word."""
    blocks: dict[object, list[int]] = {}
    for n, group in enumerate(groups):
        keys = {
            (kind, *key)
            for i in group
            if marks[i].window and marks[i].firm
            for kind in marks[i].kinds
            for key in combinations(sorted(marks[i].names[:4]), 2)
        }
        for key in keys:
            blocks.setdefault(key, []).append(n)
    yield from sorted({pair for block in blocks.values() if len(block) <= CROWD for pair in combinations(block, 2)})


def _score(one: Group, other: Group, similarity: Similarity) -> int:
    """The mean likeness of all pairs; 0 when one pair of dated claims cannot be one happening."""
    marks = similarity.collection.marks
    pairs = [(marks[i], marks[j]) for i in one for j in other]
    dated = [(a, b) for a, b in pairs if a.window and b.window]
    if not dated or not all(_near(a, b) and kin(a, b) and not contrary(a, b) for a, b in dated):
        return 0
    scores = [similarity.alike(a, b) for a, b in pairs]
    return sum(scores) // len(scores)


def _near(one: Mark, other: Mark) -> bool:
    """By as much as a slip may differ. Dates of unlike precision get the narrower bound of the finer."""
    if one.window is None or other.window is None:
        return False
    finer = min(length(one.window), length(other.window))
    reach = next((days for longest, days in REACH if finer <= longest), 0)
    return gap(one.window, other.window) <= reach


def _may_join(one: Group, other: Group, marks: Sequence[Mark], decided: Decided) -> bool:
    """No voice tells of both (who gives two dates means two happenings), and no person forbade it."""
    if decided.parts(one, other):
        return False
    return {marks[i].voice for i in one}.isdisjoint(marks[j].voice for j in other)
