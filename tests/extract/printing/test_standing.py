"""How things stood."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "The supply in [May 1912=1912-05] was 5.9 months.",
        "The backlog stood at 425 crowns in [1912].",
        "The songs of the choir were everywhere in [1912].",
        "There were many signs on the walls in [1912].",
        "Saturday fairs were the custom in [1912].",
        "The owner had two daughters in [1912].",
        "Karl Moe was worried in [1912] that the mill would close.",
        "Karl Moe had become concerned about the mill in [1912].",
    ],
)
def test_no_happening(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There was an explosion in [1912].",
        "The last parade was in [1912].",
        "Ada Lindt was the first woman to sail round the cape in [1912].",
        "Ada Lindt was mayor in [1912].",
        "By [1912] the old bishop was dead.",
        "The mill has belonged to Karl Moe since [1912=1912/..].",
        "Karl Moe stood for the seat in [1912].",
        "Karl Moe was surprised by the army in [1912].",
        "Karl Moe became leader of the council in [1912].",
    ],
)
def test_still_a_claim(told: Told, text: str) -> None:
    assert len(told(text)) == 1
