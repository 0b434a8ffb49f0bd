"""A source that gives another date tells of the happening that it dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The annals of Vik place his death in [1219].", "death"),
        ("Some older works give [21 August 1750=1750-08-21] for the seizure of the fort.", "seizure"),
        ("Two chroniclers put the siege of Vik in [1402].", "siege"),
        ("The council placed an order for a bridge in [1902].", "place"),
        ("Karl Moe put the siege of Vik behind him in [1402].", "put"),
        ("Karl Moe gave the town an election in [1902].", "give"),
    ],
)
def test_what_is_dated(told: Told, text: str, trigger: str) -> None:
    assert [claim.trigger for claim in told(text)] == [trigger]
