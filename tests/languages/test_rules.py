"""Every example of every rule of every language is read by that rule, and nothing is found in the negative corpus."""

from __future__ import annotations

import pytest

from timeline.languages import codes, load
from timeline.languages.rule import Example
from timeline.model.document import Published
from timeline.model.mention import TimeMention
from timeline.resolve import resolve
from timeline.tag import tag
from timeline.temporal.interval import Interval

CASES = [
    pytest.param(code, rule.name, example, id=f"{code} {rule.name} {example.text[:30]}")
    for code in codes()
    for rule in load(code).rules
    for example in rule.examples
]
NEVER = [pytest.param(code, text, id=f"{code} {text[:30]}") for code in codes() for text in load(code).never]


def mentions(code: str, example: Example) -> tuple[TimeMention, ...]:
    language = load(code)
    published = Published(Interval.parse(example.reference), "given") if example.reference else None
    text = example.text
    return resolve(tag(text, language, example.genre), text, language, published, example.genre)


@pytest.mark.parametrize(("code", "rule", "example"), CASES)
def test_example(code: str, rule: str, example: Example) -> None:
    found = [m for m in mentions(code, example) if m.text == example.match]
    if not example.value and rule.startswith("duration."):
        assert found == []
        return
    assert [m.value for m in found] == [example.value]
    if example.mod is not None:
        assert found[0].mod == example.mod


@pytest.mark.parametrize(("code", "text"), NEVER)
def test_never(code: str, text: str) -> None:
    language = load(code)
    found = tag(text, language, "news")
    assert [e.text for e in found if e.type in ("DATE", "TIME")] == []


@pytest.mark.parametrize("code", codes())
def test_the_rule_of_an_example_is_the_one_that_reads_it(code: str) -> None:
    """Precedence: no rule that stands before takes away its examples, but for a few that are joined to a neighbour."""
    read = {m.rule for rule in load(code).rules for example in rule.examples for m in mentions(code, example)}
    unread = {rule.name for rule in load(code).rules if rule.make != "nothing"} - read - {"date.short_weekday"}
    assert unread == set()
