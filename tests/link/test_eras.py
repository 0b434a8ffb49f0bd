"""Era by era."""

from __future__ import annotations

import random

import pytest

from tests.link.telling import claim, facts
from timeline.link.eras import era, link_eras


@pytest.mark.parametrize(
    ("when", "first"),
    [("1994-05-04", 1990), ("1999/..", 1990), ("2000", 2000), ("-0043-03-15", -50), ("../1994", None), (None, None)],
)
def test_the_era_of_a_claim(when: str | None, first: int | None) -> None:
    assert era(claim("a", "It was signed.", when, "sign")) == first


def test_one_era_after_the_other_holds_what_one_era_holds() -> None:
    told = [
        claim(document, f"Norland signed the Vik treaty of {year}, said {document}.", str(year), "sign", "Norland; Vik")
        for year in (1991, 1995, 2003)
        for document in "abc"
    ]
    parts = {first: [one for one in told if era(one) == first] for first in (1990, 2000)}
    found = list(link_eras(parts.values(), facts(*"abc")))
    assert [(str(event.when), event.documents) for event in found] == [("1991", 3), ("1995", 3), ("2003", 3)]
    for part in parts.values():
        random.Random(3).shuffle(part)
    assert list(link_eras(parts.values(), facts(*"abc"))) == found
