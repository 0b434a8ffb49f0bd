"""When a happening may have begun, in days."""

from __future__ import annotations

import pytest

from timeline.link.window import FAR, gap, length, window
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import to_jdn


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1931-05-04", (1931, 5, 4), (1931, 5, 4)),
        ("1931", (1931, 1, 1), (1931, 12, 31)),
        ("1931/..", (1931, 1, 1), (1931, 12, 31)),
        ("1931-05/..", (1931, 5, 1), (1931, 5, 31)),
        ("1931/1934", (1931, 1, 1), (1934, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
    ],
)
def test_window(edtf: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert window(Interval.parse(edtf)) == (to_jdn(*first), to_jdn(*last))


def test_an_open_beginning_is_far_and_an_approximate_date_is_wider() -> None:
    assert window(Interval.parse("../1931"))[0] == -FAR
    wide, plain = window(Interval.parse("1931~")), window(Interval.parse("1931"))
    assert wide[0] < plain[0]
    assert wide[1] > plain[1]


@pytest.mark.parametrize(
    ("one", "other", "days"), [((1, 5), (5, 9), 0), ((1, 5), (6, 9), 1), ((6, 9), (1, 5), 1), ((1, 9), (3, 4), 0)]
)
def test_gap(one: tuple[int, int], other: tuple[int, int], days: int) -> None:
    assert gap(one, other) == days


def test_length_counts_both_ends() -> None:
    assert length((3, 3)) == 1
