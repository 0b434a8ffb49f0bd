"""Dates in quoted mail, parted by the signs of quoting."""

from __future__ import annotations

import pytest

from timeline.languages import load
from timeline.tag import tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> We bought it on 4 March\n> 2011 and left.", [("4 March\n> 2011", "2011-03-04")]),
        ("> > He came two\n> > weeks ago.", [("two\n> > weeks ago", "XXXX-WXX")]),
        (">> It fell in\n>> March 2011.\n> Sad. It stood in 1999.", [("March 2011", "2011-03"), ("1999", "1999")]),
        ("> It ended in March\n>\n> 2011 was better.", [("March", "XXXX-03"), ("2011", "2011")]),
        ("It was > 5 m in May 1999.", [("May 1999", "1999-05")]),
    ],
)
def test_signs_of_quoting_part_no_date(text: str, expected: list[tuple[str, str]]) -> None:
    found = tag(text, load("en"))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [(one.text, one.value) for one in found] == expected
