"""Who tells of one story, where no date says so."""

from __future__ import annotations

import pytest

from tests.link.telling import claim, facts
from timeline.link.company import NEAREST, Circle
from timeline.link.mark import Collection, collect
from timeline.model.claim import Claim

ROBBED = "Masked robbers rammed a jewellery shop and took watches and rings before the police came."


def reports(first: str, *of_this: str) -> list[Claim]:
    """Documents about one robbery: each tells of it in the same words, and two of three things that are its own."""
    told = []
    for n in range(6):
        own = (of_this[n % 3], of_this[(n + 1) % 3])
        told += [claim(f"{first}{n}", line, None, "rob" if line == ROBBED else "") for line in (ROBBED, *own)]
    return told


def collection(told: list[Claim]) -> Collection:
    ordered = sorted(told, key=lambda one: one.key)
    return collect(ordered, facts(*{one.document for one in told}), {})


def test_reports_of_two_robberies_are_alike_but_those_of_one_have_the_same_company() -> None:
    told = [
        *reports("a", "The shop stands in Quay Lane.", "It belongs to Amira Holt.", "Lyss never saw the like."),
        *reports("b", "Abbey Yard was full of glass.", "Pell Brothers own the house.", "A tram of Morun stopped."),
    ]
    circle = Circle(collection(told))
    voices = list(dict.fromkeys(one.document for one in sorted(told, key=lambda one: one.key)))
    one, another, stranger = map(voices.index, ("a0", "a3", "b0"))
    same, other = (one, another), (one, stranger)
    assert circle.company(*other) / circle.company(*same) < 0.7 * circle.words(*other) / circle.words(*same)


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 0), (1, 1)])
def test_the_words_of_few_are_less_alike_and_two_alone_no_less_in_company(one: int, other: int) -> None:
    told = [claim("a", "The ferry Alva sank off Vik.", None, "sink"), claim("b", "Off Vik Alva sank.", None, "sink")]
    circle = Circle(collection(told))
    assert 0 < circle.words(one, other) < circle.alike(one, other)
    assert circle.company(one, other) >= circle.words(one, other) - 0.001
    assert circle.company(one, other) == circle.company(other, one)


def test_company_is_kept_with_few() -> None:
    told = [claim(f"d{n}", f"The ferry Alva sank off Vik, said sailor {n}.", None, "sink") for n in range(3 * NEAREST)]
    circle = Circle(collection(told))
    assert all(len(circle._company(voice)[0]) == 1 + NEAREST for voice in range(3 * NEAREST))
