"""Whom a pronoun means, and where it is left alone: a wrong name in a line is worse than none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the subject of the sentence before, also behind what it is
        ("The secretary, Ada Virta, opened the mill. In [1931] she left.", "[Ada Virta] left"),
        ("The son of a smith, Karl Moe was born in Vik. In [1931] he left.", "[Karl Moe] left"),
        # the story goes on with the pronoun, whoever else is named in it
        ("Karl Moe was a clerk. He worked with Paul Lind. He sold his house. In [1931] he left.", "[Karl Moe] left"),
        # somebody without a name is who the sentence is about
        ("Karl Moe sang. The 60-year-old actor said he hoped to retire in [1931].",
         "[the 60-year-old actor] hoped to retire"),
        ("Ada Moe sang. On a visit to Vik, the 60-year-old actor said he hoped to retire in [1931].",
         "[the 60-year-old actor] hoped to retire"),
        # whose sex only the pronouns after the name tell
        ("Oyo Tamm sold her mill. Oyo Tamm kept her house. In [1931] she left Vik.", "[Oyo Tamm] left Vik"),
        # what was done to, where something is done to it again
        ("The monks built a stone bridge in [1231]. It was swept away by a flood in [1489].",
         "[the stone bridge] was swept away by a flood"),
        ("The council bought the wharf in [1999]. It was reopened in [2004].", "[the wharf] was reopened"),
        ("Ada Moe and Karl Lind opened a school in [1901]. They quarrelled over it in [1904].",
         "[Ada Moe, Karl Lind] quarrelled over it"),
        # whoever is spoken of within quotation marks is not who the text goes on with
        ("Karl Moe ran the mill. \"Lind is fun,\" he said. He left Vik in [1931].", "[Karl Moe] left Vik"),
        ("Ada Moe, Karl Lind and Paul Orrin were out on bail when they left Vik in [1931].",
         "[Ada Moe, Karl Lind, Paul Orrin] left Vik"),
    ],
)  # fmt: skip
def test_who_is_meant(told: Told, text: str, title: str) -> None:
    assert told(text)[-1].title == title


@pytest.mark.parametrize(
    "text",
    [
        "Karl Moe shot Paul Lind while he walked home in [1931].",
        "One of the guards struck the driver as he left the town in [1931]. Karl Moe wept.",
        "Karl Moe sang. One of the men tried to drag the soldier away as he walked home in [1931].",
        "Paul Lind's mother broke down. She was sentenced in [1931].",
        "Karl Moe wrote to the Russian ambassador about Paul Lind. He replied in [1931].",
        "A spokesman for Karl Moe said he had left in [1931].",
        "The bank said it was planned to move the safe in [1931].",
        "The members will vote on the plan, since it was rejected by the board in [1931].",
        "“She died in [1931],” Ada Virta said.",
        "Everyone wept. He left Vik in [1931].",
        "Police dropped the case after a year; it was reopened in [1931].",
        "Karl Moe sang. Ban thanked Paul Lind, whom he had met in [1931].",
        "The only firm that can do so is a bank. Yes, it was founded in [1931].",
    ],
)
def test_who_could_be_another_is_nobody(told: Told, text: str) -> None:
    assert not [claim.title for claim in told(text) if "[" in claim.title]


def test_a_surname_that_two_bear_stays_alone(told: Told) -> None:
    text = "Peter Moe met Paul Moe. Moe left Vik in [1931]. He sold the mill in [1935]."
    assert [claim.actors[0] for claim in told(text)] == ["Moe", "Moe"]
