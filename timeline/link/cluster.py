"""From scored pairs to groups: connected components first, then average link inside each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from timeline.link.forest import root

Pair = tuple[int, int]
LARGEST = 160
"""A component of more nodes is taken apart by dropping its weakest edges: average link needs every pair of it."""
STEP = 500


def components(nodes: Iterable[int], edges: Iterable[Pair]) -> list[list[int]]:
    """Nodes that hang together, each component in order, the components by their first node."""
    parent = {node: node for node in nodes}
    for i, j in edges:
        a, b = root(parent, i), root(parent, j)
        if a != b:
            parent[max(a, b)] = min(a, b)
    found: dict[int, list[int]] = {}
    for node in sorted(parent):
        found.setdefault(root(parent, node), []).append(node)
    return [found[root] for root in sorted(found)]


class Edges:
    """Scored pairs in twelve bytes each: where few words tell of much there are a hundred to a claim."""

    def __init__(self, told: Iterable[tuple[Pair, int]] = ()) -> None:
        self.one, self.other, self.score = array("i"), array("i"), array("i")
        for pair, score in told:
            self.put(*pair, score)

    def put(self, one: int, other: int, score: int) -> None:
        """Another pair; none comes twice."""
        self.one.append(one)
        self.other.append(other)
        self.score.append(score)


def small_components(
    size: int, edges: Edges, lowest: int, crowd: Callable[[Sequence[int]], Sequence[int]] = lambda _: ()
) -> Iterator[tuple[list[int], dict[Pair, int]]]:
    """Components of the nodes from 0 by the edges that score at least `lowest`, each with these edges; too large a one
    again with a higher bound.

    `crowd` tells which of too many are one all the same; these come without edges.
    """
    one, other, score = edges.one, edges.other, edges.score
    waiting: list[tuple[Iterable[int], Iterable[int], int]] = [(range(size), range(len(score)), lowest)]
    while waiting:
        nodes, places, bound = waiting.pop()
        kept = array("i", (n for n in places if score[n] >= bound))
        own: dict[int, array[int]] = {}
        found = components(nodes, ((one[n], other[n]) for n in kept))
        home = {node: members[0] for members in found if len(members) > 1 for node in members}
        for n in kept:
            own.setdefault(home[one[n]], array("i")).append(n)
        for members in found:
            inside = own.get(members[0], ())
            if len(members) > LARGEST:
                whole = frozenset(crowd(members))
                if whole:
                    yield sorted(whole), {}
                rest = [node for node in members if node not in whole]
                left = array("i", (n for n in inside if one[n] not in whole and other[n] not in whole))
                waiting.append((rest, left, bound + STEP))
            else:
                yield members, {(one[n], other[n]): score[n] for n in inside}


def average_link(size: Sequence[int], score: Callable[[int, int], int], least: int) -> list[list[int]]:
    """Merge the two groups of the highest mean score for as long as it is at least `least`.

    `size[n]` is how many things node n stands for; ties go to the smallest nodes. `score(a, b)` of two nodes is their
    mean score.
    """
    groups = {n: [n] for n in range(len(size))}
    weight = dict(enumerate(size))
    sums = {(a, b): score(a, b) * size[a] * size[b] for a, b in combinations(range(len(size)), 2)}
    heap = [(-total / (weight[a] * weight[b]), a, b) for (a, b), total in sums.items() if total > 0]
    heapify(heap)
    while heap:
        mean, a, b = heappop(heap)
        if -mean < least:
            break
        if (a, b) not in sums or -mean != sums[a, b] / (weight[a] * weight[b]):
            continue
        del sums[a, b]
        groups[a] = sorted(groups[a] + groups.pop(b))
        merged = weight[a] + weight.pop(b)
        for other in groups:
            if other != a:
                total = sums.pop(_ordered(a, other)) + sums.pop(_ordered(b, other))
                sums[_ordered(a, other)] = total
                mean = total / (merged * weight[other])
                if mean >= least:
                    heappush(heap, (-mean, *_ordered(a, other)))
        weight[a] = merged
    return list(groups.values())


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
