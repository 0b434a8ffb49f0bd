"""Words as linking sees them."""

from __future__ import annotations

import pytest

from timeline.link.words import Vocabulary, split, vocabulary

ENGLISH = vocabulary("en")


@pytest.mark.parametrize(
    "forms",
    [
        "sign signs signed signing",
        "stop stopped stopping",
        "occupy occupied occupies occupying",
        "win won wins winning",
        "release released releasing",
        "shot shoot shooting",
        "die dies died dying",
        "church churches",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({ENGLISH.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["sign sing", "bus bush", "ring rink"])
def test_other_words_do_not(pair: str) -> None:
    one, other = pair.split()
    assert ENGLISH.stem(one) != ENGLISH.stem(other)


def kinds(trigger: str) -> frozenset[str]:
    return ENGLISH.deed(trigger, ()).kinds


@pytest.mark.parametrize(
    "alike", ["sign conclude ink", "occupy occupation seize", "found establishment", "kill murder", "quake earthquake"]
)
def test_words_of_one_kind_of_happening_share_a_class(alike: str) -> None:
    assert frozenset.intersection(*(kinds(word) for word in alike.split()))


@pytest.mark.parametrize("unlike", ["sign explode", "open resign", "buy arrest"])
def test_words_of_different_kinds_do_not(unlike: str) -> None:
    one, other = unlike.split()
    assert kinds(one).isdisjoint(kinds(other))


def test_an_unknown_word_is_a_kind_of_its_own() -> None:
    assert kinds("zorble") == {"zorbl"}


def test_an_empty_verb_leaves_it_to_the_title() -> None:
    assert ENGLISH.deed("give", ENGLISH.told("A warning was given")).kinds >= {"threaten"}
    assert ENGLISH.deed("", ()).kinds == frozenset()


def test_a_report_of_others_is_known_by_its_words() -> None:
    for quote, reports in (
        ("some sources give 12 may for the first run.", True),
        ("the first run was on 12 may.", False),
    ):
        assert ENGLISH.reports(quote, split(quote)) is reports


def test_a_language_without_linking_data_still_has_terms() -> None:
    assert Vocabulary().terms("Der Vertrag, 1919!") == ["der", "vertrag", "1919"]
    assert vocabulary("xx").terms("a b") == ["a", "b"]


def test_what_seldom_comes_twice_is_not_told_by_a_word_of_many_meanings() -> None:
    words = vocabulary("en")
    assert [trigger for trigger in ("occupy", "open", "quit", "fall", "fire") if words.deed(trigger, ()).once] == [
        "occupy",
        "open",
        "quit",
    ]
    assert words.deed("", ("defeat", "fall", "invade")).once
