"""A month told without a year, of a deed that is done, does not lie ahead."""

from __future__ import annotations

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.document import Document, Published
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 14 December the board approved a new plan.", ["2022-12-14"]),
        ("The board approved a new plan in November.", ["2022-11"]),
        ("The board will approve a new plan in November.", ["2023-11"]),
        ("The board was to approve a new plan in November.", ["2023-11"]),
        ("The board approved a plan to open in November.", []),
        ("The board approved a new plan in November 2023.", []),
        ("The board named a head with effect from 1 November.", []),
    ],
)
def test_what_is_done_is_over(text: str, dates: list[str]) -> None:
    english, published = load("en"), Published(Interval.parse("2023-10-03"), "given")
    document = Document("doc", "doc.txt", text, "text", "", "", published=published)
    mentions = resolve(tag(text, english), text, english, published, "news")
    claims = extract(document, segment(text, english), mentions, english)
    assert [one.when.edtf for one in claims if one.when] == dates
