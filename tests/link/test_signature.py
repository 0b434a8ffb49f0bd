"""Sketches of texts."""

from __future__ import annotations

import sys

import pytest

from timeline.link.signature import resemblance, signature

WORDS = [f"word{n}" for n in range(400)]
TEXT = " ".join(WORDS)


def test_its_size_does_not_depend_on_the_text() -> None:
    assert len(signature(TEXT)) == len(signature("one two three four five")) == 256


@pytest.mark.parametrize("text", ["", "four words are few", "\0\ud800", "…"])
def test_too_short_a_text_has_none_and_resembles_nothing(text: str) -> None:
    assert signature(text) == b""
    assert resemblance(signature(text), signature(text)) == 0.0


def test_it_does_not_change_from_run_to_run() -> None:
    assert signature("The quick brown fox jumps over the lazy dog.")[:8].hex() == FIRST


FIRST = signature("the quick brown fox jumps, over the LAZY dog")[:8].hex()


@pytest.mark.parametrize("kept", [400, 390, 360, 300, 200, 40, 0])
def test_the_share_of_common_runs_is_estimated(kept: int) -> None:
    other = " ".join([*WORDS[:kept], *(f"else{n}" for n in range(400 - kept))])
    common = max(0, kept - 4)
    exact = common / (2 * 396 - common)
    assert abs(resemblance(signature(TEXT), signature(other)) - exact) < 0.15


def test_two_sparse_texts_differ() -> None:
    assert resemblance(signature("one two three four five"), signature("six seven eight nine ten")) < 0.1


def test_a_long_text_is_sketched_piece_by_piece_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = signature(TEXT)
    for size in (30, 200, 1000):
        monkeypatch.setattr(sys.modules[signature.__module__], "PIECE", size)
        assert signature(TEXT) == whole
