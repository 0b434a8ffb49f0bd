"""The date that a page bears."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.link.telling import claim, facts
from timeline.link.mark import collect
from timeline.link.similarity import Similarity
from timeline.link.stamp import stamped
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import to_jdn

DAY = to_jdn(1961, 5, 4)


@pytest.mark.parametrize(
    ("when", "basis", "published", "is_one"),
    [
        ("1961-05-04", "stated", DAY, True),
        ("1961-05-04", "resolved", DAY, False),  # `on Thursday`, in a Thursday paper
        ("1961-05-03", "stated", DAY, False),
        ("1961-05", "stated", DAY, False),
        ("1961-05-04", "stated", None, False),
        (None, "none", DAY, False),
    ],
)
def test_what_is_a_stamp(when: str | None, basis: str, published: int | None, is_one: bool) -> None:
    told = claim("a", "The ferry sank.", when, "sink", basis=basis)
    page = facts("a", published={} if published is None else {"a": published})["a"]
    assert stamped(told, page) is is_one
    assert not stamped(told, None)


def test_that_pages_were_written_on_one_day_says_less_than_that_they_tell_of_it() -> None:
    told = [
        claim(page, f"The {what} suits tired old Norland.", "1961-05-04", "suit")
        for page, what in (("a", "ferry"), ("b", "tunnel"))
    ]
    at = Interval.of_jdn(DAY).with_clock("16:20")
    published = facts("a", "b", published={"a": DAY, "b": DAY})
    stamps = [replace(one, when=at) for one in told]
    plain, bare = (Similarity(collect(claims, published, {})).score(0, 1) for claims in (told, stamps))
    assert 0 < bare < plain
