"""A chronology's entries as documents and claims."""

from __future__ import annotations

import pytest

from timeline.model.entry import Entry
from timeline.pipeline.chronicle import RULE, chronicle


def test_one_document_for_each_source() -> None:
    entries = [Entry("A pact was signed", "1994", source="Diary"), Entry("A bridge fell", "1890"), Entry("It rained")]
    plain, diary = chronicle(entries, "mine.csv", "My list")
    assert (plain.document.uri, plain.document.title, plain.document.publisher) == ("mine.csv", "My list", None)
    assert (diary.document.uri, diary.document.title, diary.document.publisher) == ("mine.csv#Diary", "Diary", "Diary")
    assert [claim.title for claim in plain.claims] == ["A bridge fell", "It rained"]


def test_every_offset_is_into_the_text() -> None:
    entries = [
        Entry("Spain signed a treaty with Portugal", "early 1920s", note="In two\nlanguages."),
        Entry("The war raged on", "1914", "1918", kind="span", actors=("Serbia",), places=("Ypres",)),
        Entry("Nobody\x00 knows\n when", "soon"),
    ]
    [result] = chronicle(entries, "x")
    text = result.document.text
    for claim in result.claims:
        assert claim.quote == text[claim.start : claim.end]
        assert claim.time_text == ("" if claim.time_start is None else text[claim.time_start : claim.time_end])
        for one in claim.participants:
            assert one.text in ("", text[one.start : one.end])
    for mention in result.mentions:
        assert mention.text == text[mention.start : mention.end]
    first, second, third = result.claims
    assert (str(first.when), first.trigger, first.actors) == ("1920/1923~", "sign", ("Spain", "Portugal"))
    assert first.provenance.rule == RULE
    assert (str(second.when), second.kind) == ("1914/1918", "span")
    assert (second.actors, second.places) == (("Serbia",), ("Ypres",))
    assert (third.when, third.title, third.provenance.basis) == (None, "Nobody\ufffd knows when", "none")
    [problem] = result.problems
    assert "'soon'" in problem.message


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ("1994", "1994"),
        ("199X", "199X"),
        ("March 2004", "2004-03"),
        ("10 November 2020", "2020-11-10"),
        ("44 BC", "-0043"),
        ("the early 1990s", "1990/1993~"),
        ("-0043-03-15", "-0043-03-15"),
        ("sometime", None),
        ("Monday", None),
        ("1990 and 1994", None),
        ("", None),
    ],
)
def test_dates_as_people_write_them(date: str, edtf: str | None) -> None:
    [result] = chronicle([Entry("It happened", date)], "x")
    when = result.claims[0].when
    assert (when and str(when)) == edtf


def test_the_same_entries_are_the_same_document() -> None:
    one, other = (chronicle([Entry("A bridge fell", "1890")], uri)[0] for uri in ("a", "b"))
    assert one.document.key == other.document.key
    assert [claim.key for claim in one.claims] == [claim.key for claim in other.claims]
    assert chronicle([Entry("A bridge fell", "1891")], "a")[0].document.key != one.document.key


@pytest.mark.parametrize("text", ["=1+1", "\x1b[2J", "\ud800", "a" * 5000, "1994", "-", "<b>", "'; drop table event"])
def test_hostile_entries(text: str) -> None:
    [result] = chronicle([Entry(text, "1890", source=text, note=text, actors=(text,))], "x")
    assert len(result.claims) == 1
    result.document.text.encode()
