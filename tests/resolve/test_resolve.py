"""Where expressions lie: cases/resolving.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.languages import load
from timeline.model.document import Published
from timeline.model.mention import TimeMention
from timeline.resolve import resolve
from timeline.tag import tag
from timeline.temporal.interval import Interval

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "resolving.toml").read_text("utf-8")
)["case"]


def mentions(text: str, reference: str | None, genre: str) -> tuple[TimeMention, ...]:
    language = load("en")
    published = Published(Interval.parse(reference), "given") if reference else None
    return resolve(tag(text, language, genre), text, language, published, genre)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['match']} · {case['text'][:40]}")
def test_case(case: dict[str, Any]) -> None:
    found = mentions(case["text"], case.get("reference"), case.get("genre", "auto"))
    mention = next(m for m in found if m.text == case["match"])
    facts = {
        "when": mention.when.edtf if mention.when else "",
        "value": mention.value,
        "kind": mention.kind,
        "bound": mention.bound,
        "anchor": str(mention.anchor) if mention.anchor else "",
        "range": mention.range.when.edtf if mention.range else "",
        "origin": mention.origin.edtf if mention.origin else "",
        "clock": (mention.when.clock or "") if mention.when else "",
    }
    wanted = {key: case[key] for key in facts if key in case}
    assert {key: facts[key] for key in wanted} == wanted


def test_without_a_reference_nothing_is_made_up() -> None:
    for mention in mentions("He left yesterday, on Monday, last week, in May, two weeks ago.", None, "auto"):
        assert mention.when is None


def test_a_count_of_named_things_is_no_early_year() -> None:
    assert mentions("In 300 American towns they voted.", None, "narrative") == ()


def test_both_ends_of_a_range_carry_it_once_as_first() -> None:
    one, two = mentions("It lasted from 1991 to 1994.", None, "auto")
    assert one.range is not None
    assert two.range is not None
    assert (one.range.first, two.range.first) == (True, False)
    assert (one.range.when, one.range.start, one.range.end) == (two.range.when, two.range.start, two.range.end)
    assert one.range.when.edtf == "1991/1994"


def test_why_tells_rule_value_anchor_and_reason() -> None:
    [mention] = mentions("They met on Monday.", "2021-11-10", "news")
    assert (
        mention.why
        == "date.weekday; XXXX-WXX-1; from document 2021-11-10 (given); past tense: the last before the document"
    )


def test_a_weekday_on_the_day_of_the_byline_is_told() -> None:
    text = "BREMEN, Nov 19, 2024\n\nTalks broke up in the early hours of Tuesday. He said hours later that he would go."
    published = Published(Interval.parse("2024-11-19"), "byline")
    language = load("en")
    *_, later = resolve(tag(text, language), text, language, published, "news")
    assert (later.text, later.when) == ("hours later", Interval.parse("2024-11-19"))
