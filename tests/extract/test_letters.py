"""Mails and letters: who is away, what the reader did, and what slips to another day."""

from __future__ import annotations

import pytest

from tests.extract.conftest import News, Told

LETTER = "I told you that we had begun. My men and I were glad of it, and we thank you for your help. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("I am on leave from 23 to 27 June.", ["planned: I am on leave"]),
        ("I was away from 3 to 7 April.", ["reported: I was away"]),
        ("I was near Ash from 3 to 7 April.", []),
        ("When you left for Lisbon on 16 April we were two days ahead.", ["reported: You left for Lisbon"]),
        ("I hope to see you before you sail home on Sunday, so here is the key.", ["planned: You sail home"]),
        ("You can see the mill on Sunday.", []),
        ("At noon yesterday the water was down to 58 inches.", ["reported: The water was down to 58 inches"]),
        ("At noon yesterday the water was near 58 inches.", []),
    ],
)
def test_of_a_letter(news: News, text: str, lines: list[str]) -> None:
    assert [f"{one.status}: {one.title}" for one in news(LETTER + text)] == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("You left for Lisbon on [16 April=1925-04-16].", []),  # no letter
        ("When Karl Moe left for Vik on [16 April=1925-04-16] the mill was shut.", ["Karl Moe left for Vik"]),
        ("When the fire broke out on [16 April=1925-04-16] nobody was there.", ["The fire broke out"]),
        (
            "If pump 14 fails again, that slips to [14 July=1925-07-14].",
            ["If pump 14 fails again, that slips to 14 July"],
        ),
        ("By [3 March=1925-03-03] the fields around Vik were under water.", ["The fields around Vik were under water"]),
        ("On [3 March=1925-03-03] the fields around Vik were under water.", []),
        ("By [3 March=1925-03-03] the shares of Hale were at 58 crowns.", []),
    ],
)
def test_of_any_text(told: Told, text: str, lines: list[str]) -> None:
    assert [one.title for one in told(text, "1925-05-06")] == lines


def test_since_the_weekend(news: News) -> None:
    (claim,) = news("Hale Works has given bread to 500 men since the weekend.")
    assert claim.when is not None
    assert claim.when.open_end
    assert news("Hale Works has given bread to 500 men since the morning.") == []
