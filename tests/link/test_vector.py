"""What two voices have in common."""

from __future__ import annotations

from math import isqrt, sqrt

import pytest

from timeline.link.vector import ONCE, TELLING, cosine, vector

RARITY = [5, 7, 9, 11]
WEIGHTS = [rare * rare for rare in RARITY]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([[0, 1]], [[2, 3]]),
        ([[0, 1]], [[0, 1]]),
        ([[0, 1, 2], [0, 3]], [[0, 2], [2], [2]]),
        ([[3]] * 100, [[3], [0]]),
        ([], [[0]]),
    ],
)
def test_the_cosine_is_that_of_rarity_times_damped_counts(one: list[list[int]], other: list[list[int]]) -> None:
    a, b = vector(one, RARITY), vector(other, RARITY)
    dot = sum(a.weight(term, RARITY) * b.weight(term, RARITY) for term in a.terms & b.terms)
    lengths = [isqrt(sum(voice.weight(term, RARITY) ** 2 for term in voice.terms)) for voice in (a, b)]
    assert cosine(a, b, WEIGHTS) == cosine(b, a, WEIGHTS) == dot / max(1, lengths[0] * lengths[1])


def test_what_stands_often_weighs_more_but_not_as_often_as_it_stands() -> None:
    voice = vector([[0, 1], [1], [1]], RARITY)
    assert voice.weight(0, RARITY) == ONCE * RARITY[0]
    assert ONCE * RARITY[1] < voice.weight(1, RARITY) < 3 * ONCE * RARITY[1]


def test_a_long_voice_keeps_what_weighs_most_and_of_equals_the_first() -> None:
    rarity = [4 + n // (2 * TELLING) for n in range(3 * TELLING)]
    kept = vector([range(3 * TELLING), [7]], rarity)
    assert kept.terms == {7, *range(2 * TELLING, 3 * TELLING - 1)}
    assert kept.length == isqrt(sum(kept.weight(term, rarity) ** 2 for term in kept.terms))
    assert abs(kept.length / (ONCE * 5 * sqrt(TELLING)) - 1) < 0.01
