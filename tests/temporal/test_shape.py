"""Spans with a name of their own."""

from __future__ import annotations

import pytest

from timeline.temporal import ordinal, shape
from timeline.temporal.precision import Precision
from timeline.temporal.shape import Shape


@pytest.mark.parametrize(
    ("year", "decade"),
    [
        (1990, (1990, 1999)),
        (1999, (1990, 1999)),
        (0, (0, 9)),
        (-1, (-8, 0)),
        (-8, (-8, 0)),
        (-9, (-18, -9)),
        (-43, (-48, -39)),
    ],
)
def test_decade_of(year: int, decade: tuple[int, int]) -> None:
    assert shape.decade_of(year) == decade


@pytest.mark.parametrize("precision", [Precision.DECADE, Precision.CENTURY])
@pytest.mark.parametrize("part", shape.PARTS)
def test_a_part_is_known_again(precision: Precision, part: str) -> None:
    for year in (1900, -599) if precision is Precision.CENTURY else (1990, -48):
        assert shape.of_years(*shape.cut(precision, year, part), cut=True) == Shape(precision, year, part)


@pytest.mark.parametrize("precision", [Precision.DECADE, Precision.CENTURY])
def test_parts_join_and_fill_the_whole(precision: Precision) -> None:
    early, mid, late = (shape.cut(precision, 1900, part) for part in shape.PARTS)
    assert (early[0], early[1] + 1, mid[1] + 1) == (1900, mid[0], late[0])
    assert late[1] == (1909 if precision is Precision.DECADE else 1999)


@pytest.mark.parametrize(
    ("first", "last", "cut"), [(1991, 1994, True), (1990, 1993, False), (1990, 1999, False), (1, 34, True)]
)
def test_others_have_no_name(first: int, last: int, cut: bool) -> None:
    assert shape.of_years(first, last, cut=cut) is None


def test_a_week_runs_from_monday_to_sunday() -> None:
    monday = ordinal.to_jdn(2020, 11, 9)
    assert shape.of_days(monday, monday + 6) == Shape(Precision.WEEK)
    assert shape.of_days(monday + 1, monday + 7) is None
    assert shape.of_days(monday, monday + 13) is None
