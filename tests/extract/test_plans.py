"""What is to come, what should have come, and what hangs on a condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]
TODAY = "2020-05-04"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The barge Tern is due in Ashmere on [2 June=2020-06-02].", ["planned: The barge Tern is due in Ashmere"]),
        ("The nine men were due at the gate on [3 May=2020-05-03].", ["planned: The nine men were due at the gate"]),
        ("The boat was due to bad weather in [1990].", []),
        (
            "The vote on the dam was deferred by two weeks to [29 May=2020-05-29].",
            ["planned: The vote on the dam was deferred by two weeks to 29 May"],
        ),
        ("The lease, originally due [last March=2020-03], is signed.", ["planned: The lease was originally due"]),
        ("A mill in Vik, due to open in [2030], is to bear her name.", ["planned: A mill in Vik was due to open"]),
        ("Karl Moe had been expected on [24 April=2020-04-24].", ["planned: Karl Moe had been expected"]),
        ("The quay was meant to open in [2019].", ["planned: The quay was meant to open"]),
        ("The tender must be lodged by [3 July=2020-07-03].", ["planned: The tender must be lodged"]),
        ("The tender had to be lodged by [3 July 2018=2018-07-03].", ["reported: The tender had to be lodged"]),
        ("The board can call a vote on [9 June=2020-06-09].", ["planned: The board can call a vote"]),
        ("Visitors can see the mill on [9 June=2020-06-09].", []),
        ("The drug can infect machines running Vik [2024].", []),
        (
            "The ferry Tern should have left the dock on [7 April=2020-04-07].",
            ["planned: The ferry Tern should have left the dock"],
        ),
        ("The judge should have fined the firm on [7 April=2020-04-07].", []),
        ("The roof would have burned down in [2019].", []),
        ("The roof should be ready by [9 June=2020-06-09].", ["planned: The roof should be ready"]),
        (
            "The owners should report on the pumps by [9 June=2020-06-09].",
            ["planned: The owners should report on the pumps"],
        ),
        ("The owners should report on the pumps on [9 June=2020-06-09].", []),
        (
            "The board declared a dividend of ten cents a share, payable on [9 June=2020-06-09] to owners.",
            ["planned: A dividend of ten cents a share is payable"],
        ),
        ("The rent is payable on [9 June=2020-06-09].", ["planned: The rent is payable"]),
        ("The dividend will be ten cents a share, payable on [9 June=2020-06-09].", []),
        ("Notes payable in [2025] fell.", []),
        (
            "For [2020] Hale Works now expects sales of nine crowns.",
            ["planned: Hale Works now expects sales of nine crowns"],
        ),
        ("For [2020] Hale Works no longer expects sales of nine crowns.", []),
        (
            "The fair will open on [9 June=2020-06-09] and close on [12 June=2020-06-12].",
            ["planned: The fair will open", "planned: The fair will close"],
        ),
        (
            "The mayor said the board would meet on [9 June=2020-06-09] and vote on [12 June=2020-06-12].",
            ["planned: The board will meet", "planned: The board would vote"],
        ),
        (
            "The party will hold a debate and vote on [9 June=2020-06-09].",
            ["planned: The party will hold a debate and vote"],
        ),
        ("The lord should be merry by [9 June=2020-06-09].", []),
        (
            "A second campaign, aimed at miners, starts on [9 May=2020-05-09].",
            ["planned: A second campaign, aimed at miners, starts"],
        ),
        ("Tickets (nine crowns) go on sale on [11 May=2020-05-11].", ["planned: Tickets (nine crowns) go on sale"]),
        (
            "A leak pushed the launch back to [January 2019=2019-01].",
            ["planned: A leak pushed the launch back to January 2019"],
        ),
        (
            "Hale Works, from Ash to Vik, is now to open in [2025].",
            ["planned: Hale Works, from Ash to Vik, is now to open"],
        ),
        ("Hale Works is unlikely to be sold in [2025].", []),
        ("A private hearing fixed for [23 May 2019=2019-05-23] was vacated.", ["planned: A private hearing was fixed"]),
        (
            "The firms set up a body, whose first session is planned for [May 2021=2021-05].",
            ["planned: A body’s first session is planned"],
        ),
        ("A first pass is planned for [May 2021=2021-05].", ["planned: A first pass is planned"]),
        ("Nothing will be switched on in [May 2021=2021-05].", ["planned: Nothing will be switched on"]),
        ("Nothing was switched on in [May 2019=2019-05].", ["denied: Nothing was switched on"]),
    ],
)
def test_what_is_to_come(told: Told, text: str, titles: list[str]) -> None:
    assert [f"{one.status}: {one.title}" for one in told(text, TODAY)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "If oil is left, the boat will go on to fly past Vik in [2031].",
            ["conditional: If oil is left, the boat will go on to fly past Vik"],
        ),
        (
            "If the bill passes, every dam would have to be inspected by [2023].",
            ["conditional: If the bill passes, every dam would have to be inspected"],
        ),
        (
            "Should the talks fail by [9 June=2020-06-09], Norway will close the mill.",
            ["conditional: Should the talks fail, Norway will close the mill"],
        ),
        (
            "If the snow allows, we leave for Vik on [9 June=2020-06-09].",
            ["conditional: If the snow allows, we leave for Vik"],
        ),
        (
            "Karl Moe will try again on [9 June=2020-06-09], provided that both sides agree.",
            ["conditional: Karl Moe will try again, provided that both sides agree"],
        ),
        ("Karl Moe provided that sum in [2018].", ["reported: Karl Moe provided that sum"]),
        (
            "The board meets on [9 June=2020-06-09], so shout if anything is off.",
            ["planned: The board meets, so shout if anything is off"],
        ),
    ],
)
def test_what_hangs_on_a_condition(told: Told, text: str, titles: list[str]) -> None:
    assert [f"{one.status}: {one.title}" for one in told(text, TODAY)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("There was no second fire in [January 2019=2019-01].", ["denied: There was no second fire"]),
        ("There was a second fire in [January 2019=2019-01].", ["reported: There was a second fire"]),
        ("There was a shock of earthquake on [23 April=2020-04-23].", ["reported: There was a shock of earthquake"]),
        (
            "The works has denied reports that a dike failed on [3 May 2019=2019-05-03].",
            ["denied: The works has denied reports that a dike failed"],
        ),
        (
            "Norway rejects the claim that it was told of the raid in [2018].",
            ["denied: Norway rejects the claim that it was told of the raid"],
        ),
        ("The firm does not accept that Moe was warned in [2016].", ["denied: Moe was warned"]),
        ("The firm denies having made any payment after [2018].", ["denied: The firm denies having made any payment"]),
        ("Ada Moe did not stand in the election of [1999].", ["denied: Ada Moe did not stand in the election"]),
        (
            "The town had not, as the paper says, sold the mill in [2018].",
            ["denied: The town had not, as the paper says, sold the mill"],
        ),
        ("No siren sounded on [3 May 2019=2019-05-03].", ["denied: No siren sounded"]),
        ("The plan sounded good in [2018].", []),
        ("The firm denies that anyone fell ill in [2018].", ["denied: Anyone fell ill"]),
        ("Anyone fell ill in [2018].", []),
    ],
)
def test_what_did_not_happen(told: Told, text: str, titles: list[str]) -> None:
    assert [f"{one.status}: {one.title}" for one in told(text, TODAY)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Lindt's sold the mill in [2018].", ["Lindt's sold the mill"]),
        ("Lindt's opened 30 shops in [2018].", ["Lindt's opened 30 shops"]),
        (
            "Profit dropped by a third in [2018], and the firm closed.",
            ["Profit dropped by a third, and the firm closed"],
        ),
        ("The hall, rebuilt after Storm Ada struck in [2018], has closed.", ["Storm Ada struck"]),
        (
            "The score, once believed to have burnt, turned up in Vik in [2009].",
            ["The score, once believed to have burnt, turned up in Vik"],
        ),
        (
            "On his father's death in [1872] the Moe family moved to Vik.",
            ["On his father's death the Moe family moved to Vik"],
        ),
        (
            "On [27 April 2019=2019-04-27] Karl Moe had the suburb of San Rafael burnt to clear the ground.",
            ["Karl Moe had the suburb of San Rafael burnt to clear the ground"],
        ),
        ("Karl Moe went on trial in [2018].", ["Karl Moe went on trial"]),
        ("Ada Moe was recalled to Vik in [2018].", ["Ada Moe was recalled to Vik"]),
        (
            "It was noted that the appeal over the old dairy, refused on [6 April=2020-04-06], would be heard.",
            ["The appeal over the old dairy was refused"],
        ),
    ],
)
def test_what_was_done(told: Told, text: str, titles: list[str]) -> None:
    assert [one.title for one in told(text, TODAY)] == titles
