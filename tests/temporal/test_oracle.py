"""Bounds against another reader of EDTF, the package `edtf`, wherever both mean the same by a text."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal import ordinal
from timeline.temporal.interval import Interval

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "edtf.toml").read_text(encoding="utf-8"))
TEXTS = [case[0] for level in ("level0", "level1") for case in TABLE[level]["accept"]]

WINTER = "it ends a winter with its year, on 31 December"
UNKNOWN = "it takes an unknown end to be ten years away"
UNREAD = "it does not read this, though the standard does"
EXCEPTIONS = {
    "2001-24": WINTER,
    "2003-24": WINTER,
    "1985-04-12/": UNKNOWN,
    "1985/": UNKNOWN,
    "/1985-04": UNKNOWN,
    "2016-12-31T23:59:60Z": UNREAD,
    "Y17000~": UNREAD,
    "2001-21?": UNREAD,
    "Y-20000/Y15000": UNREAD,
}
"""Texts on which the two differ, each with the reason why ours stands."""


def day(bound: time.struct_time | float) -> int | None:
    """A bound of the other reader as a day number; its infinities are open ends."""
    return None if isinstance(bound, float) else ordinal.to_jdn(*bound[:3])


def bounds(text: str) -> tuple[int | None, int | None]:
    """What the other reader takes the bounds to be."""
    found = parse_edtf(text)
    return day(found.lower_strict()), day(found.upper_strict())


@pytest.mark.parametrize("text", [text for text in TEXTS if text not in EXCEPTIONS])
def test_table_agrees(text: str) -> None:
    found = Interval.parse(text)
    assert (found.first_day, found.last_day) == bounds(text)


@pytest.mark.parametrize("text", [text for text in TEXTS if text in EXCEPTIONS])
def test_exceptions_are_still_needed(text: str) -> None:
    found = Interval.parse(text)
    try:
        told = bounds(text)
    except EDTFParseException:
        assert EXCEPTIONS[text] == UNREAD
    else:
        assert (found.first_day, found.last_day) != told


def test_every_exception_is_in_the_table() -> None:
    assert set(EXCEPTIONS) <= set(TEXTS)


YEARS = st.integers(1, 9999).map(lambda year: f"{year:04d}")
MASKS = st.sampled_from(
    ["199X", "18XX", "000X", "99XX", "-06XX", "-004X", "1985-XX", "2004-02-XX", "1900-02-XX", "1985-XX-XX"]
)
DAYS = st.dates().map(lambda date: f"{date:%Y-%m-%d}".rjust(10, "0"))
MONTHS = st.dates().map(lambda date: f"{date:%Y-%m}".rjust(7, "0"))
MARKED = st.tuples(st.one_of(YEARS, MONTHS, DAYS), st.sampled_from("?~%")).map("".join)


@given(st.one_of(YEARS, MASKS, MONTHS, DAYS, MARKED))
def test_dates_agree(text: str) -> None:
    found = Interval.parse(text)
    assert (found.first_day, found.last_day) == bounds(text)


@given(st.tuples(st.dates(), st.dates()).map(sorted))
def test_intervals_agree(ends: list[object]) -> None:
    text = "/".join(str(end) for end in ends)
    found = Interval.parse(text)
    assert (found.first_day, found.last_day) == bounds(text)
