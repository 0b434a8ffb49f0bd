"""A clause that waits for its verb, past a relative clause; the words that belong to a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "A builder who killed six, his wife and two children among them, in a house at Vik was jailed in [2011].",
            "A builder who killed six, his wife and two children among them, in a house at Vik was jailed",
        ),
        (
            "The model Ada Lindt, who grew up in Thornbury, East Ashmere, was found in a lake in [2011].",
            "The model Ada Lindt, who grew up in Thornbury, East Ashmere, was found in a lake",
        ),
        (
            "Four men that kidnapped, robbed and killed Karl Moe were jailed in [2011].",
            "Four men that kidnapped, robbed and killed Karl Moe were jailed",
        ),
        (
            "The man who robbed the bank and killed a guard was jailed in [2011].",
            "The man was jailed",
        ),
        (
            "Moe and Lindt, who is ill, were charged in [2011] and left town as they hid a gun.",
            "Moe and Lindt, who is ill, were charged and left town as they hid a gun",
        ),
        ("Karl Moe, who led the sale of the mill in [2011], faces new questions.", "Karl Moe led the sale of the mill"),
    ],
)
def test_a_clause_waits_for_its_verb(told: Told, text: str, title: str) -> None:
    assert told(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Moe was charged for the first time in [2010].", ["Moe was charged for the first time"]),
        ("Moe was charged some time in [2010].", ["Moe was charged"]),
        ("The band played at Ashmere Hall back in [195X].", ["The band played at Ashmere Hall"]),
        ("Moe bought the mill back in [1990].", ["Moe bought the mill back"]),
        ("The firm sold six cargoes between [April=2010-04]/May.", []),
        ("Moe sold the mill on a March, [June=2010-06], [September=2010-09] plan.", []),
        (
            "The film took a million over the three-day [weekend=2010-05-08/2010-05-09].",
            ["The film took a million over the three-day weekend"],
        ),
    ],
)
def test_words_of_a_date(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text, "2010-12-31")] == titles
