"""Headings, and what stands under them."""

from __future__ import annotations

import pytest

from tests.render.dated import dated
from tests.render.rows import UNDATED
from timeline.render.web.order import grouped


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("1994-05-03", "1994"),
        ("1994~", "1994"),
        ("199X", "1990s"),
        ("1990/1993~", "1990s"),
        ("1990/1993", "1990"),
        ("1991/..", "1991"),
        ("../1991-05", "1991"),
        ("11XX", "12th century"),
        ("1XXX", "2nd millennium"),
        ("0000", "1 BCE"),
        ("-0043-03-15", "44 BCE"),
        ("-06XX", "7th century BCE"),
        ("Y12345", "12,345 CE"),
    ],
)
def test_headings(edtf: str, heading: str) -> None:
    assert [name for name, _ in grouped([dated(edtf)])] == [heading]


def test_order_of_time_wide_before_narrow_undated_last() -> None:
    told = ["1994-05-03", "-0043", "1994", "199X", "1990", "-0100/-0050", "1994-05", "19XX", "-06XX"]
    ordered = [row["key"] for _, rows in grouped([UNDATED, *map(dated, told)]) for row in rows]
    assert ordered == [
        *("-06XX", "-0100/-0050", "-0043", "19XX", "199X", "1990", "1994", "1994-05", "1994-05-03"),
        UNDATED["key"],
    ]
