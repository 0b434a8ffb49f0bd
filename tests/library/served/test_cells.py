"""Cells lead somewhere, and foreign text in them is inert."""

from __future__ import annotations

from typing import Any

import pytest

from timeline.library.served.cells import cell

HOSTILE = "<b onclick='x'>\x1b\u202e&\ud800\""


def link(view: str) -> str:
    return f"/db/{view}"


@pytest.mark.parametrize(
    ("column", "table", "value", "wanted"),
    [
        ("key", "timeline", "abcd", 'href="/db/evidence?event_key=abcd&amp;_col=edtf'),
        ("key", None, "abcd", 'href="/db/evidence?event_key=abcd&amp;'),
        ("event_key", "evidence", "abcd", 'href="/db/timeline?key=abcd&amp;'),
        ("event_key", "disputed", "abcd", 'href="/db/evidence?event_key=abcd&amp;'),
        ("document", "evidence", "a b&c.txt", '<a href="/db/document?uri=a+b%26c.txt">a b&amp;c.txt</a>'),
        (
            "actors",
            "timeline",
            '["Spain", "Ö & Co"]',
            'href="/db/timeline?actors__arraycontains=%C3%96+%26+Co&amp;_col',
        ),
    ],
)
def test_it_leads_on(column: str, table: str | None, value: str, wanted: str) -> None:
    assert wanted in (cell(column, table, {column: value}, link) or "")


@pytest.mark.parametrize(
    ("column", "table", "value"),
    [
        ("key", "document", "abcd"),
        ("event_key", "evidence", None),
        ("actors", "timeline", "[]"),
        ("actors", None, "2 actors"),
        ("quote", None, "Words."),
        ("year", "timeline", 1890),
    ],
)
def test_it_stays_as_it_is(column: str, table: str | None, value: object) -> None:
    assert cell(column, table, {column: value}, link) is None


def test_the_date_words_are_marked() -> None:
    row: dict[str, Any] = {"quote": "It <fell> in 1890.", "start": 100, "time_start": 113, "time_end": 117}
    assert cell("quote", "evidence", row, link) == "It &lt;fell&gt; in <mark>1890</mark>."
    assert cell("quote", "evidence", row | {"time_start": None, "time_end": None}, link) is None


@pytest.mark.parametrize("column", ["key", "document", "other_document"])
def test_foreign_text_is_inert(column: str) -> None:
    told = cell(column, None, {column: HOSTILE}, link) or ""
    assert "<b" not in told
    assert not {"\x1b", "\u202e", "\ud800"} & set(told)
    assert told.count('"') == 2
