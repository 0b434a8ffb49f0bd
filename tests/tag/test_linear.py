"""Long baits end: no rule backtracks over a long text. (How long they take is measured in tests/bench.)"""

from __future__ import annotations

import pytest

from tests.tag.baits import HALVES, SIGNS, baits, repeated
from timeline.languages import load
from timeline.resolve import resolve
from timeline.tag import tag

LANGUAGE = load("en")
COMMON = SIGNS + HALVES
BAITS = [(bait, 100_000) for bait in COMMON] + [(bait, 40_000) for bait in baits(LANGUAGE)[len(COMMON) :: 6]]


@pytest.mark.parametrize(("bait", "size"), BAITS)
def test_a_bait_ends(bait: str, size: int) -> None:
    text = repeated(bait, size)
    expressions = tag(text, LANGUAGE, "news")
    assert len(resolve(expressions, text, LANGUAGE, None, "narrative")) <= len(expressions)


def test_a_long_text_is_read_in_pieces() -> None:
    text = "It rained on 5 May 1990. " * 50_000
    expressions = tag(text, LANGUAGE)
    assert len(expressions) == 50_000
    assert all(text[e.start : e.end] == "5 May 1990" for e in expressions)
