"""A pronoun in a line that tells of nobody who it could be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Karl Moe ran the mill. Police questioned him in [1931].", "Police questioned [Karl Moe]"),
        ("Karl Moe ran the mill. In [1931] the court heard his appeal.", "The court heard [Karl Moe]’s appeal"),
        ("Ada Moe ran the mill. Plans to move her were dropped in [1931].", "Plans to move [Ada Moe] were dropped"),
        # somebody in the line itself can be meant
        ("Karl Moe ran the mill. The driver left his house in [1931].", "The driver left his house"),
        ("Karl Moe ran the mill. The 17-year-old left his house in [1931].", "The 17-year-old left his house"),
        ("Karl Moe ran the mill. Lind said in [1931] police questioned him.", "Lind said police questioned him"),
        ("Karl Moe ran it. On his return in [1931] Paul Lind was elected.", "On his return Paul Lind was elected"),
        ("Karl Moe ran the mill. Hunt was given his post in [1931].", "Hunt was given his post"),
    ],
)  # fmt: skip
def test_is_explained_or_needs_not_be(told: Told, text: str, title: str) -> None:
    assert told(text)[-1].title == title


@pytest.mark.parametrize(
    "text",
    [
        "It rained for days on end. Police questioned him in [1931].",
        "Karl Moe met Paul Lind. Police questioned him in [1931].",
        "The charge named a Walther PPK. Police questioned him in [1931].",
    ],
)
def test_nobody_is_named_where_nobody_is_plain(told: Told, text: str) -> None:
    assert [claim.title for claim in told(text)] == ["Police questioned him"]


def test_a_diary_needs_no_names(told: Told) -> None:
    text = "I met Karl and Paul. I liked it. I was glad. We took a walk. The police questioned him in [1931]."
    assert [claim.title for claim in told(text)] == ["The police questioned him"]
