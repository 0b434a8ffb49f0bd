"""Verbs whose tense does not suit their time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]
TODAY = "1912-05-20"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The mill has closed in [March 1911=1911-03].", 0),
        ("The mill has closed this [week=1912-05-20/1912-05-26].", 1),
        ("Orders have fallen since [1909=1909/..].", 1),
        ("The mill was postponed and will open on [3 June=1912-06-03].", 1),
        ("The works sends its best lamps to Oslo in [the 1910s=191X].", 0),
        ("The ferry leaves for Oslo on [22 May=1912-05-22].", 1),
        ("The works is looking for men [this year=1912].", 0),
        ("If the dam had held in [1908], the town would have been saved.", 0),
        ("If the dam breaks on [22 May=1912-05-22], the town will be flooded.", 1),
        ("The mill had planned to open on [22 May=1912-05-22], but its owner fell ill.", 0),
        ("The mill had offered to open on [2 May=1912-05-02].", 1),
        ("The mill plans to open on [22 May=1912-05-22].", 1),
        ("Moe remembers the house she left in [1905].", 0),
        ("Moe remembers the house she left on [17 May=1912-05-17].", 1),
        ("The mill can be visited from [June to August 1912=1912-06/1912-08].", 0),
        ("The mill can be sold on [22 May=1912-05-22].", 1),
        ("Visitors can see the mill on [22 May=1912-05-22].", 0),
    ],
)
def test_tense_and_time(told: Told, text: str, number: int) -> None:
    assert len(told(text, TODAY)) == number
