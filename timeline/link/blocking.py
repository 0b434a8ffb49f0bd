"""Which pairs of claims are worth comparing: those that share a rare word or a name, at about the same time.

Claims are laid out in order of time, and each key has the list of their places; what may be one happening with a claim
then stands in one stretch of it. Nothing is compared twice; a crowded stretch is thinned by kind of happening.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain

from timeline.link.mark import Collection, Mark, rarest, subject
from timeline.link.similarity import apart
from timeline.link.window import MONTH, SLACK

RARE = 4
"""So many of the rarest shared words of a claim are keys."""
NAMES = 3
SUBJECT = 6
"""So many of the telling words of its document are keys of a claim without a date."""
CROWD = 120
"""A stretch with more claims is thinned by kind of happening, and left out if that does not help."""
FEW = 8
"""A stretch with more claims of one kind of happening is left out: that kind alone tells too little."""
MOB = 50 * CROWD
"""A stretch with more is left out at once: the claim has rarer keys."""
NEXT = 24
"""So many of the claims after it that tell of the same kind of happening stand for the rest of a crowd."""
MOST = 12
"""Claims that one is compared with, those first that share most of its keys: one after the other they hold together
what hundreds tell of.
"""


def pairs(collection: Collection) -> Iterator[tuple[int, int]]:
    """Pairs `(i, j)` of marks with i < j, each once."""
    numbers: dict[str, int] = {}
    keys = [(*_keys(mark, collection.common), *_of_kind(mark, numbers)) for mark in collection.marks]
    yield from _of_one_time(collection.marks, keys)
    yield from _of_no_time(collection, keys)


def _keys(mark: Mark, common: Mapping[int, int]) -> tuple[int, ...]:
    return (*rarest(mark.terms, common, RARE), *rarest(mark.names, common, NAMES))


def _of_kind(mark: Mark, numbers: dict[str, int]) -> list[int]:
    """The kinds of happening of a claim that tells day or month, as numbers below 0: `it opened` has no rare word."""
    if mark.weak or mark.window is None or mark.days > MONTH:
        return []
    return [numbers.setdefault(kind, -1 - len(numbers)) for kind in sorted(mark.kinds)]


def _of_one_time(marks: Sequence[Mark], keys: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Dated claims whose windows overlap, or all but overlap so that both dates may be right."""
    order = sorted([(mark.window[0], n, mark.window[1]) for n, mark in enumerate(marks) if mark.window])
    starts, numbers = [start for start, _, _ in order], [n for _, n, _ in order]
    postings = _postings(numbers, keys)
    parted: dict[int, dict[str, list[int]]] = {}
    first = 0
    for place, (start, n, end) in enumerate(order):
        first = first if starts[first] == start else place
        limit = bisect_right(starts, end + SLACK, place)
        met: list[Sequence[int]] = []
        for key in keys[n] if limit - first > 1 else ():
            posting = postings.get(key, ())
            after = bisect_right(posting, place)
            if after == len(posting) or posting[after] >= limit:
                continue
            high = bisect_left(posting, limit, after)
            crowd = high - bisect_left(posting, first, 0, after)
            if crowd <= (CROWD if key >= 0 else FEW):
                met.append(posting[after:high])
            elif key >= 0 and crowd <= MOB:
                by_kind = parted.get(key) or parted.setdefault(key, _by_kind(posting, numbers, marks))
                met.append(_next(by_kind, marks[n], limit, place))
        for other in _nearest(met):
            if starts[other] <= end or not apart(marks[n], marks[numbers[other]]):
                m = numbers[other]
                yield (n, m) if n < m else (m, n)


def _postings(numbers: Sequence[int], keys: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """The places of each key that stands at more than one."""
    postings: dict[int, list[int]] = {}
    for place, n in enumerate(numbers):
        for key in keys[n]:
            if key in postings:
                postings[key].append(place)
            else:
                postings[key] = [place]
    return {key: posting for key, posting in postings.items() if len(posting) > 1}


def _by_kind(posting: Sequence[int], numbers: Sequence[int], marks: Sequence[Mark]) -> dict[str, list[int]]:
    """The places of a crowded key, parted by kind of happening."""
    found: dict[str, list[int]] = {}
    for place in posting:
        for kind in marks[numbers[place]].kinds:
            found.setdefault(kind, []).append(place)
    return found


def _next(by_kind: Mapping[str, Sequence[int]], mark: Mark, limit: int, place: int) -> Sequence[int]:
    """The next few of a crowd that tell of the same kind of happening."""
    lists = [by_kind[kind] for kind in mark.kinds if kind in by_kind]
    after = [(places, bisect_right(places, place), bisect_left(places, limit)) for places in lists]
    return nsmallest(NEXT, {other for places, low, high in after for other in places[low : min(high, low + NEXT)]})


def _nearest(met: Sequence[Sequence[int]]) -> Iterable[int]:
    """Each once; of too many those that share most keys, the next first."""
    if sum(map(len, met)) <= MOST:
        return set(chain.from_iterable(met))
    often = Counter(chain.from_iterable(met))
    return often if len(often) <= MOST else nsmallest(MOST, often, key=lambda other: (-often[other], other))


def _of_no_time(collection: Collection, keys: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Where time does not part claims, the kind of happening must; then the subject of the document may be the key."""
    marks = collection.marks
    undated = [n for n, mark in enumerate(marks) if not mark.window]
    if not undated:
        return
    subjects = [subject(voice, collection, SUBJECT) for voice in collection.voices]

    def own(n: int) -> set[int]:
        return {*keys[n], *subjects[marks[n].voice], marks[n].trigger}

    postings: dict[str, dict[int, list[int]]] = {}
    for n in undated:
        for kind in marks[n].kinds:
            places = postings.setdefault(kind, {})
            for key in own(n):
                places.setdefault(key, []).append(n)
    for n, mark in enumerate(marks):
        if mark.window and not postings.keys().isdisjoint(mark.kinds):
            sure = own(n)
            for kind in mark.kinds:
                places = postings.get(kind, {})
                for key in sure & places.keys():
                    places[key].append(n)
    for n in undated:
        lists = [places[key] for places in map(postings.__getitem__, marks[n].kinds) for key in own(n)]
        for other in {other for posting in lists if len(posting) <= CROWD for other in posting}:
            if other > n:
                yield n, other
            elif marks[other].window:
                yield other, n
