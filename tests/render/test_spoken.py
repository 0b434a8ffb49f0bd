"""Dates in words, and in `time` elements."""

from __future__ import annotations

import pytest

from timeline.render.spoken import datetime_attribute, spoken


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2020-11-10", "2020-11-10"),
        ("2020-11", "2020-11"),
        ("0476", "0476"),
        ("1994~", "1994"),
        ("2020-11-10T14:30:00Z", "2020-11-10"),
        ("0000", None),
        ("-0043-03-15", None),
        ("199X", None),
        ("1991/..", None),
        ("2010-24", None),
        (None, None),
    ],
)
def test_time_elements_hold_only_what_html_allows(edtf: str | None, value: str | None) -> None:
    assert datetime_attribute(edtf) == value


def test_what_is_no_edtf_is_shown_as_it_is() -> None:
    assert spoken("<soon>") == "<soon>"
    assert spoken(None) == "undated"
