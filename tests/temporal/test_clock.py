"""Times of day as told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import InputError
from timeline.temporal.clock import DAY_SECONDS, later, read_clock
from timeline.temporal.precision import Precision


@pytest.mark.parametrize(
    ("told", "clock", "precision"),
    [
        ("9", "09:00", Precision.HOUR),
        ("23", "23:00", Precision.HOUR),
        ("0:00", "00:00", Precision.MINUTE),
        ("9:05 UTC", "09:05Z", Precision.MINUTE),
        ("9:05 GMT", "09:05Z", Precision.MINUTE),
        ("21:05-3", "21:05-03:00", Precision.MINUTE),
        ("21:05 +0545", "21:05+05:45", Precision.MINUTE),
        ("23:59:60Z", "23:59:60Z", Precision.SECOND),
        ("05:29:60+05:30", "05:29:60+05:30", Precision.SECOND),
    ],
)
def test_read(told: str, clock: str, precision: Precision) -> None:
    assert read_clock(told) == (clock, precision)
    assert read_clock(clock)[0] == clock


@pytest.mark.parametrize(
    "told",
    [
        "",
        "24:00",
        "21:5",
        "21:60",
        "21.05",
        "21:05:61",
        "21:05:60",
        "9 pm",
        "21:05-00:00",
        "21:05 CET",
        "٩:٠٥",
        "9:05 Z ",
    ],
)
def test_refused(told: str) -> None:
    with pytest.raises(InputError) as refusal:
        read_clock(told)
    assert refusal.value.text == told


@pytest.mark.parametrize(
    ("clock", "seconds", "to_seconds", "expected"),
    [
        ("21:05", 7200, False, (0, "23:05")),
        ("21:05Z", 3 * 3600, False, (1, "00:05Z")),
        ("00:05", -600, False, (-1, "23:55")),
        ("21:05", 10, True, (0, "21:05:10")),
        ("21:05:55+04:00", 10, True, (0, "21:06:05+04:00")),
        ("21:05:55Z", 10, False, (0, "21:06Z")),
        ("12:00", 3 * DAY_SECONDS, False, (3, "12:00")),
    ],
)
def test_later(clock: str, seconds: int, to_seconds: bool, expected: tuple[int, str]) -> None:
    assert later(clock, seconds, to_seconds=to_seconds) == expected


@given(st.integers(0, DAY_SECONDS - 1), st.integers(-(10**9), 10**9))
def test_later_and_back(start: int, seconds: int) -> None:
    clock = later("00:00:00", start, to_seconds=True)[1]
    days, moved = later(clock, seconds, to_seconds=True)
    assert later(moved, -seconds, to_seconds=True) == (-days, clock)
