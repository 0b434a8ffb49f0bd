"""Dates as TIMEX3 values, where TIMEX3 has one."""

from __future__ import annotations

import pytest

from timeline.render.timex_value import value_and_mod
from timeline.temporal.interval import Interval


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("1894-05-03", ("1894-05-03", "")),
        ("1894-05", ("1894-05", "")),
        ("1994~", ("1994", "APPROX")),
        ("199X", ("199", "")),
        ("1990/1993~", ("199", "START")),
        ("1934/1966~", ("19", "MID")),
        ("19XX", ("19", "")),
        ("1XXX", ("1", "")),
        ("2020-35", ("2020-Q3", "")),
        ("2001-21", ("2001-SP", "")),
        ("2010-24", ("2010-WI", "")),
        ("2020-11-09/2020-11-15", ("2020-W46", "")),
        ("2020-11-10T21:05:30", ("2020-11-10T21:05:30", "")),
        ("-0043-03-15", ("BC0044-03-15", "")),
        ("-0043", ("BC0044", "")),
        ("-0048/-0039", None),
        ("-06XX", None),
        ("1988/1994", None),
        ("2010-05-12/2010-05-14", None),
        ("1891/..", None),
        ("../1991", None),
    ],
)
def test_value(edtf: str, wanted: tuple[str, str] | None) -> None:
    assert value_and_mod(Interval.parse(edtf)) == wanted


def test_a_clock() -> None:
    assert value_and_mod(Interval.parse("2020-11-10"), "21:05Z") == ("2020-11-10T21:05Z", "")
