"""Baits of 100 kB end: no rule backtracks over a long text. (How long they take is measured in tests/bench.)"""

from __future__ import annotations

import pytest

from tests.tag.baits import HALVES, SIGNS, baits, repeated
from timeline.languages import load
from timeline.resolve import resolve
from timeline.tag import tag

LANGUAGE = load("en")
BAITS = SIGNS + HALVES + baits(LANGUAGE)[len(SIGNS + HALVES) :: 6]


@pytest.mark.parametrize("bait", BAITS)
def test_a_bait_ends(bait: str) -> None:
    text = repeated(bait, 100_000)
    expressions = tag(text, LANGUAGE, "news")
    assert len(resolve(expressions, text, LANGUAGE, None, "narrative")) <= len(expressions)


def test_a_long_text_is_read_in_pieces() -> None:
    text = "It rained on 5 May 1990. " * 100_000
    expressions = tag(text, LANGUAGE)
    assert len(expressions) == 100_000
    assert all(text[e.start : e.end] == "5 May 1990" for e in expressions)
