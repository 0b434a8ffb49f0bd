"""Dates as people type them into a chronology."""

from __future__ import annotations

import pytest

from timeline.languages import load
from timeline.model.entry import Entry
from timeline.pipeline.chronicle import chronicle
from timeline.pipeline.entrydate import day_comes_first, is_doubtful, read_date


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ("1891-1892", "1891/1892"),
        ("1891–92", "1891/1892"),
        ("1891/92", "1891/1892"),
        ("12-14 May 1910", "1910-05-12/1910-05-14"),
        ("12 May – 3 June 1910", "1910-05-12/1910-06-03"),
        ("March–May 1894", "1894-03/1894-05"),
        ("May 1894 to June 1895", "1894-05/1895-06"),
        ("18th–19th century", "17XX/18XX"),
        ("44 BC – 14 AD", "-0043/0014"),
        ("25/12/1891", "1891-12-25"),
        ("12/25/1891", "1891-12-25"),
        ("5.12.1894", "1894-12-05"),
        ("3/1894", "1894-03"),
        ("1910-5-3", "1910-05-03"),
        ("after 1891", "1891/.."),
        ("before May 1914", "../1914-05"),
        ("c. 1500", "1500~"),
        ("31/02/1894", None),
        ("1892-1891", None),
        ("n.d.", None),
        ("?", None),
        ("Monday", None),
        ("", None),
    ],
)
def test_a_date(told: str, edtf: str | None) -> None:
    when = read_date(Entry("The mill burned", told), load("en"))
    assert (when and when.edtf) == edtf


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("12/05/1894", "25/12/1891"), True),
        (("12/05/1894", "12/25/1891"), False),
        (("12/05/1894", "25.12.1891"), None),
        (("1894",), None),
    ],
)
def test_what_other_dates_show(dates: tuple[str, ...], first: bool | None) -> None:
    entries = [Entry("The mill burned", date) for date in dates]
    assert day_comes_first(entries) is first
    when = read_date(entries[0], load("en"), first)
    assert when
    if is_doubtful(dates[0]):
        assert when.edtf == ("1894-05-12" if first else "1894-12-05")


def test_a_doubt_is_told() -> None:
    [result] = chronicle([Entry("The mill burned", "12/05/1894")], "mills.csv")
    assert [(problem.severity, problem.code) for problem in result.problems] == [("note", "date")]
    assert "month first" in result.problems[0].message
    entries = [Entry("It burned", "12/05/1894", source="A"), Entry("It was built anew", "25/12/1895", source="B")]
    result, _ = chronicle(entries, "mills.csv")
    assert result.problems == ()
    assert str(result.claims[0].when) == "1894-05-12"
