"""What was done on an occasion that its year names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Ada Lindt won a medal at the 1908 London Games.",
            [("1908", "Ada Lindt won a medal at the 1908 London Games")],
        ),
        ("Moe won the race in last year’s Ashmere Cup.", [("1924", "Moe won the race in last year’s Ashmere Cup")]),
        (
            "The poster was shared during the 1908 election.",
            [("1908", "The poster was shared during the 1908 election")],
        ),
        ("At the 1908 Games in Vik, Ada Lindt won two medals.", [("1908", "Ada Lindt won two medals")]),
        ("In the 1908 general election the party lost its seats.", [("1908", "the party lost its seats")]),
        ("At the 1908 Games in Vik, Ada Lindt was happy.", []),
        ("Ada Lindt won a place in the 1908 Games.", []),  # when she won it, nobody says
        ("Ada Lindt was in Ashmere at the 1908 Games.", []),
        ("Ada Lindt will be remembered for a medal at the 1908 Games.", []),
        ("Ada Lindt drove away in the 1908 convertible.", []),
    ],
)
def test_at_an_occasion(news: Told, text: str, lines: list[tuple[str, str]]) -> None:
    found = [(claim.when.edtf, claim.title) for claim in news(text) if claim.when]
    assert len(found) == len(lines)
    for (when, title), (edtf, words) in zip(found, lines, strict=True):
        assert when == edtf
        assert words in title


def test_a_lead_that_looks_back_still_leads(news: Told) -> None:
    text = (
        "The actress Ada Lindt, who won a prize at the 1908 London Games, has died at the age of 85.\n\nShe liked cats."
    )
    assert [(claim.when.edtf, claim.trigger) for claim in news(text) if claim.when] == [
        ("1925-05-06", "die"),
        ("1908", "win"),
    ]
