"""Plain words, by table: the table is the documentation of `Interval.human`."""

from __future__ import annotations

import pytest

from timeline.temporal.interval import Interval

DATES = [
    ("2020-09-27", "27 September 2020"),
    ("2020-09", "September 2020"),
    ("1994", "1994"),
    ("0476-09-04", "4 September 476 CE"),
    ("0476", "476 CE"),
    ("0000", "1 BCE"),
    ("-0043", "44 BCE"),
    ("-0043-03-15", "15 March 44 BCE"),
    ("Y17000", "17,000 CE"),
    ("Y-17E7", "170,000,001 BCE"),
    ("2020-11-10T21:05:00", "10 November 2020, 21:05:00"),
    ("2020-11-10T21:05:00Z", "10 November 2020, 21:05:00 UTC"),
    ("2020-11-10T21:05:00+04:00", "10 November 2020, 21:05:00 +04:00"),
]
SEASONS = [
    ("1994-21", "spring 1994"),
    ("1994-22", "summer 1994"),
    ("1994-23", "autumn 1994"),
    ("2010-24", "winter 2010–11"),
    ("1999-24", "winter 1999–2000"),
    ("0476-24", "winter 476–477 CE"),
    ("-0043-24", "winter 44–43 BCE"),
    ("0000-24", "winter 1 BCE – 1 CE"),
    ("2020-25", "spring 2020 (northern hemisphere)"),
    ("2020-30", "summer 2020–21 (southern hemisphere)"),
    ("2020-35", "Q3 2020"),
    ("2020-37", "first third of 2020"),
    ("2020-40", "first half of 2020"),
]
SPANS_WITH_A_NAME = [
    ("199X", "1990s"),
    ("047X", "470s CE"),
    ("-0048/-0039", "40s BCE"),
    ("-0008/0000", "9–1 BCE"),
    ("-004X", "50–41 BCE"),
    ("1990/1993~", "early 1990s"),
    ("1994/1996~", "mid-1990s"),
    ("1997~/1999~", "late 1990s"),
    ("1990?/1993%", "early 1990s?"),
    ("-0048/-0045~", "early 40s BCE"),
    ("18XX", "19th century"),
    ("00XX", "1st century CE"),
    ("10XX", "11th century"),
    ("20XX", "21st century"),
    ("11XX", "12th century"),
    ("12XX", "13th century"),
    ("-06XX", "7th century BCE"),
    ("1800/1833~", "early 19th century"),
    ("1834/1866~", "mid-19th century"),
    ("-0699/-0666~", "early 7th century BCE"),
    ("1XXX", "2nd millennium"),
    ("0XXX", "1st millennium CE"),
]
HEDGED = [
    ("1500~", "c. 1500"),
    ("1984?", "1984?"),
    ("1984%", "c. 1984?"),
    ("199X~", "c. 1990s"),
    ("-0048~/-0039~", "c. 40s BCE"),
    ("2004-06~-11", "c. 11 June 2004"),
    ("1950S2", "c. 1950"),
]
RANGES = [
    ("1991/..", "1991 –"),
    ("../1998", "– 1998"),
    ("1991/", "1991 – ?"),
    ("/1998", "? – 1998"),
    ("2012~/..", "c. 2012 –"),
    ("2010-05-12/2010-05-14", "12–14 May 2010"),
    ("2020-11-09/2020-11-15", "9–15 November 2020"),
    ("2010-04-30/2010-05-02", "30 April – 2 May 2010"),
    ("2010-12-30/2011-01-02", "30 December 2010 – 2 January 2011"),
    ("2010-03/2010-05", "March–May 2010"),
    ("2010-12/2011-03", "December 2010 – March 2011"),
    ("2020-33/2020-35", "Q1–Q3 2020"),
    ("2010-21/2010-23", "spring–autumn 2010"),
    ("2020-40/2020-41", "first half of 2020 – second half of 2020"),
    ("1991/1994", "1991–1994"),
    ("2004/2004", "2004"),
    ("0663/0668", "663–668 CE"),
    ("0986/1016", "986–1016 CE"),
    ("-0048/-0043", "49–44 BCE"),
    ("-0048/0014", "49 BCE – 14 CE"),
    ("Y-20000/Y15000", "20,001 BCE – 15,000 CE"),
    ("1990~/1993", "c. 1990 – 1993"),
    ("2004/2005-06", "2004 – June 2005"),
    ("198X/199X", "1980s–1990s"),
    ("-06XX/-05XX", "7th–6th century BCE"),
    ("-00XX/00XX", "1st century BCE – 1st century CE"),
]
UNSPECIFIED = [
    ("1985-04-XX", "some day in April 1985"),
    ("1985-XX-XX", "some day in 1985"),
    ("2004-XX", "some month in 2004"),
    ("156X-12-25", "25 December, 1560s"),
    ("156X-12", "December, 1560s"),
    ("156X-24", "winter, 1560s"),
    ("XXXX-12-25", "25 December, year unknown"),
    ("XXXX", "year unknown"),
    ("1X60", "1X60"),
    ("1984-1X~", "c. 1984-1X"),
]
SETS = [
    ("[1667,1668,1670..1672]", "1667, 1668 or 1670–1672"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("[1667~]", "c. 1667"),
    ("[..1984]", "1984 or earlier"),
    ("[1984..]", "1984 or later"),
]
TABLE = [*DATES, *SEASONS, *SPANS_WITH_A_NAME, *HEDGED, *RANGES, *UNSPECIFIED, *SETS]


@pytest.mark.parametrize(("edtf", "said"), TABLE)
def test_words(edtf: str, said: str) -> None:
    assert Interval.parse(edtf).human() == said


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        ("21:05", "10 November 2020, 21:05"),
        ("21:05Z", "10 November 2020, 21:05 UTC"),
        ("21:05:30+04:00", "10 November 2020, 21:05:30 +04:00"),
    ],
)
def test_clock_beside_the_date(clock: str, said: str) -> None:
    assert Interval.day(2020, 11, 10).with_clock(clock).human() == said


def test_clock_beside_a_marked_date() -> None:
    assert Interval.parse("2020-11-10~").with_clock("21:05:30").human() == "c. 10 November 2020, 21:05:30"
