"""The value: constructors, comparison, order."""

from __future__ import annotations

import pytest

from timeline.errors import InputError
from timeline.temporal.interval import Interval


@pytest.mark.parametrize(
    ("interval", "edtf"),
    [
        (Interval.year(1994), "1994"),
        (Interval.month(2004, 3), "2004-03"),
        (Interval.day(2020, 9, 27), "2020-09-27"),
        (Interval.decade(1994), "199X"),
        (Interval.century(19), "18XX"),
        (Interval.season(2010, 24), "2010-24"),
        (Interval.quarter(2020, 3), "2020-35"),
        (Interval.half(2020, 1), "2020-40"),
        (Interval.between(Interval.year(1991), None), "1991/.."),
    ],
)
def test_constructor_agrees_with_parser(interval: Interval, edtf: str) -> None:
    assert interval.edtf == edtf
    assert Interval.parse(edtf) == interval


def test_impossible_day_is_refused() -> None:
    with pytest.raises(InputError, match="02 of the year 2021 has 28 days") as refusal:
        Interval.parse("2021-02-30")
    assert refusal.value.text == "2021-02-30"
