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
        ("The town was poor. They burned Vik in [1741].", [("They burned Vik", "1741")]),
        ("Vik has been poor since they burned it in [1741].", []),
    ],
)
def test_brackets_names_and_pronouns(told: Told, text: str, told_of: list[tuple[str, str]]) -> None:
    assert [(claim.title, claim.when.edtf) for claim in told(text) if claim.when] == told_of


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Moe had the walls razed in [1741].", [("Moe had the walls razed", "1741")]),
        (
            "The organ, built by Hele & Co, dates from [1889] and was restored in [1974].",
            [
                ("The organ, built by Hele & Co, dates from 1889", "1889"),
                ("The organ, built by Hele & Co, was restored", "1974"),
            ],
        ),
        (
            "A fleet of eleven ships, led by Moe, came on [5 May 1741=1741-05-05] but fled on [7 May 1741=1741-05-07].",
            [
                ("A fleet of eleven ships, led by Moe, came", "1741-05-05"),
                ("A fleet of eleven ships, led by Moe, fled", "1741-05-07"),
            ],
        ),
        ("Two assaults in [1741] were beaten back.", [("Two assaults were beaten back", "1741")]),
        (
            "Fever broke out and Holm, who had fallen ill, handed over command in [1741].",
            [("Fever broke out and Holm, who had fallen ill, handed over command", "1741")],
        ),
        (
            "She was followed by Karl Moe, formerly of the Hale Trust, who took up his post in [1741].",
            [("Karl Moe took up his post", "1741")],
        ),
        (
            "A branch in Vik was founded in [1972], the first in Norway.",
            [("A branch in Vik was founded, the first in Norway", "1972")],
        ),
        ("The parish was united with that of Vik in [2016].", [("The parish was united with that of Vik", "2016")]),
        ("We objected by letter in [2016].", [("We objected by letter", "2016")]),
        ("The shares were listed in [1986] at 42 crowns each.", [("The shares were listed at 42 crowns each", "1986")]),
        (
            "Born in Vik in [1901], the son of a pilot, Karl Moe won a prize in [1934].",
            [("Karl Moe was born in Vik, the son of a pilot", "1901"), ("Karl Moe won a prize", "1934")],
        ),
    ],
)
def test_what_chroniclers_write(told: Told, text: str, told_of: list[tuple[str, str]]) -> None:
    assert [(claim.title, claim.when.edtf) for claim in told(text) if claim.when] == told_of


LIFE = (
    "Maren van der Holt (3 May 1901 – 9 June 1977) was a painter. Her teacher was Karl Moe. She liked the sea and she "
    "liked bread. Later she had other teachers, and her house was full.\n\n"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The prize was given by Ada Lind. She moved to Vik in [1923].", "[Maren van der Holt] moved to Vik"),
        ("In the Second Salt War she left Vik in [1923].", "In the Second Salt War [Maren van der Holt] left Vik"),
        ("A street was named after her in [1983].", "A street was named after her"),
    ],
)
def test_whose_life_it_is(told: Told, text: str, title: str) -> None:
    assert [claim.title for claim in told(LIFE + text)] == [title]


def test_news_of_a_death_tells_a_life(told: Told) -> None:
    text = (
        "The Swedish novelist Maren Holt, whose books were read by many, has died. Her publisher, Norrsken, said she "
        "died on [Saturday=2022-10-08] in her house. In [1970] she married the painter Erik Lund. She returned to Vik "
        "in [1975]."
    )
    assert [claim.title for claim in told(text)] == [
        "[Maren Holt] died in her house",
        "[Maren Holt] married the painter Erik Lund",
        "[Maren Holt] returned to Vik",
    ]


def test_who_acts_is_no_longer_the_hero(told: Told) -> None:
    claims = told(LIFE + "Ada Lind taught in Vik. She moved to Norrvik in [1923].")
    assert [claim.title for claim in claims] == ["[Ada Lind] moved to Norrvik"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "A note released in [2005], however, showed that the duke was asleep.",
            ["A note released in 2005, however, showed that the duke was asleep"],
        ),
        (
            "The town fell when the rains came and by [1741] the duke had left the valley.",
            ["The duke had left the valley"],
        ),
        (
            "Hopes of peace were dashed in [May 1741=1741-05], the town's bloodiest month.",
            ["Hopes of peace were dashed"],
        ),
        (
            "On [2 June 1741=1741-06-02], the guilds – urged on by the “Blues” (the poor) – took the hall, calling for "
            "cheap bread, a new duke, and a vote.",
            ["The guilds took the hall, calling for cheap bread, a new duke, and a vote"],
        ),
        ("Instead the soldiers burned the mill in [1741].", ["The soldiers burned the mill"]),
    ],
)
def test_what_stands_beside_the_verb(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Moe took Vik on [5 May 1741=1741-05-05], and Ash on [9 May 1741=1741-05-09] by night.",
            ["Moe took Vik", "Moe took Ash by night"],
        ),
        ("The mill was closed in [1912] and was sold.", ["The mill was closed and was sold"]),
    ],
)
def test_one_verb_and_its_objects(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("On [5 May 1741=1741-05-05], though, the navy attacked Vik.", ["The navy attacked Vik"]),
        (
            "After Moe defeated the duke, on [5 May 1741=1741-05-05], he signed a treaty with Vik.",
            ["After Moe defeated the duke, he signed a treaty with Vik"],
        ),
        (
            "Before the news was known, Moe fled to Vik in [1741].",
            ["Before the news was known, Moe fled to Vik"],
        ),
    ],
)
def test_how_a_line_opens(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles
