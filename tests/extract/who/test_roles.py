"""He who has no name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A 34-year-old man was arrested in [2012]. He was charged in [2013].", "[the 34-year-old man] was charged"),
        ("The appellant set up a firm in [2006]. He was tried in [2010].", "[the appellant] was tried"),
        ("The judge left in [2006]. She wept. She returned in [2010].", "[the judge] returned"),
    ],
)
def test_is_told_by_what_he_is(told: Told, text: str, title: str) -> None:
    claim = told(text)[-1]
    assert claim.title == title
    assert not claim.actors


@pytest.mark.parametrize(
    "text",
    [
        "The minister met the driver in [2012]. He resigned in [2013].",
        "The woman left in [2012]. He resigned in [2013].",
        "The tower of the church fell in [2012]. He resigned in [2013].",
        "The driver fled in [2012]. Police found the car in Hull. He was caught in [2013].",
    ],
)
def test_nobody_is_named_where_it_could_be_another(told: Told, text: str) -> None:
    assert told(text)[-1].title in ("He resigned", "He was caught")
