"""Sentences as histories write them: long, full of brackets, with the day in the middle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "In [1741] the duke founded a school for surveyors (known as the Blue House) that turned out nearly all "
            "of the engineers who were to build the roads of the northern valleys.",
            ["The duke founded a school for surveyors that turned out nearly all of the engineers"],
        ),
        (
            "On [2 May 1741=1741-05-02] the sloop Heron, on a voyage along the northern coast, fired upon and sank "
            "several small fishing boats that had been following it since dawn.",
            ["The sloop Heron, on a voyage along the northern coast, fired upon and sank several small fishing boats"],
        ),
        (
            "After two clashes that had left forty men of the Norrvik garrison dead, General Moe announced in [1741] "
            "that the truce had ended and that the treaty of the two towns was no longer in force.",
            [
                "After two clashes that had left forty men of the Norrvik garrison dead, General Moe announced that "
                "the truce had ended"
            ],
        ),
        (
            "The duke's men landed at Vik, but after having done almost no fighting, withdrew in [1741].",
            ["The duke's men landed at Vik, but after having done almost no fighting, withdrew"],
        ),
        (
            "In [1741] began the Second Harvest consisting of raids on farms of the coast.",
            ["In 1741 began the Second Harvest consisting of raids on farms of the coast"],
        ),
        (
            "The council, on behalf of member towns, agreed with the duke in [1741] on a toll.",
            ["The council, on behalf of member towns, agreed with the duke on a toll"],
        ),
        (
            "Asked about the toll, the duke said in [1741] ",
            [],
        ),
        (
            "The first reports of the fire came in [1741] to public attention.",
            ["The first reports of the fire came to public attention"],
        ),
    ],
)
def test_the_lines(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("sequel", "number"),
    [
        (" The soldiers fired three volleys at the crowd.", 1),
        (" They fired three volleys at the crowd.", 1),
        (" Danish soldiers fired three volleys at the crowd.", 0),
        (" With this volley, the soldiers ended the truce.", 0),
        (" Soon after that the soldiers left the town.", 0),
        (" The soldiers fired three volleys. The crowd fled from the square.", 1),
    ],
)
def test_a_history_stays_in_the_scene_for_one_sentence(told: Told, sequel: str, number: int) -> None:
    claims = told("On [5 May 1741=1741-05-05] the soldiers shot Karl Moe in the square." + sequel)
    assert len([claim for claim in claims if claim.provenance.basis == "continued"]) == number
