"""Four figures that open the lines of a log."""

from __future__ import annotations

import pytest

from timeline.languages import load
from timeline.tag import tag


def values(text: str) -> list[str]:
    return [found.value for found in tag(text, load("en"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "0605 Tug departs.\n0712 Fog lifts.\n1420 Police board.",
            ["XXXX-XX-XXT06:05", "XXXX-XX-XXT07:12", "XXXX-XX-XXT14:20"],
        ),
        (
            "- 16 Apr 2210 - Pilot on board.\n- 17 Apr 0030 - Watch changes.\n- Apr 17 0312: No reply.",
            ["XXXX-04-16T22:10", "XXXX-04-17T00:30", "XXXX-04-17T03:12"],
        ),
        (
            "NIGHT 4/5 MARCH\n2130 Gate shut.\n0140 Boat adrift, tug Vik (1962) sent 0155.\n0412 Fog.",
            [
                "XXXX-03-04",
                "XXXX-03-05",
                "XXXX-XX-XXT21:30",
                "XXXX-XX-XXT01:40",
                "1962",
                "XXXX-XX-XXT01:55",
                "XXXX-XX-XXT04:12",
            ],
        ),
        (
            "Log\n0605 Draught 8.1.\n1207 Pilot boarded 1221, fast berth 7\n   1306.\n2014 Tug out with barge 2005.",
            [
                "XXXX-XX-XXT06:05",
                "XXXX-XX-XXT12:07",
                "XXXX-XX-XXT12:21",
                "XXXX-XX-XXT13:06",
                "XXXX-XX-XXT20:14",
                "2005",
            ],
        ),
        (
            "Log\n0605 Cutter built in 1962 sailed.\n1207 Ship SK 1977 came.\n2014 Rain.",
            ["XXXX-XX-XXT06:05", "1962", "XXXX-XX-XXT12:07", "XXXX-XX-XXT20:14"],
        ),
    ],
)
def test_a_log_tells_times(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1420 Peace.\n1430 War.\n1450 Peace again.", ["1420", "1430", "1450"]),
        ("0605 Tug departs.\n1420 Police board.", ["1420"]),
        ("0605 Tug departs.\n0712 Fog lifts.\n1961 The pier is built.", ["1961"]),
        ("Call 0605 at once.\n16 Apr 2010 - Rain.\n17 Apr 2010 - Rain.", ["2010-04-16", "2010-04-17"]),
    ],
)
def test_others_tell_years(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_offsets_are_of_the_text() -> None:
    text = "Log.\n16 Apr 2210 - On board.\n0030 - Watch.\n0312 - Reply."
    assert all(text[found.start : found.end] == found.text for found in tag(text, load("en")))
