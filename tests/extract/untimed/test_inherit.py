"""Happenings without a time of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


def bases(claims: list[Claim]) -> list[tuple[str, str | None]]:
    return [(claim.provenance.basis, claim.when.edtf if claim.when else None) for claim in claims]


def test_a_lead_has_the_documents_day(told: Told) -> None:
    text = "Mill burns down\n\nA fire destroyed the old mill of Hale and injured two men.\n\nThe owner was abroad."
    (claim,) = told(text, "1912-05-03")
    assert bases([claim]) == [("inherited", "1912-05-03")]
    assert claim.provenance.anchor == "document 1912-05-03 (given)"
    assert (claim.time_start, claim.time_text) == (None, "")


@pytest.mark.parametrize("tail", ["", ", police said"])
def test_the_news_is_a_lead(told: Told, tail: str) -> None:
    (claim,) = told(f"Karl Moe burned down the old mill of Hale{tail}.\n\nIt was old.", "1912-05-03")
    assert bases([claim]) == [("inherited", "1912-05-03")]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("A fire destroyed the old mill of Hale and injured two men.", None),
        ("A fire destroyed the old mill of Hale and injured two men.", "1912"),
        ("The old mill of Hale stands on the river bank by the church.", "1912-05-03"),
        ("I walked to the old mill of Hale along the river bank.", "1912-05-03"),
        ("The mill will close its doors for good before the winter.", "1912-05-03"),
        ("Karl Moe burned down the old mill of Hale, the court in Vik heard.\n\nIt was old.", "1912-05-03"),
        ("Karl Moe burned down the old mill of Hale, the jury was told.\n\nIt was old.", "1912-05-03"),
        ("Karl Moe burned down the old mill of Hale, it emerged yesterday.\n\nIt was old.", "1912-05-03"),
    ],
)
def test_no_lead(told: Told, text: str, published: str | None) -> None:
    assert told(text, published) == []


@pytest.mark.parametrize(
    "text",
    [
        "The painter Ada Lindt, who has died aged 87, hung her pictures in barns and shops.\n\nShe liked cats.",
        "The painter Ada Lindt, who has died aged 87, was known for the barns she painted.\n\nShe liked cats.",
    ],
)
def test_an_obituary_tells_of_a_death(told: Told, text: str) -> None:
    assert [claim.title for claim in told(text, "1912-05-03")] == ["The painter Ada Lindt has died aged 87"]


def test_a_sequel_has_the_day_before_it(told: Told) -> None:
    text = "The mill burned down on [3 May 1912=1912-05-03]. Two men jumped from the roof. The owner said he was sorry."
    claims = told(text)
    assert bases(claims) == [("stated", "1912-05-03"), ("continued", "1912-05-03")]
    assert claims[1].provenance.anchor == "mention 1912-05-03 at 24"


@pytest.mark.parametrize(
    "text",
    [
        "The mill burned down on [3 May 1912=1912-05-03].\n\nTwo men jumped from the roof.",
        "The mill burned down in [1912]. Two men jumped from the roof.",
        "The mill burned down on [3 May 1912=1912-05-03]. Two men had left the town.",
        "The mill will open on [3 May 2030=2030-05-03]. Two men jumped from the roof.",
    ],
)
def test_no_sequel(told: Told, text: str) -> None:
    assert len(told(text)) == 1


FIRE = "The mill caught fire on [Friday=1912-05-03]."


@pytest.mark.parametrize(
    "sequel",
    [
        " The blaze killed two millers.",
        "\n\nTwo men jumped from the roof.",
        " Nobody knows why. Two men jumped from the roof.",
    ],
)
def test_fresh_news_goes_on(told: Told, sequel: str) -> None:
    assert bases(told(FIRE + sequel, "1912-05-05"))[1:] == [("continued", "1912-05-03")]


def test_of_two_days_the_later_goes_on(told: Told) -> None:
    text = "Moe resigned on [Sunday=1912-05-05] after a paper printed it on [Friday=1912-05-03]. Moe left the town."
    assert bases(told(text, "1912-05-06"))[-1] == ("continued", "1912-05-05")


@pytest.mark.parametrize(
    ("sequel", "published"),
    [
        ("\n\nTwo men jumped from the roof.", "1912-06-05"),
        ("\n\nTwo men previously jumped from the roof.", "1912-05-05"),
        (" The owner said: “I wept. Two men jumped from the roof.”", "1912-05-05"),
        ("\n\nRain fell. Nobody came. Nothing helped. All is lost. Two men jumped from the roof.", "1912-05-05"),
    ],
)
def test_fresh_news_ends(told: Told, sequel: str, published: str) -> None:
    assert not [claim for claim in told(FIRE + sequel, published) if "jumped" in claim.title]


def test_items_have_the_date_of_their_heading(told: Told) -> None:
    text = "## [4 May 1891=1891-05-04]\n\n- The king signs the deed\n- Crowds cheer the king\n\n## Later\n\n- He dies\n"
    claims = told(text)
    assert [claim.title for claim in claims] == ["The king signs the deed", "Crowds cheer the king"]
    assert {claim.when.edtf for claim in claims if claim.when} == {"1891-05-04"}


def test_items_have_the_date_that_opens_them(told: Told) -> None:
    text = "## [18th century=17XX]\n\n- [Autumn 1789=1789-23]. French traders visit\n- The king signs the deed\n"
    claims = [(claim.title, claim.when.edtf) for claim in told(text) if claim.when]
    assert claims == [("French traders visit", "1789-23"), ("The king signs the deed", "17XX")]


@pytest.mark.parametrize("text", ["The bridge opens", "Karl Moe sentenced to 14 years", "Fire destroys the mill"])
def test_the_one_sentence_of_a_record_has_its_date(told: Told, text: str) -> None:
    (claim,) = told(text, "1962-06", how="metadata")
    assert (claim.title, *bases([claim])) == (text, ("resolved", "1962-06"))


@pytest.mark.parametrize(
    "text", ["I love this bridge", "Is the bridge open?", "The bridge will open", "A bridge of iron"]
)
def test_other_records_have_no_event(told: Told, text: str) -> None:
    assert told(text, "1962-06", how="metadata") == []


@pytest.mark.parametrize("heading", ["## 2.1.0 ([14 September 2023=2023-09-14])", "## v2.1.0-rc1: [2023-09-14]"])
def test_what_is_released_has_the_date_of_its_version(told: Told, heading: str) -> None:
    (claim,) = told(f"{heading}\n- Added support for new sensors.\n- A new planner\n")
    assert (claim.title, claim.when and claim.when.edtf) == ("Added support for new sensors", "2023-09-14")
