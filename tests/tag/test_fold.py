"""Folding keeps every offset, whatever the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.signs import CARRIED, text_of
from timeline.languages import load
from timeline.tag import tag
from timeline.tag.fold import fold


@given(st.text(CARRIED, max_size=200))
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text) + 1


def test_what_is_made_plain() -> None:
    assert fold("İn\u00a0May\u2019s") == " in may's"
    assert fold("1\nMarch\r\n2019") == " 1 march  2019"
    assert fold("one\n\ntwo") == " one\n\ntwo"


@settings(deadline=None)
@given(text_of("0123456789 /-.,:'–\nMayJunetoand1stBCago", most=120))
def test_tagging_never_raises_and_offsets_hold(text: str) -> None:
    expressions = tag(text, load("en"))
    assert all(text[e.start : e.end] == e.text for e in expressions)
    assert all(one.end <= two.start for one, two in pairwise(expressions))
