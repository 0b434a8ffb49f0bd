"""Cues of the tense: which way a date lies, by the verbs around it."""

from __future__ import annotations

import re

import pytest

from timeline.languages import load
from timeline.resolve.tense import by_letter, tense

CUES = ["was", "were", "had been", "had", "has", "(?:is|are) to", "went", "will|would", "wo?n", "winds up", "wins"]


@pytest.mark.parametrize(
    "words", ["was", "were", "had been", "had", "has been", "are to", "went", "would", "wn", "wins", "winds up", "wind"]
)
def test_cues_of_one_letter_match_as_the_cues_one_by_one(words: str) -> None:
    grouped, plain = re.match(by_letter(CUES), words), re.match("|".join(CUES), words)
    assert (grouped and grouped[0]) == (plain and plain[0])


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The mill will close on ", 1),
        ("The mill was closed on ", -1),
        ("A day of rest was declared for ", 1),
        ("The guild called a strike at the mill for ", 1),
        ("The mill will close. It was sold on ", -1),
        ("It was sold.\n\nThe mill will close on ", 1),
        ("She said 14 mills would close on ", 1),
        ("A pale green door on ", 0),
    ],
)
def test_the_last_verb_of_the_sentence_tells(text: str, way: int) -> None:
    assert tense(text, len(text), len(text), load("en")) == way
