"""Pairs worth comparing."""

from __future__ import annotations

import random

import pytest

from tests.link.telling import claim, facts
from timeline.link.blocking import pairs
from timeline.link.mark import collect
from timeline.model.claim import Claim


def paired(told: list[Claim]) -> set[frozenset[int]]:
    """Places of the claims in the list."""
    ordered = sorted(told, key=lambda one: one.key)
    place = {one.key: n for n, one in enumerate(told)}
    found = list(pairs(collect(ordered, facts("a", "b"), {})))
    assert all(i < j for i, j in found)
    assert len(found) == len(set(found))
    return {frozenset((place[ordered[i].key], place[ordered[j].key])) for i, j in found}


@pytest.mark.parametrize(
    ("one", "other", "met"),
    [
        ("1931-05-04", "1931-05-04", True),
        ("1931-05-04", "1931-05-05", True),  # a day of slack for what is told, three for what was inherited
        ("1931-05-04", "1931-05-06", False),
        ("1931-05-04", "_1931-05-07", True),
        ("1931-05-04", "_1931-05-08", False),
        ("1931-05-04", "+1931-05-06", False),  # of the sentence before
        ("1931-05-04", "1931-05", True),
        ("1931-05-04", "1931", True),
        ("1931-05-04", "193X", True),
        ("1931-05-04", "1932", False),
        ("1931", "1931/..", True),
        ("1931/..", "1940", False),
        ("1931-12-31", "1932-01-01", True),
        ("../1931", "1911", True),
        (None, "1931-05-04", True),
        (None, None, True),
    ],
)
def test_dates_that_may_be_one_meet(one: str | None, other: str | None, met: bool) -> None:
    basis = {"_": "inherited", "+": "continued"}.get((other or " ")[0], "stated")
    told = [
        claim("a", "The Tal bridge was opened.", one, "open"),
        claim("b", "They opened Tal bridge.", other and other.lstrip("_+"), "open", basis=basis),
    ]
    assert (paired(told) == {frozenset((0, 1))}) is met


def test_without_a_common_word_or_name_nothing_meets() -> None:
    told = [claim("a", "The ferry sank.", "1931", "sink"), claim("b", "Elections were held.", "1931", "elect")]
    assert paired(told) == set()


def test_a_common_name_is_enough() -> None:
    told = [claim("a", "The ferry sank.", "1931", "sink", "Vik"), claim("b", "Peace came.", "1931", "peace", "Vik")]
    assert paired(told) == {frozenset((0, 1))}


def test_what_everybody_says_in_a_crowd_is_no_key() -> None:
    crowd = [claim("a", f"Norland spoke of matter{n}.", "1931", f"deed{n}", "Norland") for n in range(200)]
    assert paired(crowd) == set()
    alike = [claim(document, "Norland spoke of herring.", "1931", "speak", "Norland") for document in "ab"]
    assert paired([*crowd, *alike]) == {frozenset((200, 201))}


def test_of_a_crowd_of_one_kind_each_meets_the_next_few() -> None:
    crowd = [claim(f"d{n}", f"Norland signed it, said paper{n}.", "1931-05-04", "sign", "Norland") for n in range(150)]
    met = paired(crowd)
    assert 150 < len(met) <= 12 * 150
    assert set().union(*met) == set(range(150))


def test_of_too_many_those_that_share_most_are_met() -> None:
    crowd = [claim(f"d{n}", f"Norland signed it, said paper{n}.", "1931-05-04", "sign", "Norland") for n in range(60)]
    alike = [claim(f"e{n}", f"Norland signed paper{30 * n}.", "1931-05-04", "sign", "Norland") for n in range(2)]
    met = paired([*crowd, *alike])
    assert {frozenset((0, 60)), frozenset((30, 61))} <= met
    assert len(met) <= 12 * 62


def test_the_order_of_the_claims_is_nothing() -> None:
    told = [
        claim("a", f"Norland signed treaty{n % 7} in hall{n}.", str(1930 + n % 3), "sign", "Norland") for n in range(40)
    ]
    mixed = random.Random(5).sample(range(40), 40)
    assert paired(told) == {frozenset(mixed[n] for n in pair) for pair in paired([told[n] for n in mixed])}


def test_one_kind_of_happening_of_one_day_meets_without_a_rare_word() -> None:
    told = [
        claim("a", "Work began in 1959 and the dam was opened by Ada Lind.", "1962-06-03", "open"),
        claim("b", "That day it opened.", "1962-06-03", "open"),
        claim("a", "That day he left.", "1962-06-03", "leave"),
    ]
    assert paired(told) == {frozenset((0, 1))}


def test_one_kind_of_happening_without_a_day_is_not_enough() -> None:
    told = [claim("a", "Norland inked it.", None, "ink"), claim("b", "Vik concluded one.", None, "conclude")]
    assert not paired(told)
