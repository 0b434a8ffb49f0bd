"""The body that `the company` stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hale Works Inc grew fast. The company floated in [1996].", "[Hale Works Inc] floated"),
        ("Hale Works Inc grew fast. Hale sold lamps. The company floated in [1996].", "[Hale Works Inc] floated"),
        ("The Trade Ministry met firms. The ministry closed its offices in [1996].",
         "[the Trade Ministry] closed its offices"),
        ("The Bank of Vik grew fast. The bank's board met in [1996].", "[the Bank of Vik]’s board met"),
        # a pronoun for such a noun
        ("Hale Works Inc grew fast. The company sold lamps. It floated in [1996].", "[Hale Works Inc] floated"),
    ],
)  # fmt: skip
def test_is_told_by_its_name(told: Told, text: str, title: str) -> None:
    assert told(text)[-1].title == title


@pytest.mark.parametrize(
    "text",
    [
        "Hale Works Inc sued Orrin Mills Inc. The company floated in [1996].",
        "Hale Works Inc grew fast. It was bought by a Danish company. The company floated in [1996].",
        "The Trade Ministry met firms. The Labour Ministry did not. The ministry closed its offices in [1996].",
        "Hale Works Inc grew fast. The company car was sold in [1996].",
        "The Trade Commission grew fast. The company floated in [1996].",
        "It grew fast. The company floated in [1996].",
    ],
)
def test_stays_where_another_can_be_meant(told: Told, text: str) -> None:
    assert not [claim.title for claim in told(text) if "[" in claim.title]


def test_a_bare_noun_is_no_name_for_a_pronoun(told: Told) -> None:
    assert not told("The group met in Vik. It floated in [1996].")
    assert [one.title for one in told("The old mill was sold. It burned in [1996].")] == ["[the old mill] burned"]
