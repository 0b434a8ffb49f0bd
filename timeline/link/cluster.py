"""From scored pairs to groups: connected components first, then average link inside each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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


def small_components(nodes: Iterable[int], edges: Mapping[Pair, int], lowest: int) -> Iterator[list[int]]:
    """Components of the edges that score at least `lowest`; too large a one again with a higher bound."""
    kept = {pair: score for pair, score in edges.items() if score >= lowest}
    for component in components(nodes, kept):
        if len(component) <= LARGEST or not kept:
            yield component
            continue
        inside = set(component)
        own = {pair: score for pair, score in kept.items() if pair[0] in inside}
        yield from small_components(component, own, lowest + STEP)


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
