"""Dates in the few words that show how exactly they are known."""

from __future__ import annotations

import pytest

from timeline.render.when import in_words, of_years, stretch

CASES = [
    (None, None, "undated"),
    ("1988", "year", "1988"),
    ("2021-01", "month", "2021-01"),
    ("2020-09-27", "day", "2020-09-27"),
    ("1990/1993~", "decade", "early 1990s"),
    ("1994/1996~", "decade", "mid 1990s"),
    ("1997~/1999~", "decade", "late 1990s"),
    ("199X", "decade", "1990s"),
    ("18XX", "century", "19th century"),
    ("1800/1833~", "century", "early 19th century"),
    ("1867~/1899~", "century", "late 19th century"),
    ("-06XX", "century", "7th century BCE"),
    ("1XXX", "millennium", "2nd millennium"),
    ("XXXX", "year", "year unknown"),
    ("1991/..", "year", "1991 …"),
    ("../1991-03", "month", "… 1991-03"),
    ("1991/1994", "year", "1991 – 1994"),
    ("1991~/1994", "year", "c. 1991 – 1994"),
    ("-0269~/-0214", "year", "c. 270 – 215 BCE"),
    ("-0001/0002", "year", "2 BCE – 0002"),
    ("-06XX/-05XX", "century", "7th – 6th century BCE"),
    ("-00XX/00XX", "century", "1st century BCE – 1st century"),
    ("-0043-03-15/-0042-01-02", "day", "15 Mar 44 – 2 Jan 43 BCE"),
    ("2010-05-12/2010-05-14", "day", "2010-05-12 – 14"),
    ("2010-05-12/2010-06-01", "day", "2010-05-12 – 06-01"),
    ("2010-12-31/2011-01-02", "day", "2010-12-31 – 2011-01-02"),
    ("2020-11-09/2020-11-15", "week", "week of 2020-11-09"),
    ("2010-24", "season", "winter 2010"),
    ("2020-35", "quarter", "Q3 2020"),
    ("2020-40", "half", "first half 2020"),
    ("1500~", "year", "c. 1500"),
    ("1500?", "year", "1500?"),
    ("1500%", "year", "c. 1500?"),
    ("-0043", "year", "44 BCE"),
    ("0000", "year", "1 BCE"),
    ("-0043-03-15", "day", "15 Mar 44 BCE"),
    ("-0043-03", "month", "Mar 44 BCE"),
    ("-0048/-0039", "decade", "40s BCE"),
    ("Y-17000", "year", "17001 BCE"),
    ("Y12000", "year", "12000"),
    ("2020-11-10T12:30:00Z", "second", "2020-11-10 12:30"),
    ("2004-XX-01", "day", "2004-XX-01"),
]


@pytest.mark.parametrize(("edtf", "precision", "words"), CASES)
def test_in_words(edtf: str | None, precision: str | None, words: str) -> None:
    assert in_words(edtf, precision) == words


@pytest.mark.parametrize(
    ("year", "size", "words"),
    [
        (1994, 1, "1994"),
        (0, 1, "1 BCE"),
        (1994, 10, "1990s"),
        (9, 10, "1–9 CE"),
        (0, 10, "1–9 BCE"),
        (-9, 10, "10s BCE"),
        (-438, 10, "430s BCE"),
        (-428, 10, "420s BCE"),
        (1999, 100, "20th century"),
        (1, 100, "1st century"),
        (0, 100, "1st century BCE"),
        (-99, 100, "1st century BCE"),
        (-100, 100, "2nd century BCE"),
        (1994, 1000, "2nd millennium"),
        (-2999, 1000, "3rd millennium BCE"),
        (-17_000, 10_000, "10,000–20,000 BCE"),
    ],
)
def test_stretches_of_years_as_people_count_them(year: int, size: int, words: str) -> None:
    assert of_years(stretch(year, size), size) == words


@pytest.mark.parametrize("size", [1, 10, 100, 1000, 10_000])
def test_stretches_follow_each_other(size: int) -> None:
    found = [stretch(year, size) for year in range(-5000, 5000)]
    assert found == sorted(found)
    assert set(found) == set(range(found[0], found[-1] + 1))
