from __future__ import annotations

import pytest

from timeline.languages.style import is_post


@pytest.mark.parametrize(
    "text",
    [
        "Rehearsal moved to 7 tmr, see you there",
        "Concert tonight!",
        "sooooo tired of mondays",
        "cant wait for friday",
        "New mug in the shop #mugs",
    ],
)
def test_a_post_is_known_by_its_manner(text: str) -> None:
    assert is_post(text)


@pytest.mark.parametrize(
    "text",
    [
        "last Friday",
        "two weeks later",
        "The bakery on Elm Street closed on Monday.",
        "Town hall reopens in March",
        "# Milestones\n\n- July 2023: board approval",
        "Issue #4 was closed by ann@vik.example on 3 May.",
    ],
)
def test_a_plain_sentence_is_no_post(text: str) -> None:
    assert not is_post(text)


def test_a_long_text_is_no_post() -> None:
    assert not is_post("I said so! " * 40)
