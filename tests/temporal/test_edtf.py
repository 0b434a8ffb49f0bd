"""EDTF by level, from the table `tests/cases/edtf.toml`; and what must hold of every text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.signs import CARRIED, text_of
from timeline.errors import InputError
from timeline.temporal import edtf, ordinal
from timeline.temporal.interval import Interval

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "edtf.toml").read_text(encoding="utf-8"))
ACCEPTED = [pytest.param(case, id=f"{level} {case[0]}") for level, cases in TABLE.items() for case in cases["accept"]]
REFUSED = [pytest.param(*case, id=f"{level} {case[0]!r}") for level, cases in TABLE.items() for case in cases["refuse"]]

MARK = st.sampled_from(["", "", "", "?", "~", "%"])
YEAR = st.one_of(
    text_of("0123456789X", 4, 4).flatmap(lambda year: st.sampled_from([year, f"-{year}"])),
    st.integers(1, 2100).map(lambda year: f"{year:04d}"),
).filter(lambda text: text != "-0000")
MONTH = st.one_of(st.integers(1, 12).map(lambda month: f"{month:02d}"), st.sampled_from(["XX", "0X", "1X", "X2"]))
DAY = st.one_of(st.integers(1, 28).map(lambda day: f"{day:02d}"), st.sampled_from(["XX", "1X", "2X", "X5"]))
SEASON = st.integers(21, 41).map(str)


@st.composite
def dates(draw: st.DrawFn) -> str:
    """One date of any level, with marks in any place."""
    parts = [
        draw(YEAR),
        *draw(st.sampled_from([(), (MONTH,), (SEASON,), (MONTH, DAY)]).flatmap(lambda p: st.tuples(*p))),
    ]
    return "-".join(draw(MARK) + part + draw(MARK) for part in parts)


LONG_YEARS = st.integers(10_000, 10**11).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}", f"Y{year}S3"]))
ENDS = st.one_of(dates(), LONG_YEARS, st.sampled_from(["", ".."]))
TEXTS = st.one_of(
    dates(),
    LONG_YEARS,
    st.tuples(ENDS, ENDS).map("/".join),
    st.lists(dates(), min_size=1, max_size=4).map(lambda members: f"[{','.join(members)}]"),
    st.tuples(dates(), dates()).map(lambda ends: f"{{{ends[0]}..{ends[1]}}}"),
)


def jdn(text: str) -> int | None:
    """The day of the table's notation."""
    if not text:
        return None
    year, month, day = text.rsplit("-", 2)
    return ordinal.to_jdn(int(year), int(month), int(day))


@pytest.mark.parametrize("case", ACCEPTED)
def test_accepted(case: list[str]) -> None:
    text, first, last, precision, marks, *canonical = case
    found = Interval.parse(text)
    assert [found.edtf] == (canonical or [text])
    assert (found.first_day, found.last_day) == (jdn(first), jdn(last))
    assert found.precision == precision
    assert (found.approximate, found.uncertain) == ("~" in marks, "?" in marks)
    assert Interval.parse(str(found)) == found


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError) as refusal:
        Interval.parse(text)
    assert refusal.value.text == text
    assert reason in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_levels_are_all_there() -> None:
    assert list(TABLE) == ["level0", "level1", "level2"]


def test_time_of_day_is_kept_as_told() -> None:
    assert Interval.parse("1985-04-12T23:20:30+04:30").clock == "23:20:30+04:30"
    assert Interval.parse("1985-04-12T23:20:30Z").clock == "23:20:30Z"
    assert Interval.parse("1985-04-12").clock is None


@given(TEXTS)
def test_canonical_text_reads_back_the_same(text: str) -> None:
    try:
        found = Interval.parse(text)
    except InputError:
        return
    assert Interval.parse(str(found)) == found


@given(TEXTS)
def test_bounds_are_in_order(text: str) -> None:
    try:
        found = Interval.parse(text)
    except InputError:
        return
    assert found.first_day is None or found.last_day is None or found.first_day <= found.last_day
    assert found.open_start is (found.first_day is None)
    assert found.human()


@given(dates())
def test_marks_do_not_move_the_bounds(text: str) -> None:
    try:
        found, plain = Interval.parse(text), Interval.parse(text.translate({ord(mark): None for mark in "?~%"}))
    except InputError:
        return
    assert (found.first_day, found.last_day, found.precision) == (plain.first_day, plain.last_day, plain.precision)


@given(st.one_of(st.text(CARRIED), text_of("0123456789-X/.?~%[]{},YSET:Z")))
def test_any_text_is_read_or_refused(text: str) -> None:
    refused: object = text
    try:
        Interval.parse(text).human()
    except InputError as error:
        refused = error.text
    assert refused == text


@pytest.mark.parametrize(
    "unit", ["1", "X", "-", "?", "/", "..", "[", "1667,", "2004-06~/", "Y1", "S1", "T10:", "\ud800"]
)
def test_long_text_is_refused_unread(unit: str) -> None:
    text = unit * edtf.MAX_LENGTH
    with pytest.raises(InputError, match=r"longer than|not an EDTF date") as refusal:
        Interval.parse(text)
    assert len(str(refusal.value)) < 600
    assert refusal.value.text == text


def test_text_whose_canonical_form_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="longer than"):
        Interval.parse(f"[{','.join(['Y1E11'] * 150)}]")


def test_longest_set_is_read() -> None:
    years = [f"{year:04d}" for year in range(1000, 1199)]
    assert Interval.parse(f"[{','.join(years)}]").edtf.count(",") == 198
