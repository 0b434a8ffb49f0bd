"""The two days of a life, in the bracket behind its name."""

from __future__ import annotations

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.document import Document
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag

LATER = "She grew up in Vik. Her father taught her. She left in 1890, and she wrote to her mother."
BORN, DIED = ("1868-01-14", "Agnes Holt was born"), ("1951-10-02", "Agnes Holt died")


@pytest.mark.parametrize(
    ("bracket", "days"),
    [
        ("(14 January 1868 – 2 October 1951)", [BORN, DIED]),
        ("(born Agnes Moe; 14 January 1868 – 2 October 1951)", [BORN, DIED]),
        ("(b. 14 January 1868, d. 2 October 1951)", [BORN, DIED]),
        ("(born 14 January 1868; died 2 October 1951)", [BORN, DIED]),
        ("(1868–1951)", []),
    ],
)
def test_days_of_a_life(bracket: str, days: list[tuple[str, str]]) -> None:
    english, text = load("en"), f"Agnes Holt {bracket} was an English engineer. {LATER}"
    document = Document("key", "a.txt", text, "text", "", "")
    found = extract(document, segment(text, english), resolve(tag(text, english), text, english, None), english)
    assert [(claim.when.edtf, claim.title) for claim in found if claim.when and claim.title[0] != "["] == days


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ('**Agnes Mary "Nell" Holt** (née Moe; 14 January 1868 – 2 October 1951)', [BORN, DIED]),
        ("Karl Moe, the father of Agnes Holt (14 January 1868 – 2 October 1951),", []),
    ],
)
def test_under_a_title_the_name_may_bear_more(name: str, days: list[tuple[str, str]]) -> None:
    english, text = load("en"), f"Agnes Holt\n\n{name} was an English engineer. {LATER}"
    document = Document("key", "a.txt", text, "text", "", "")
    found = extract(document, segment(text, english), resolve(tag(text, english), text, english, None), english)
    assert [(claim.when.edtf, claim.title) for claim in found if claim.when and claim.title[0] != "["] == days
