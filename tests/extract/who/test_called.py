"""Who the singer is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rock singer Ada Moe is ill. The singer left Vik in [1931].", "[Ada Moe] left Vik"),
        ("Ada Moe, 40, a rock singer, met Karl Lind. The singer left Vik in [1931].", "[Ada Moe] left Vik"),
        ("The singer, Ada Moe, met Karl Lind. The singer's mill burned in [1931].", "[Ada Moe]’s mill burned"),
    ],
)
def test_is_told_by_name(told: Told, text: str, title: str) -> None:
    assert told(text)[-1].title == title


@pytest.mark.parametrize(
    "text",
    [
        "Rock singer Ada Moe met singer Karl Lind. The singer left Vik in [1931].",
        "Rock singer Ada Moe met a singer from Vik. The singer left Vik in [1931].",
        "Rock singer Ada Moe met the singers. The singer left Vik in [1931].",
        "Ada Moe met Karl Lind. The singer left Vik in [1931].",
        "Rock singer Ada Moe is ill. The singer Karl Lind left Vik in [1931].",
    ],
)
def test_stays_where_another_can_be_meant(told: Told, text: str) -> None:
    assert not [claim.title for claim in told(text) if "[" in claim.title]
