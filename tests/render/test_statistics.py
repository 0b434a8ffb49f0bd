"""Counts and bars."""

from __future__ import annotations

import pytest

from tests.render.rows import DISPUTED, UNDATED, event
from timeline.render.page import Page
from timeline.render.statistics import rows, tallied, told


def test_every_facet_is_counted() -> None:
    counts = tallied([event(), DISPUTED, UNDATED])
    assert list(rows(counts)) == [
        ("year", 1891, 1),
        ("year", 1894, 1),
        ("year", None, 1),
        ("actor", "Harbour Board", 3),
        ("place", "Leith", 3),
        ("source", "notes.txt", 2),
        ("source", "a.txt", 1),
        ("source", "b.txt", 1),
        ("source", "c.txt", 1),
        ("status", "reported", 3),
        ("precision", "month", 1),
        ("precision", "undated", 1),
        ("precision", "year", 1),
        ("mark", "disputed", 1),
    ]


@pytest.mark.parametrize(
    ("years", "first", "last"),
    [
        ([1894], "1894", "1894"),
        ([1894, 1894, 1901], "1894", "1901"),
        ([*range(1894, 1994)], "1890s", "1990s"),
        ([*range(-43, 12)], "40s BCE", "10s"),
        ([0], "1 BCE", "1 BCE"),
        ([-3_000_000, 2020], "3000001 BCE", "2020"),
    ],
)
def test_bars_cover_the_years_in_few_lines(years: list[int], first: str, last: str) -> None:
    lines = "".join(told(tallied(event(year=year) for year in years), Page(width=60))).split("\n\n")[0].splitlines()
    assert len(lines) <= 30
    assert lines[0].startswith(first)
    assert lines[-1].startswith(last)
    assert max(map(len, lines)) <= 60


def test_nothing() -> None:
    assert "".join(told(tallied([]), Page())) == ""


def test_a_gap_is_one_line() -> None:
    out = "".join(told(tallied(event(year=year) for year in (1801, 1803, 1820)), Page()))
    assert [line.split()[0] for line in out.split("\n\n")[0].splitlines()] == ["1801", "1802", "1803", "…", "1820"]


def test_bars_of_centuries_fit_twenty_columns() -> None:
    years = [*range(-700, 2000, 100)] * 1200
    lines = "".join(told(tallied(event(year=year) for year in years[:1200]), Page(width=24))).split("\n\n")[0]
    assert max(map(len, lines.splitlines())) <= 24
