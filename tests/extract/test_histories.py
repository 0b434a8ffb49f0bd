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


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("The First Salt War ([1741/1743]) was fought on land and at sea.", [("The First Salt War", "1741/1743")]),
        (
            "The duke held out until beaten at the Battle of Vik ([5 May 1741=1741-05-05]), and fled.",
            [("The Battle of Vik", "1741-05-05")],
        ),
        (
            "Around this time Holm became commander in Norrvik ([1741]).",
            [("Around this time Holm became commander in Norrvik", "1741")],
        ),
        ("She wrote The Mill ([1912]), a farce.", []),
        ("The council came under the sway of Karl Moe ([1701/1764]), a lawyer.", []),
        ("On 24 June the diet adopted its first constitution, known as the Constitution of [1793].", []),
        ("Beginning in [1741], the duke taxed the mills.", [("The duke taxed the mills", "1741")]),
        (
            "The duke fought the Battle of Vik, starting on [5 May 1741=1741-05-05].",
            [("The duke fought the Battle of Vik", "1741-05-05")],
        ),
        ("The duke banned any book deemed vile in [1741].", [("The duke banned any book deemed vile", "1741")]),
        (
            "In [1741] the duke said, “Well, I was asleep” and left.",
            [("The duke said, “Well, I was asleep” and left", "1741")],
        ),
        (
            "A state of war persisted until signing of the Peace of Vik with Norrvik in [1741].",
            [("A state of war persisted until signing of the Peace of Vik with Norrvik", "1741")],
        ),
        (
            "After the disastrous siege (which he had begun), the duke took Vik in [1741].",
            [("After the disastrous siege (which he had begun), the duke took Vik", "1741")],
        ),
        (
            "The duke's men joined Moe's, and they burned Vik in [1741].",
            [("The duke's men joined Moe's, and they burned Vik", "1741")],
        ),
        (
            "Although Norrvik had recalled its own men, it sent money to Vik in [1741].",
            [("Although Norrvik had recalled its own men, it sent money to Vik", "1741")],
        ),
        ("The town was poor. They burned Vik in [1741].", []),
        ("Vik has been poor since they burned it in [1741].", []),
    ],
)
def test_brackets_names_and_pronouns(told: Told, text: str, told_of: list[tuple[str, str]]) -> None:
    assert [(claim.title, claim.when.edtf) for claim in told(text) if claim.when] == told_of
