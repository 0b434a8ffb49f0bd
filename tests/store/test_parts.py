"""The small pieces: buckets, names, words, marks, calendar columns, rows."""

from __future__ import annotations

import pytest

from tests.store.world import WORLD, link
from timeline.errors import InputError
from timeline.model.facts import DocumentFacts
from timeline.store import marks, rows
from timeline.store.bucket import CLASSES, LENGTHS, LONG, bucket
from timeline.store.calendar import iso, year_and_month
from timeline.store.derive import telling_length
from timeline.store.fold import fold
from timeline.store.words import cut_short, fts_query, label_queries, label_query
from timeline.temporal.interval import Interval

DAY = 2_459_000


@pytest.mark.parametrize(
    ("length", "class_"),
    [
        (1, 0),
        (2, 1),
        (7, 1),
        (8, 2),
        (31, 2),
        (32, 3),
        (366, 4),
        (367, 5),
        (3653, 6),
        (3654, 7),
        (36525, 7),
        (36526, 8),
    ],
)
def test_bucket(length: int, class_: int) -> None:
    assert bucket(DAY, DAY + length - 1) == class_


def test_open_ends_are_the_longest_class() -> None:
    assert bucket(DAY, None) == bucket(None, DAY) == LONG == len(LENGTHS) == CLASSES - 1
    assert bucket(None, None) is None


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Armenia", "armenia"),
        (" Gabriel  MÁRQUEZ ", "gabriel marquez"),
        ("STRASSE", fold("straße")),
        ("Ⅳ", "iv"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("peace", '("peace")'),
        ("peace treaty", '("peace" AND "treaty")'),
        ('"peace treaty" signed', '("peace treaty" AND "signed")'),
        ("agree*", '("agree" *)'),
        ('"peace tr"*', '("peace tr" *)'),
        ("war OR peace now", '("war") OR ("peace" AND "now")'),
        ("OR war OR", '("war")'),
        ("co-op % -1815", '("co-op" AND "-1815")'),
        ('an "open phrase', '("an" AND "open" AND "phrase")'),
        ("nul\0led", '("nul" AND "led")'),
    ],
)
def test_words(typed: str, query: str) -> None:
    assert fts_query(typed) == query


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("The Daily Ech", "ech"),
        ("news.example", "example"),
        ("a_b", "b"),
        ("000_3a", "3a"),
        ("archive/new/", None),
        ("Channel 4", None),
        ("Żółw", None),
        ("%", None),
    ],
)
def test_a_word_that_may_be_cut_short(typed: str, word: str | None) -> None:
    assert cut_short(typed) == word


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("Daily Ech", '"Daily Ech" *'),
        ("Channel 4", '"Channel 4"'),
        ("archive/new/", '"archive/new/"'),
        ("Żółw", '"Żółw" *'),
        ("a_b", '"a_b" *'),
    ],
)
def test_names_of_documents(typed: str, query: str) -> None:
    assert label_query(typed) == query


def test_a_word_cut_short_is_spelt_out() -> None:
    assert label_queries("Daily Ech", ["echo", "echoes"]) == '"Daily  echo" OR "Daily  echoes"'
    assert label_queries("ech", ["echo"]) == '" echo"'


@pytest.mark.parametrize("typed", ["", " ", "%", '""', "OR", "* *", "\0"])
def test_no_words(typed: str) -> None:
    with pytest.raises(InputError):
        fts_query(typed)


@pytest.mark.parametrize(
    ("edtf", "date", "date_latest", "year", "month"),
    [
        ("2020-11-10", "2020-11-10", "2020-11-10", 2020, 11),
        ("2020-11", "2020-11-01", "2020-11-30", 2020, 11),
        ("2020", "2020-01-01", "2020-12-31", 2020, None),
        ("2010-24", "2010-12-01", "2011-02-28", 2010, None),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", -43, 3),
        ("0000", "0000-01-01", "0000-12-31", 0, None),
        ("Y17000", "17000-01-01", "17000-12-31", 17000, None),
        ("1991/..", "1991-01-01", None, 1991, None),
        ("../1950", None, "1950-12-31", None, None),
    ],
)
def test_calendar_columns(edtf: str, date: str, date_latest: str, year: int, month: int) -> None:
    when = Interval.parse(edtf)
    assert (iso(when.first_day), iso(when.last_day)) == (date, date_latest)
    assert year_and_month(when.first_day, when.last_day) == (year, month)


@pytest.mark.parametrize(
    "edtf", ["2020-11-10", "1990/1993~", "1984?", "199X", "1991/..", "../1950", "2020-11-10T10:30:05Z"]
)
def test_a_time_comes_back_from_its_columns(edtf: str) -> None:
    when = Interval.parse(edtf)
    assert rows.interval(rows.time_row(when)) == when


def test_a_clock_comes_back_too() -> None:
    when = Interval.day(2020, 11, 10).with_clock("10:30")
    assert rows.interval(rows.time_row(when)) == when


def test_no_time_is_seven_columns() -> None:
    assert len(rows.time_row(None)) == len(rows.time_row(Interval.year(1994)))
    assert rows.interval(rows.time_row(None)) is None


def test_marks_say_what_filters_ask() -> None:
    facts = {result.document.key: DocumentFacts(result.document.key, result.document.uri) for result in WORLD}
    events = {event.title: event for event in link([c for r in WORLD for c in r.claims], facts)}
    occupied = events["The region was occupied"]
    assert marks.marks(occupied, 4, [("actor", 12), ("place", 7)]) == "b4 qyear a12 p7 sreported d1 n2"
    assert marks.marks(events["Nobody knows when the bridge fell"], None, []) == "sreported"
    assert marks.marks(events["Caesar was murdered"], 0, [], 0.01) == "b0 qday sreported v2 v3"
    assert marks.of_sources(1) is None
    assert [marks.of_sources(n) for n in (2, 4, 5, 99)] == ["n2", "n3", "n5", "n50"]


@pytest.mark.parametrize(
    ("keys", "length"),
    [([], 4), (["abcdef"], 4), (["abcdef", "abcdeg"], 6), (["abcxxx", "abdxxx", "zzzzzz", "zzzzyy"], 5)],
)
def test_telling_length(keys: list[str], length: int) -> None:
    assert telling_length(keys) == length
