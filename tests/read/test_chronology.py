"""Entries of chronologies in the forms that people have them."""

from __future__ import annotations

import json

import pytest

from timeline.errors import InputError
from timeline.model.entry import Entry
from timeline.read.chronology import chronology, decisions


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("date,text,source\n1994,A pact,Diary\n", Entry("A pact", "1994", source="Diary")),
        ("When;What\n1994;A pact\n", Entry("A pact", "1994")),
        ("Date\tEvent\tNotes\n1994\tA pact\tsecret\n", Entry("A pact", "1994", note="secret")),
        ("1994,A pact,Diary\n1995,Its end,Diary\n", Entry("A pact", "1994", source="Diary")),
        ("4 March 1890,The bridge fell\n", Entry("The bridge fell", "4 March 1890")),
        (
            'Year,Month,Day,Headline,Text\n1890,3,4,"The bridge, old",It fell.\n',
            Entry("The bridge, old", "1890-03-04", note="It fell."),
        ),
        ("Year,Month,Headline\n-43,3,Ides\n", Entry("Ides", "-0043-03")),
        ("start,end,title\n1914,1918,War\n", Entry("War", "1914", "1918", kind="span")),
        (
            "date,edtf,title,status,actors,places\n1920-01-01,192X,A pact,planned,Spain; Portugal,Leith\n",
            Entry("A pact", "192X", status="planned", actors=("Spain", "Portugal"), places=("Leith",)),
        ),
        ("\ufeffdate,text\n\n1994,A\x00 pact\n,\n", Entry("A pact", "1994")),
        ("text\nA pact\n", Entry("A pact")),
    ],
)
def test_tables(table: str, expected: Entry) -> None:
    assert chronology(table.encode(), "t.csv")[0] == expected


@pytest.mark.parametrize(
    "table", ["a,b\n1,2\n", "", "date\n1994\n", "date,text\n", "date,text\n1994,\n", '"', "x" * 9000]
)
def test_what_is_no_chronology(table: str) -> None:
    with pytest.raises(InputError, match=r"t\.csv"):
        chronology(table.encode(), "t.csv")


@pytest.mark.parametrize(
    "value", [{}, [], {"events": 3}, {"events": []}, [{"text": "x"}], [3], {"events": [3, {"text": 7}, {"text": []}]}]
)
def test_json_that_is_no_chronology(value: object) -> None:
    with pytest.raises(InputError):
        chronology(json.dumps(value).encode(), "t.json")


def test_deep_json_is_no_crash() -> None:
    with pytest.raises(InputError):
        chronology(b"[" * 100000, "t.json")


def test_timelinejs_counts_years_bce_from_one() -> None:
    def slide(**date: object) -> Entry:
        events = [{"start_date": date, "text": {"headline": "It"}, "media": {"credit": "A museum"}}]
        return chronology(json.dumps({"events": events}).encode(), "t")[0]

    assert slide(year=-44, month=3, day=15) == Entry("It", "-0043-03-15", source="A museum")
    assert slide(year="-1").date == "0000"
    assert slide(year=-66000000).date == "Y-65999999"
    assert slide(year=2020, month="", day=1).date == "2020"
    assert slide().date == ""


def test_our_own_events() -> None:
    row = {
        "title": "A pact",
        "edtf": "1990/1993~",
        "kind": "span",
        "status": "denied",
        "actors": ["Spain"],
        "note": None,
    }
    expected = Entry("A pact", "1990/1993~", kind="span", status="denied", actors=("Spain",))
    assert chronology(json.dumps([row]).encode(), "t") == (expected,)
    assert chronology(f"{json.dumps(row)}\n{json.dumps(row)}\n".encode(), "t") == (expected, expected)


def test_decisions_are_told_apart() -> None:
    rows = [{"key": "k", "kind": "hide", "payload": {}}]
    assert decisions(json.dumps(rows).encode()) == rows
    assert decisions(b"date,text\n") is None
    assert decisions(b"[]") is None
    assert decisions(b'[{"title": "x"}]') is None
