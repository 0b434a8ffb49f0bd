"""Which pairs of claims are worth comparing: those that share a rare word or a name, at about the same time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations

from timeline.link.mark import Collection, Mark
from timeline.link.window import FAR, Window, length

RARE = 4
"""So many of the rarest shared words of a claim are keys."""
NAMES = 3
SUBJECT = 6
CROWD = 120
"""A block larger than this is parted by kind of happening, and left out if that does not help."""
LEVELS = ((4, 2), (45, 31), (400, 366), (4000, 3653), (FAR * 4, FAR * 4))
"""Longest window of a level and the width of its buckets, both in days: day, month, year, decade, all time."""

Block = tuple[list[int], list[int]]
"""Numbers of the marks that belong to the level of the block, and of those with a finer date."""


def pairs(collection: Collection) -> Iterator[tuple[int, int]]:
    """Pairs `(i, j)` of marks with i < j, each once."""
    marks = collection.marks
    seen: set[int] = set()
    for own, finer in _blocks(collection).values():
        for block in _parted(own, finer, marks):
            for i, j in _within(*block):
                number = i * len(marks) + j
                if number not in seen:
                    seen.add(number)
                    yield i, j


def _within(own: Sequence[int], finer: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from combinations(own, 2)
    for i in own:
        for j in finer:
            yield (i, j) if i < j else (j, i)


def _blocks(collection: Collection) -> dict[tuple[object, ...], Block]:
    """Where time does not part claims, the kind of happening must; then the subject of the document may be the key."""
    common = Counter(term for mark in collection.marks for term in {*mark.terms, *mark.names, mark.trigger})
    subjects = [_subject(vector, collection.weights, common) for vector in collection.voices]
    blocks: dict[tuple[object, ...], Block] = {}
    for n, mark in enumerate(collection.marks):
        keys = _keys(mark, common)
        sure = [(kind, key) for kind in mark.kinds for key in {*keys, *subjects[mark.voice]}]
        for level, bucket, is_own in _buckets(mark.window):
            for key in keys if level < len(LEVELS) - 1 else sure:
                block = blocks.setdefault((level, bucket, key), ([], []))
                block[0 if is_own else 1].append(n)
    return blocks


def _parted(own: list[int], finer: list[int], marks: Sequence[Mark]) -> Iterator[Block]:
    if len(own) + len(finer) <= CROWD:
        yield own, finer
        return
    parts: dict[str, Block] = {}
    for side, members in enumerate((own, finer)):
        for n in members:
            for kind in marks[n].kinds:
                parts.setdefault(kind, ([], []))[side].append(n)
    yield from (part for part in parts.values() if len(part[0]) + len(part[1]) <= CROWD)


def _keys(mark: Mark, common: Mapping[int, int]) -> list[int]:
    shared = [term for term in mark.terms if common[term] > 1][:RARE]
    keys = [*shared, *(name for name in mark.names if common[name] > 1)][: RARE + NAMES]
    return list(dict.fromkeys([*keys, mark.trigger] if mark.trigger >= 0 else keys))


def _subject(vector: Mapping[int, int], weights: Sequence[int], common: Mapping[int, int]) -> list[int]:
    """The terms that weigh most in a voice, of those that others may share."""
    return nsmallest(SUBJECT, (t for t in vector if common[t] > 1), key=lambda t: (-(vector[t] ** 2) * weights[t], t))


def _buckets(window: Window | None) -> Iterator[tuple[int, int, bool]]:
    """Level, bucket and whether the window is of that level; two rows, so that no border parts neighbours."""
    top = len(LEVELS) - 1
    own = top
    if window is not None:
        own = next(n for n, (longest, _) in enumerate(LEVELS) if length(window) <= longest)
        for level in range(own, top):
            width = LEVELS[level][1]
            for row, shift in enumerate((0, width // 2)):
                for bucket in range((window[0] + shift) // width, (window[1] + shift) // width + 1):
                    yield level, 2 * bucket + row, level == own
    yield top, 0, own == top
