"""Which pairs of claims are worth comparing: those that share a rare word or a name, at about the same time.

Claims are laid out in order of time, and each key has the list of their places; what may be one happening with a claim
then stands in one stretch of it. Nothing is compared twice; a crowded stretch is thinned by kind of happening.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from timeline.link.mark import Collection, Mark
from timeline.link.similarity import SLACK, kin

RARE = 4
"""So many of the rarest shared words of a claim are keys."""
NAMES = 3
SUBJECT = 6
"""So many of the telling words of its document are keys of a claim without a date."""
CROWD = 120
"""A stretch with more claims is thinned by kind of happening, and left out if that does not help."""
MOB = 6 * CROWD
"""A stretch with more is left out at once: the claim has rarer keys."""


def pairs(collection: Collection) -> Iterator[tuple[int, int]]:
    """Pairs `(i, j)` of marks with i < j, each once."""
    keys = [_keys(mark, collection.common) for mark in collection.marks]
    yield from _of_one_time(collection.marks, keys)
    yield from _of_no_time(collection, keys)


def _keys(mark: Mark, common: Mapping[int, int]) -> tuple[int, ...]:
    words = [term for term in mark.terms if common[term] > 1][:RARE]
    names = [name for name in mark.names if common[name] > 1][:NAMES]
    return (*words, *names)


def _of_one_time(marks: Sequence[Mark], keys: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Dated claims whose windows overlap or all but overlap."""
    order = sorted((mark.window[0], n, mark.window[1]) for n, mark in enumerate(marks) if mark.window)
    starts = [start for start, _, _ in order]
    postings: dict[int, list[int]] = {}
    for place, (_, n, _) in enumerate(order):
        for key in keys[n]:
            postings.setdefault(key, []).append(place)
    for place, (start, n, end) in enumerate(order):
        floor, limit = bisect_left(starts, start), bisect_right(starts, end + SLACK)
        found: set[int] = set()
        for key in keys[n]:
            posting = postings[key]
            low = bisect_left(posting, floor)
            high = bisect_left(posting, limit, low)
            if high - low > CROWD:
                found.update(_thinned(posting[low:high], order, marks[n], marks, place))
            elif high - low > 1:
                found.update([order[other][1] for other in posting[low:high] if other > place])
        for other in sorted(found):
            yield (n, other) if n < other else (other, n)


def _thinned(
    crowd: list[int], order: Sequence[tuple[int, int, int]], mark: Mark, marks: Sequence[Mark], after: int
) -> Sequence[int]:
    """Those of a crowd that tell of the same kind of happening, if they are few; the ones that stand behind a place."""
    if len(crowd) > MOB:
        return ()
    alike = [place for place in crowd if kin(mark, marks[order[place][1]])]
    return [order[place][1] for place in alike if place > after] if len(alike) <= CROWD else ()


def _of_no_time(collection: Collection, keys: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Where time does not part claims, the kind of happening must; then the subject of the document may be the key."""
    marks = collection.marks
    if all(mark.window for mark in marks):
        return
    subjects = [_subject(vector, collection.common) for vector in collection.voices]
    own = [
        [(kind, key) for kind in mark.kinds for key in {*keys[n], *subjects[mark.voice], mark.trigger}]
        for n, mark in enumerate(marks)
    ]
    postings: dict[tuple[str, int], list[int]] = {
        key: [] for n, mark in enumerate(marks) if not mark.window for key in own[n]
    }
    for n, sure in enumerate(own):
        for key in sure:
            if key in postings:
                postings[key].append(n)
    for n, mark in enumerate(marks):
        if mark.window:
            continue
        found = {other for key in own[n] if len(postings[key]) <= CROWD for other in postings[key]}
        for other in sorted(found):
            if other > n:
                yield n, other
            elif marks[other].window:
                yield other, n


def _subject(vector: Mapping[int, int], common: Mapping[int, int]) -> list[int]:
    """The terms that weigh most in a voice, of those that others may share."""
    shared = [(-weight, term) for term, weight in vector.items() if common[term] > 1]
    return [term for _, term in nsmallest(SUBJECT, shared)]
