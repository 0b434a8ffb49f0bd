"""The value: constructors, marks, clocks, order and comparison."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import InputError
from timeline.temporal import ordinal
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

parse = Interval.parse
DAY = ordinal.to_jdn(2020, 11, 10)

CONSTRUCTED = [
    (Interval.year(1994), "1994"),
    (Interval.year(-43), "-0043"),
    (Interval.year(0), "0000"),
    (Interval.year(17000), "Y17000"),
    (Interval.year(-17000), "Y-17000"),
    (Interval.month(2004, 3), "2004-03"),
    (Interval.month(-43, 12), "-0043-12"),
    (Interval.day(2020, 9, 27), "2020-09-27"),
    (Interval.day(2020, 2, 29), "2020-02-29"),
    (Interval.day(-43, 3, 15), "-0043-03-15"),
    (Interval.of_jdn(DAY), "2020-11-10"),
    (Interval.decade(1994), "199X"),
    (Interval.decade(7), "000X"),
    (Interval.decade(-43), "-0048/-0039"),
    (Interval.decade(-49), "-0058/-0049"),
    (Interval.decade(-8), "-0008/0000"),
    (Interval.decade(12345), "Y12340/Y12349"),
    (Interval.decade(-9999), "Y-10008/-9999"),
    (Interval.century(19), "18XX"),
    (Interval.century(1), "00XX"),
    (Interval.century(-1), "-00XX"),
    (Interval.century(-7), "-06XX"),
    (Interval.season(2010, 24), "2010-24"),
    (Interval.season(2010, 41), "2010-41"),
    (Interval.quarter(2020, 3), "2020-35"),
    (Interval.half(2020, 1), "2020-40"),
    (Interval.week(DAY), "2020-11-09/2020-11-15"),
    (Interval.days(DAY, DAY + 2), "2020-11-10/2020-11-12"),
    (Interval.days(DAY, DAY), "2020-11-10"),
    (Interval.between(Interval.year(1991), None), "1991/.."),
    (Interval.between(None, Interval.month(1998, 5)), "../1998-05"),
    (Interval.between(Interval.year(-269).approximately(), Interval.year(-214)), "-0269~/-0214"),
    (Interval.between(Interval.week(DAY), Interval.week(DAY + 7)), "2020-11-09/2020-11-22"),
    (Interval.between(parse("1990/1993~"), parse("[1995-05,1996-02]")), "1990/1996-02-29"),
    (Interval.between(parse("1985/.."), parse("1990/..")), "1985/.."),
    (Interval.between(parse("2020-11-10T21:05:00"), Interval.year(2021)), "2020-11-10/2021"),
]


@pytest.mark.parametrize(("interval", "edtf"), CONSTRUCTED, ids=[edtf for _, edtf in CONSTRUCTED])
def test_constructors_agree_with_the_parser(interval: Interval, edtf: str) -> None:
    assert str(interval) == interval.edtf == edtf
    assert parse(edtf) == interval


@pytest.mark.parametrize(
    "construct",
    [
        lambda: Interval.day(2021, 2, 30),
        lambda: Interval.day(2021, 13, 1),
        lambda: Interval.day(2021, 1, 0),
        lambda: Interval.day(17000, 1, 1),
        lambda: Interval.of_jdn(10**8),
        lambda: Interval.month(2021, 0),
        lambda: Interval.month(-10000, 1),
        lambda: Interval.year(10**12),
        lambda: Interval.century(0),
        lambda: Interval.century(101),
        lambda: Interval.season(2020, 20),
        lambda: Interval.quarter(2020, 5),
        lambda: Interval.half(2020, 0),
        lambda: Interval.days(DAY, DAY - 1),
        lambda: Interval.between(None, None),
        lambda: Interval.between(Interval.year(1994), Interval.year(1991)),
        lambda: Interval.between(Interval.year(1994), parse("../1990")),
        lambda: Interval.year(1994).part("first"),
    ],
)
def test_what_no_calendar_has_is_refused(construct: Callable[[], Interval]) -> None:
    with pytest.raises(InputError) as refusal:
        construct()
    assert isinstance(refusal.value.text, str)


@pytest.mark.parametrize(
    ("precision", "edtf"),
    [
        (Precision.SECOND, "2020-11-10"),
        (Precision.DAY, "2020-11-10"),
        (Precision.WEEK, "2020-11-09/2020-11-15"),
        (Precision.MONTH, "2020-11"),
        (Precision.SEASON, "2020-23"),
        (Precision.QUARTER, "2020-36"),
        (Precision.HALF, "2020-41"),
        (Precision.YEAR, "2020"),
        (Precision.DECADE, "202X"),
        (Precision.CENTURY, "20XX"),
        (Precision.MILLENNIUM, "2XXX"),
    ],
)
def test_at(precision: Precision, edtf: str) -> None:
    assert Interval.at(DAY, precision).edtf == edtf


@given(st.integers(ordinal.to_jdn(-9990, 1, 10), ordinal.to_jdn(9999, 11, 30)), st.sampled_from(list(Precision)))
def test_at_covers_the_day(jdn: int, precision: Precision) -> None:
    found = Interval.at(jdn, precision)
    assert found.covers(Interval.of_jdn(jdn))
    assert found.precision is max(precision, Precision.DAY, key=lambda unit: unit.rank)
    assert parse(found.edtf) == found


def test_winter_belongs_to_the_year_of_its_december() -> None:
    assert Interval.at(ordinal.to_jdn(2011, 2, 28), Precision.SEASON).edtf == "2010-24"
    assert Interval.at(ordinal.to_jdn(2010, 12, 1), Precision.SEASON).edtf == "2010-24"


def test_beyond_four_digits_a_year_is_the_finest() -> None:
    assert Interval.at(ordinal.to_jdn(17000, 5, 5), Precision.DAY) == Interval.year(17000)


@given(st.integers(-9990, 9999))
def test_decades_and_centuries_hold_their_years(year: int) -> None:
    assert Interval.decade(year).covers(Interval.year(year))
    assert parse(Interval.decade(year).edtf) == Interval.decade(year)
    assert (Interval.decade(year).calendar_year, Interval.decade(year).precision) == (
        Interval.parse(Interval.decade(year).edtf).calendar_year,
        Precision.DECADE,
    )


@pytest.mark.parametrize(
    ("whole", "part", "edtf"),
    [
        ("199X", "early", "1990/1993~"),
        ("199X", "mid", "1994/1996~"),
        ("199X", "late", "1997~/1999~"),
        ("18XX", "early", "1800/1833~"),
        ("18XX", "mid", "1834/1866~"),
        ("18XX", "late", "1867~/1899~"),
        ("-06XX", "late", "-0632~/-0600~"),
        ("-0048/-0039", "early", "-0048/-0045~"),
        ("2005", "mid", "2005~"),
        ("2019-08", "late", "2019-08~"),
    ],
)
def test_part(whole: str, part: str, edtf: str) -> None:
    found = parse(whole).part(part)
    assert found.edtf == edtf
    assert found.approximate
    assert found.precision is parse(whole).precision


@pytest.mark.parametrize(
    ("edtf", "approximately", "questionably"),
    [
        ("1984", "1984~", "1984?"),
        ("1984~", "1984~", "1984%"),
        ("1984%", "1984%", "1984%"),
        ("2004~-06-11", "2004~-06-11", "2004%-?06-?11"),
        ("1990/1993", "1990~/1993~", "1990?/1993?"),
        ("1991/..", "1991~/..", "1991?/.."),
        ("[1667,1668..]", "[1667~,1668~..]", "[1667?,1668?..]"),
        ("1950S2", "1950S2", "1950S2?"),
        ("2020-11-10T21:05:00", "2020-11-10~", "2020-11-10?"),
    ],
)
def test_marks(edtf: str, approximately: str, questionably: str) -> None:
    found = parse(edtf)
    assert (found.approximately().edtf, found.questionably().edtf) == (approximately, questionably)
    assert found.approximately().approximate
    assert found.questionably().uncertain
    assert found.approximately().first_day == found.first_day
    assert found.approximately().clock == found.clock


def test_marks_keep_the_name_of_a_span() -> None:
    assert Interval.decade(-43).approximately().precision is Precision.DECADE
    assert parse("1990/1993~").questionably().precision is Precision.DECADE
    assert Interval.week(DAY).approximately().precision is Precision.WEEK


@pytest.mark.parametrize(
    ("told", "clock", "precision", "edtf"),
    [
        ("9", "09:00", Precision.HOUR, "2020-11-10"),
        ("9:05", "09:05", Precision.MINUTE, "2020-11-10"),
        ("21:05Z", "21:05Z", Precision.MINUTE, "2020-11-10"),
        ("21:05+0400", "21:05+04:00", Precision.MINUTE, "2020-11-10"),
        ("21:05:30", "21:05:30", Precision.SECOND, "2020-11-10T21:05:30"),
        ("21:05:30 +4", "21:05:30+04:00", Precision.SECOND, "2020-11-10T21:05:30+04:00"),
    ],
)
def test_clock(told: str, clock: str, precision: Precision, edtf: str) -> None:
    found = Interval.of_jdn(DAY).with_clock(told)
    assert (found.clock, found.precision, found.edtf) == (clock, precision, edtf)
    assert (found.first_day, found.last_day) == (DAY, DAY)
    assert found.with_clock("08:15").edtf == "2020-11-10"
    if precision is Precision.SECOND:
        assert parse(edtf) == found


@pytest.mark.parametrize("edtf", ["2020-11", "1991/..", "XXXX-12-25"])
def test_clock_needs_a_day(edtf: str) -> None:
    with pytest.raises(InputError, match="single day"):
        parse(edtf).with_clock("21:05")


def test_properties() -> None:
    year, since, before = parse("1994"), parse("1991/.."), parse("../1998")
    assert (year.calendar_year, year.length, year.open_start, year.open_end) == (1994, 365, False, False)
    assert (since.calendar_year, since.length, since.open_start, since.open_end) == (1991, None, False, True)
    assert (before.calendar_year, before.length, before.open_start, before.open_end) == (None, None, True, False)
    assert parse("-0043-03-15").calendar_year == -43


def test_values_are_frozen_hashable_and_picklable() -> None:
    found = parse("1990/1993~")
    assert pickle.loads(pickle.dumps(found)) == found
    assert len({found, parse("1990/1993~")}) == 1
    with pytest.raises(FrozenInstanceError):
        found.edtf = "1994"  # type: ignore[misc]


def test_order() -> None:
    noon = Interval.of_jdn(DAY).with_clock("12:00")
    told = ["../1998", "-0099", "-0043-03-15", "0476", "1991-01-01", "1991-01", "1991", "1991/..", "1992", "2020-11-10"]
    ordered = [*(parse(edtf) for edtf in told), noon, parse("2020-11-10/2020-11-12"), parse("XXXX-12-25")]
    shuffled = ordered[7:] + ordered[:7]
    assert sorted(shuffled, key=lambda one: one.sort_key) == ordered
    assert len({one.sort_key for one in ordered}) == len(ordered)


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps", "compatible"),
    [
        ("1994", "1994-05", True, True, True),
        ("1994-05", "1994", False, True, True),
        ("1994", "1994", True, True, True),
        ("1994", "1995", False, False, False),
        ("1991/..", "1995", True, True, True),
        ("1991/..", "1995/..", True, True, True),
        ("1995/..", "1991/..", False, True, True),
        ("1995", "1991/..", False, True, True),
        ("1991/..", "1990", False, False, False),
        ("../1998", "1990/..", False, True, True),
        ("1990~", "1991", False, False, True),
        ("1990~", "1989", False, False, True),
        ("1990~", "1992", False, False, False),
        ("1990?", "1991", False, False, False),
        ("1990/1993~", "1994", False, False, True),
        ("1990/1993~", "1997", False, False, False),
        ("2020-11-10~", "2020-11-11", False, False, True),
        ("2020-11-10~", "2020-11-12", False, False, False),
        ("XXXX-12-25", "1994", True, True, True),
    ],
)
def test_comparison(one: str, other: str, covers: bool, overlaps: bool, compatible: bool) -> None:
    a, b = parse(one), parse(other)
    assert (a.covers(b), a.overlaps(b), a.compatible(b)) == (covers, overlaps, compatible)
    assert (b.overlaps(a), b.compatible(a)) == (overlaps, compatible)


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(
    lambda ends: Interval.days(DAY + min(ends), DAY + max(ends))
)


@given(SPANS, SPANS)
def test_comparisons_agree_with_the_days(one: Interval, other: Interval) -> None:
    assert one.first_day is not None
    assert one.last_day is not None
    assert other.first_day is not None
    assert other.last_day is not None
    days, other_days = set(range(one.first_day, one.last_day + 1)), set(range(other.first_day, other.last_day + 1))
    assert one.covers(other) is (other_days <= days)
    assert one.overlaps(other) is bool(days & other_days)
    assert one.compatible(other) is one.overlaps(other)
    assert (one.relation(other) in ("before", "meets", "after", "met by")) is not one.overlaps(other)
