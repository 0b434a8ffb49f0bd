"""Near misses tell why they are no times."""

from __future__ import annotations

import pytest

from timeline.languages import load
from timeline.tag.misses import misses


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("see page 1844", "1844", 'stands after "page"'),
        ("paid $1999 for it", "1999", 'stands after "$"'),
        ("they may 5 times", "may 5", "written small"),
        ("ISO 9001 and DR 1957", "1957", "name or a code"),
        ("on 31 Feb 2020", "31 Feb 2020", "no such time exists"),
        ("a 44-year-old man", "44-year-old", "an age or a rate"),
    ],
)
def test_reason(text: str, words: str, reason: str) -> None:
    found = {miss.text: miss.reason for miss in misses(text, load("en"))}
    assert reason in found[words]


def test_times_that_were_found_are_no_misses() -> None:
    assert misses("On 5 May 2020 it rained.", load("en")) == ()
