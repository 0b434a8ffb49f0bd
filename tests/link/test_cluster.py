"""Groups from pairs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from timeline.link.cluster import Edges, average_link, components, grown, parted, witnesses


def table(*scores: tuple[int, int, int]) -> dict[tuple[int, int], int]:
    return {(a, b): score for a, b, score in scores}


def grouped(size: list[int], scores: dict[tuple[int, int], int], least: int) -> list[list[int]]:
    return sorted(average_link(size, lambda a, b: scores.get((a, b), 0), least))


def test_components_hang_together() -> None:
    assert components(range(6), [(4, 1), (1, 2), (5, 3)]) == [[0], [1, 2, 4], [3, 5]]


@pytest.mark.parametrize(
    ("scores", "groups"),
    [
        (table((0, 1, 9), (1, 2, 9), (0, 2, 9)), [[0, 1, 2]]),
        (table((0, 1, 9), (1, 2, 8)), [[0, 1], [2]]),  # a chain is not a group: 2 is like 1 and unlike 0
        (table((0, 1, 9), (1, 2, 8), (0, 2, 3)), [[0, 1, 2]]),
        (table((0, 1, 9), (1, 2, 9), (0, 2, -10)), [[0, 1], [2]]),
        (table((0, 1, 4), (1, 2, 4), (0, 2, 4)), [[0], [1], [2]]),
        ({}, [[0], [1], [2]]),
    ],
)
def test_average_link(scores: dict[tuple[int, int], int], groups: list[list[int]]) -> None:
    assert grouped([1, 1, 1], scores, 5) == groups


def test_a_node_weighs_as_much_as_it_stands_for() -> None:
    scores = table((0, 1, 9), (1, 2, 8), (0, 2, 4))
    assert grouped([1, 1, 1], scores, 6) == [[0, 1, 2]]
    assert grouped([5, 1, 1], scores, 6) == [[0, 1], [2]]


def test_each_component_has_its_own_edges() -> None:
    edges = Edges({(0, 1): 9000, (3, 4): 3000, (1, 5): 4000}.items())
    found = [
        (members, [(edges.one[n], edges.other[n], edges.score[n]) for n in places])
        for members, places in parted(6, edges)
    ]
    assert found == [([0, 1, 5], [(0, 1, 9000), (1, 5, 4000)]), ([2], []), ([3, 4], [(3, 4, 3000)])]


def alike(one: Sequence[int], other: Sequence[int]) -> int:
    """Members of one hundred are one happening."""
    return sum(9 if a // 100 == b // 100 else 0 for a in one for b in other) // (len(one) * len(other))


@pytest.mark.parametrize(
    ("nodes", "edges", "groups"),
    [
        ([[1], [2], [3]], [(1, 2), (2, 3)], [[1, 2, 3]]),
        ([[1], [2], [101]], [(1, 2), (2, 101)], [[1, 2], [101]]),
        ([[1], [101], [2], [102]], [(1, 101), (1, 2), (101, 102), (2, 102)], [[1, 2], [101, 102]]),
        ([[1, 101], [2], [102]], [(1, 2), (101, 102)], [[1, 101], [2], [102]]),  # half of it is not enough
        ([[1], [2]], [], [[1], [2]]),
    ],
)
def test_groups_grow_along_edges(nodes: list[list[int]], edges: list[tuple[int, int]], groups: list[list[int]]) -> None:
    assert sorted(grown(nodes, edges, alike, 5)) == groups


def test_groups_that_did_not_merge_are_compared_again_when_they_have_doubled() -> None:
    compared: list[tuple[int, int]] = []

    def score(one: Sequence[int], other: Sequence[int]) -> int:
        compared.append((len(one), len(other)))
        return alike(one, other)

    chain = [pair for n in range(1, 16) for pair in ((0, n), (n, 100))]
    assert sorted(grown([[n] for n in (*range(16), 100)], chain, score, 5)) == [[*range(16)], [100]]
    assert len(compared) == 15 + 3  # those that merged; what did not, when 3, 6 and 12 are together


def test_of_a_large_group_some_stand_for_all() -> None:
    assert witnesses([3, 1, 2]) == [3, 1, 2]
    some = witnesses(range(100))
    assert len(some) == 6
    assert max(some) - min(some) > 50
