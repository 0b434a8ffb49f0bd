"""Odd dates are exact or absent, never wrong, and never fatal; offsets refer to the text as stored."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from timeline.languages import load
from timeline.model.document import Published
from timeline.model.mention import TimeMention
from timeline.resolve import resolve
from timeline.tag import tag
from timeline.temporal.interval import Interval

TABLE = tomllib.loads((Path(__file__).parents[1] / "cases" / "odd_dates.toml").read_text("utf-8"))


def shown(mention: TimeMention) -> str:
    assert mention.when is not None
    when = mention.range.when if mention.range else mention.when
    return f"{when.edtf}@{when.clock}" if when.clock and "T" not in when.edtf else when.edtf


@pytest.mark.parametrize(("text", "dates"), [(text, tuple(dates)) for text, dates in TABLE["cases"]])
def test_odd_date(text: str, dates: tuple[str, ...]) -> None:
    language = load("en")
    mentions = resolve(
        tag(text, language, "news"), text, language, Published(Interval.parse(TABLE["reference"]), "given"), "news"
    )
    told = [m for m in mentions if m.when is not None and not (m.range and not m.range.first)]
    assert tuple(map(shown, told)) == dates
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_the_table_is_wide() -> None:
    assert len(TABLE["cases"]) >= 150
