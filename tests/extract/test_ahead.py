"""What lies ahead of its text, how things stood long ago, what a paper tells of its own time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]
TODAY = "2020-05-04"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The loan falls due on [3 May 2031=2031-05-03].", ["planned: The loan falls due"]),
        ("The loan comes due in [2031].", ["planned: The loan comes due"]),
        ("The notes due [2031] fell.", []),
        ("The ferry is due for delivery in [June 2021=2021-06].", ["planned: The ferry is due for delivery"]),
        (
            "By [2031] we mean to have cut our costs by 40 per cent.",
            ["planned: We mean to have cut our costs by 40 per cent"],
        ),
        (
            "Two more ferries should follow in [2021], and the last in [2022].",
            ["planned: Two more ferries should follow", "planned: The last should follow"],
        ),
        ("The play should please them in [2021].", []),
        ("The court has until [Friday=2020-05-08] to rule on it.", ["planned: The court has to rule on it"]),
        ("The town had until [3 May 1911=1911-05-03] to surrender.", ["planned: The town had to surrender"]),
        ("The firms have agreed to a debate on [3 June=2020-06-03].", ["planned: The firms have agreed to a debate"]),
        ("The council called an election in [June=2020-06].", ["planned: The council called an election"]),
        ("The council called an election in [June 2019=2019-06].", ["reported: The council called an election"]),
        ("Moe had called the police in [June 2019=2019-06].", ["reported: Moe had called the police"]),
        (
            "Article 9 required all prisoners to be freed by [Christmas 1911=1911-12-25].",
            ["planned: Article 9 required all prisoners to be freed"],
        ),
        (
            "If the board agrees, the port will shut at force 8 from [June=2020-06].",
            ["conditional: If the board agrees, the port will shut at force 8"],
        ),
        ("Prices will fall to 3 percent from 4 percent in [May=2020-05].", []),
        (
            "Ada Moe will speak at the [June 6=2020-06-06] meeting.",
            ["planned: Ada Moe will speak at the June 6 meeting"],
        ),
        (
            "Ada Moe promised to bring them to the [June 6=2020-06-06] meeting.",
            ["planned: Ada Moe promised to bring them to the June 6 meeting"],
        ),
        (
            "If the loan is approved the bridge will be built by [2031].",
            ["conditional: If the loan is approved the bridge will be built"],
        ),
        (
            "Karl Moe lost his seat in [last year's=2019] midterms.",
            ["reported: Karl Moe lost his seat in last year's midterms"],
        ),
    ],
)
def test_what_lies_ahead(told: Told, text: str, titles: list[str]) -> None:
    assert [f"{one.status}: {one.title}" for one in told(text, TODAY)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("By [1921] Ada Moe was in the field again.", ["Ada Moe was in the field again"]),
        ("From [1911 to 1913=1911/1913] Karl Moe was in prison.", ["Karl Moe was in prison"]),
        ("In [1938] there were five lines.", ["There were five lines"]),
        ("In [1938] there were signs on the walls.", []),
        ("In [2019] Karl Moe was in the field again.", []),
        ("The index was at 92.4 in [1982].", []),
        ("The weather was fine in [1911].", []),
        ("Domesday Book credits Ash with two mills in [1086].", ["Domesday Book credits Ash with two mills"]),
        ("The parish register records two deaths in [1665].", ["The parish register records two deaths"]),
        ("The firm sells two mills in [1911].", []),
        (
            "In [1911] his uncle Karl, regent since [1909=1909/..], was drowned in Vik.",
            ["His uncle Karl was regent", "His uncle Karl, regent since 1909, was drowned in Vik"],
        ),
    ],
)
def test_how_things_stood(told: Told, text: str, titles: list[str]) -> None:
    assert sorted(one.title for one in told(text, TODAY)) == sorted(titles)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "The vicar denied that any boat had been in the bay on [3 May 2019=2019-05-03].",
            ["denied: Any boat had been in the bay"],
        ),
        (
            "They accept that the roof was mended in [May 2019=2019-05] but deny that the firm did it in [1999].",
            ["reported: The roof was mended", "denied: The firm did it"],
        ),
        (
            "Contrary to press reports, no talks with Hale Works took place in [March 2019=2019-03].",
            ["denied: Contrary to press reports, no talks with Hale Works took place"],
        ),
    ],
)
def test_what_is_denied(told: Told, text: str, titles: list[str]) -> None:
    assert [f"{one.status}: {one.title}" for one in told(text, TODAY)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Ada Lindt left in [1911], taking three men to Vik, and by [1920] Karl Moe owned half of Ash.",
            ["Ada Lindt left, taking three men to Vik", "Karl Moe owned half of Ash"],
        ),
        (
            "The firm grew fast in [1911], buying mills and ships.",
            ["The firm grew fast, buying mills and ships"],
        ),
        (
            "Karl Moe left within an hour of the gates closing on [3 May 2020=2020-05-03].",
            ["Karl Moe left within an hour of the gates closing"],
        ),
        ("Karl Moe spoke of the gates closing on [3 May 2020=2020-05-03].", []),
        (
            "The Tern was struck by debris on [1 May 2020=2020-05-01] and limped into Vik on [3 May 2020=2020-05-03].",
            ["The Tern was struck by debris", "The Tern limped into Vik"],
        ),
        ("* **Night of [4 May 1911=1911-05-04]** – The depot burns.", ["The depot burns"]),
        (
            "The dam opens on [6 May=2020-05-06], and the mills, shut since [2019], are to reopen in [June=2020-06].",
            ["The dam opens", "The mills were shut", "The mills are to reopen"],
        ),
        ("They will bring the stone to Vik in [2021].", ["They will bring the stone to Vik"]),
        ("The choir plans to sing in Vik in [2021].", ["The choir plans to sing in Vik"]),
    ],
)
def test_second_happenings(told: Told, text: str, titles: list[str]) -> None:
    assert [one.title for one in told(text, TODAY)] == titles
