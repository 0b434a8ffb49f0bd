"""Where days are cut when there are more claims than may be held at a time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.link.eras import cuts, moment
from timeline.link.window import FAR


@pytest.mark.parametrize(
    ("first", "last", "published", "place"),
    [(5, 9, 100, 5), (None, 9, 100, 9), (-3, None, None, -3), (None, None, 100, FAR + 100), (None, None, None, FAR)],
)
def test_the_place_of_a_claim(first: int | None, last: int | None, published: int | None, place: int) -> None:
    assert moment(first, last, published) == place


@pytest.mark.parametrize(
    ("moments", "most", "found"),
    [
        ([1, 2, 3], 3, []),
        ([1, 2, 3, 40, 41, 42], 5, [42]),
        ([1, 2, 3, 4, 5, 6, 7, 8, 90, 91, 92], 10, [90]),
        ([1, 1, 1, 1, 2, 3], 3, [2]),
        ([1, 2, 2, 2, 2, 2, 9], 3, [2, 9]),
        ([7, 7, 7, 7], 2, []),
    ],
)
def test_cuts_lie_in_gaps(moments: list[int], most: int, found: list[int]) -> None:
    assert cuts(moments, most) == found


@given(st.lists(st.integers(0, 60), max_size=80), st.integers(1, 20))
def test_no_era_is_too_large_but_one_of_a_single_moment(moments: list[int], most: int) -> None:
    moments.sort()
    bounds = [-1, *cuts(moments, most), 10**6]
    eras = [[one for one in moments if low <= one < high] for low, high in pairwise(bounds)]
    assert sum(map(len, eras)) == len(moments)
    assert all(era for era in eras) or not moments
    assert all(len(era) <= most or len(set(era)) == 1 for era in eras)
