"""`timeline.parse`: offsets and dates of one text, whatever is in it."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.signs import SIGNS

PIECES = [
    "1990",
    "May",
    "two weeks ago",
    " ",
    "\x00",
    "\ud800",
    "–",
    "the 1990s",
    "٣٣",
    "44 BC",
    "\u202e",
    "'",
    "12/05/2001",
    "\n",
]


def test_two_sentences() -> None:
    [first, second] = timeline.parse("It rained in 1990. It snowed two weeks later.", reference="1989-11-09")
    assert (first.start, first.end, first.text, first.type, first.value, first.mod) == (
        13,
        17,
        "1990",
        "DATE",
        "1990",
        None,
    )
    assert first.rule.startswith("date.")
    assert second.when is None  # a year is too coarse to count weeks from


@pytest.mark.parametrize(
    "reference",
    ["1989-11-09", datetime.date(1989, 11, 9), datetime.datetime(1989, 11, 9, 12), timeline.Interval.day(1989, 11, 9)],
)
def test_a_reference_in_any_form(reference: str | datetime.date | timeline.Interval) -> None:
    [mention] = timeline.parse("two weeks ago", reference=reference)
    assert mention.when is not None
    assert mention.when.covers(timeline.Interval.parse("1989-10-26"))


def test_no_reference_no_date() -> None:
    [mention] = timeline.parse("two weeks ago")
    assert mention.when is None


def test_a_reference_that_is_no_date() -> None:
    with pytest.raises(timeline.InputError):
        timeline.parse("today", reference="soon")


@pytest.mark.parametrize("reference", ["1989", 1989, timeline.Interval.parse("1989"), datetime.date(1989, 5, 9)])
def test_a_reference_in_every_form(reference: str | int | datetime.date | timeline.Interval) -> None:
    [mention] = timeline.parse("last year", reference=reference)
    assert str(mention.when) == "1988"


def test_a_reference_of_another_kind() -> None:
    with pytest.raises(timeline.InputError, match="a year, a date or an Interval, not float"):
        timeline.parse("today", reference=1989.5)  # type: ignore[arg-type]


def test_a_genre_that_is_not_there() -> None:
    with pytest.raises(timeline.InputError, match="no genre 'newz'; there are auto, news,"):
        timeline.parse("today", genre="newz")


def test_a_language_that_is_not_there() -> None:
    with pytest.raises(timeline.LanguageError):
        timeline.parse("heute", language="xx")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=8), max_size=12).map("".join))
def test_odd_text_never_raises_and_offsets_hold(text: str) -> None:
    for genre in ("news", "narrative", "auto"):
        found = timeline.parse(text, reference="2001-02-03", genre=genre)
        assert all(text[mention.start : mention.end] == mention.text for mention in found)
        assert all(one.end <= other.start for one, other in pairwise(found))
