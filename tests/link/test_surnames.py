"""Who is meant by a surname that stands alone."""

from __future__ import annotations

import pytest

from tests.link.telling import claim, facts
from timeline.link import link
from timeline.link.surnames import surnames


@pytest.mark.parametrize(
    ("names", "bound"),
    [
        (["Ada Moe", "Moe"], {"Moe": "Ada Moe"}),
        (["Ada Moe", "Karl Moe", "Moe"], {}),
        (["Moe"], {}),
    ],
)
def test_one_bearer(names: list[str], bound: dict[str, str]) -> None:
    assert surnames([claim("a", f"{name} left.", "1931", "leave", name, called="person") for name in names]) == bound


def test_an_arrest_is_told_under_two_days() -> None:
    told = [
        claim(
            "a",
            "Moe was arrested on 2 May 2017 and charged with fraud.",
            "2017-05-02",
            "arrest",
            "Moe",
            called="person",
        ),
        claim(
            "b",
            "Karl Moe was arrested on 3 May at the port of Vik.",
            "2017-05-03",
            "arrest",
            "Karl Moe",
            called="person",
        ),
    ]
    (event,) = link(told, facts("a", "b"))
    assert event.disputed


def test_two_who_were_arrested() -> None:
    told = [
        claim(
            "a",
            "Ada Lind was arrested on 2 May 2017 and charged.",
            "2017-05-02",
            "arrest",
            "Ada Lind; Vik",
            called="person",
        ),
        claim(
            "b", "Karl Moe was arrested on 9 May and charged.", "2017-05-09", "arrest", "Karl Moe; Vik", called="person"
        ),
    ]
    assert len(link(told, facts("a", "b"))) == 2


def test_what_others_say_need_not_name_them_again() -> None:
    told = [
        claim("a", 'Opening day: engine "Hedwig" runs.', "1896-06-10", "", "Hedwig", title="Opening day"),
        claim("a", "Some books give 12 June for the opening.", "1896-06-12", "give", "Vik", title="The opening"),
    ]
    (event,) = link(told, facts("a"))
    assert event.disputed
