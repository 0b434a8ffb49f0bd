"""From scored pairs to groups: connected components first, then average link inside each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from timeline.link.forest import root

Pair = tuple[int, int]
Group = Sequence[int]
WITNESSES = 6
"""Members that stand for a large group."""


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


def parted(size: int, edges: Edges) -> Iterator[tuple[list[int], array[int]]]:
    """Components of the nodes from 0, each with the places of its edges."""
    one, other = edges.one, edges.other
    found = components(range(size), zip(one, other, strict=True))
    home = {node: members[0] for members in found if len(members) > 1 for node in members}
    inside: dict[int, array[int]] = {}
    for place, node in enumerate(one):
        inside.setdefault(home[node], array("i")).append(place)
    for members in found:
        yield members, inside.get(members[0], array("i"))


def grown(
    nodes: Sequence[Group], edges: Iterable[Pair], score: Callable[[Group, Group], int], least: int
) -> list[list[int]]:
    """Groups of a component too large to compare every pair of it: along its edges, the strongest first, two groups
    merge where their `score` is at least `least`.

    `nodes` are members that belong together from the start. Groups that did not merge are not compared again until
    together they are twice as large.
    """
    home = {member: n for n, members in enumerate(nodes) for member in members}
    groups = {n: list(members) for n, members in enumerate(nodes)}
    parent = {n: n for n in groups}
    refused: dict[Pair, int] = {}
    for one, other in edges:
        a, b = _ordered(root(parent, home[one]), root(parent, home[other]))
        if a == b or len(groups[a]) + len(groups[b]) < 2 * refused.get((a, b), 0):
            continue
        if score(groups[a], groups[b]) < least:
            refused[a, b] = len(groups[a]) + len(groups[b])
            continue
        if len(groups[a]) < len(groups[b]):
            a, b = b, a
        groups[a] += groups.pop(b)
        parent[b] = a
    return [sorted(group) for group in groups.values()]


def witnesses(group: Group) -> Group:
    """Some that stand for all."""
    return group if len(group) <= WITNESSES else [group[n * len(group) // WITNESSES] for n in range(WITNESSES)]


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
