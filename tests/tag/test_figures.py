"""Times of day that are written as four figures."""

from __future__ import annotations

import pytest

from timeline.languages import load
from timeline.tag import tag


def values(text: str) -> list[str]:
    return [found.value for found in tag(text, load("en"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It left at 1918 on Sunday 17 November 2019.", ["2019-11-17T19:18"]),
        ("The line was reopened at 1625 on 21 November.", ["XXXX-11-21T16:25"]),
        ("It landed at 0340 and left at 2106.", ["XXXX-XX-XXT03:40", "XXXX-XX-XXT21:06"]),
        ("They worked until 0340. He had signed on at 1745.", ["XXXX-XX-XXT03:40", "XXXX-XX-XXT17:45"]),
        ("It was seen at 1341:38 on 17 November 2019.", ["2019-11-17T13:41:38"]),
    ],
)
def test_they_are_times(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They worked until 1918. He left in 1920.", ["1918", "1920"]),
        ("It landed at 0340. The yard was built in 1920 and closed before 1948.", ["XXXX-XX-XXT03:40", "1920", "1948"]),
        ("Stocks closed at 1812.5 on Friday.", ["XXXX-WXX-5"]),
        ("The camp lay at 1680 m.", []),
    ],
)
def test_years_stay_years(text: str, expected: list[str]) -> None:
    assert values(text) == expected
