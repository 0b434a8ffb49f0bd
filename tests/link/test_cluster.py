"""Groups from pairs."""

from __future__ import annotations

import pytest

from timeline.link.cluster import Edges, average_link, components, small_components


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


def test_too_large_a_component_is_cut_at_its_weakest_edges() -> None:
    size = 100
    strong = {(n, n + 1): 9000 for n in range(2 * size - 1)}
    edges = Edges({**strong, (size - 1, size): 3000}.items())
    found = list(small_components(2 * size + 1, edges, 2500))
    assert sorted(len(group) for group, _ in found) == [1, size, size]
    assert sum(len(inside) for _, inside in found) == 2 * (size - 1)
    assert all({*map(min, inside), *map(max, inside)} <= {*group} for group, inside in found)
