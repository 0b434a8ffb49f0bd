"""The words of happenings: forms, lemmas, and what breaks a language file."""

from __future__ import annotations

import pytest

from timeline.errors import LanguageError
from timeline.languages import codes, load
from timeline.languages.events import BASE, EVENT, ING, PARTICIPLE, PAST, THIRD, build


@pytest.mark.parametrize(
    ("word", "bit", "lemma"),
    [
        ("signed", PAST | PARTICIPLE, "sign"),
        ("occupies", THIRD, "occupy"),
        ("stopped", PAST | PARTICIPLE, "stop"),
        ("dying", ING, "die"),
        ("began", PAST, "begin"),
        ("begun", PARTICIPLE, "begin"),
        ("beginning", ING, "begin"),
        ("flee", BASE, "flee"),
        ("earthquakes", EVENT, "earthquake"),
    ],
)
def test_forms(word: str, bit: int, lemma: str) -> None:
    events = load("en").events
    assert events.bits[word] & bit == bit
    assert events.lemma(word) == lemma


@pytest.mark.parametrize(("word", "lemma"), [("refurbished", "refurbish"), ("curated", "curate"), ("tugged", "tug")])
def test_lemmas_of_unknown_words(word: str, lemma: str) -> None:
    assert load("en").events.lemma(word) == lemma


@pytest.mark.parametrize("code", codes())
def test_every_language_builds(code: str) -> None:
    tables = load(code).tables
    if "extract" in tables:
        assert build(tables["extract"], code).bits


def test_an_incomplete_table_names_what_is_missing() -> None:
    with pytest.raises(LanguageError, match="verbs"):
        build({}, "xx")
