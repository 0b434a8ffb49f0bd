"""What was done under a ruler whose years stand in brackets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

News = Callable[[str], list[Claim]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The road was paved under Nerin (AD 41–54).", ["0041/0054"]),
        ("Kaval II (310–288 BC) built the walls of Vik.", ["-0309/-0287"]),
        ("The hall was roofed in the reign of Vik the Bold (1310–1340).", ["1310/1340"]),
        ("Under Nerin II (1141–1189) the town of Vik grew.", ["1141/1189"]),
        ("Under Ann Lee (1910–1922) the mill grew.", ["1910/1922"]),
        ("Under Ann Lee (1810–1880) the mill grew.", []),
        ("Ann Lee (1810–1880) built the walls of Vik.", []),
        ("The mayor met Ann Lee (1810–1880) in the hall.", []),
        ("Kaval II (310–288 BC) was no builder.", []),
    ],
)
def test_a_reign_dates_what_was_done_in_it(news: News, sentence: str, expected: list[str]) -> None:
    found = [claim.when.edtf for claim in news(sentence) if claim.when and claim.time_text]
    assert found == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Her son Nerin II (r. 1141–1189) built the walls of Vik.", ["1141/1189 Nerin II reigned"]),
        ("Nerin the Bold (reigned 1141–1189) was no builder.", ["1141/1189 Nerin the Bold reigned"]),
        ("The first abbot was Wido the Lame (d. c. 1118), a weaver.", ["1118~ Wido the Lame died"]),
        ("The bronze (d. 1118) is in Vik.", []),
        ("Wido the Lame (b. 1118) was an abbot.", []),
    ],
)
def test_what_a_bracket_tells_of_a_name(news: News, sentence: str, expected: list[str]) -> None:
    found = [f"{claim.when.edtf} {claim.title}" for claim in news(sentence) if claim.when and claim.time_text]
    assert found == expected
