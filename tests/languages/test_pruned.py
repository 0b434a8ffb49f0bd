"""A pruned pattern matches what the whole one does in every text that begins as told, and holds little else."""

from __future__ import annotations

import re

import pytest

from timeline.languages import load
from timeline.languages.pattern import END, expand
from timeline.languages.pruned import Pruner
from timeline.tag.compiled import compiled
from timeline.tag.fold import fold

LANGUAGE = load("en")


@pytest.mark.parametrize(
    ("pattern", "heads", "left"),
    [
        ("(?:the )?(?:old|new) year", {"the old"}, "(?:the {1,8})?(?:old) {1,8}year"),
        ("{full_month} {day}", {"may", "# may"}, "(?:may) {1,8}(?:[0-3]?[0-9])"),
        ("(?:[0-9]{1,2}|two|ten)[- ]days", {"§-", "§ days"}, "(?:two|ten)[- ]days"),
        ("a?bc", {"bc"}, "bc"),
        ("(?:[0-9]\\.)+ x", {"#.# x"}, "(?:[0-9]\\.)+ {1,8}x"),
    ],
)
def test_what_is_left(pattern: str, heads: set[str], left: str) -> None:
    assert Pruner(LANGUAGE.lexicon, heads).regex(pattern) == f"(?:{left}){END}"


@pytest.mark.parametrize(
    ("pattern", "head"), [("{full_month}", "# years"), ("[0-9]{4}", "the"), ("the {unit}", "the #")]
)
def test_a_rule_that_cannot_match_is_left_out(pattern: str, head: str) -> None:
    assert Pruner(LANGUAGE.lexicon, {head}).regex(pattern) is None


def test_every_beginning_matches_as_before() -> None:
    rules = compiled(LANGUAGE, post=True)
    texts = [example.text for rule in LANGUAGE.rules[::16] for example in rule.examples[:1]]
    folded = fold(" 1994, two 3.5 of the ".join(texts))
    for trigger in rules.trigger.finditer(folded):
        at = trigger.end()
        key = rules.head(trigger[1])
        for reader in rules.families[trigger[1]].readers[:3]:
            whole = re.compile(expand(reader.rule.pattern, LANGUAGE.lexicon, named=False)).match(folded, at)
            regex = Pruner(LANGUAGE.lexicon, {key}).regex(reader.rule.pattern)
            found = re.compile(regex).match(folded, at) if regex else None
            assert (found and found.span()) == (whole and whole.span()), (reader.rule.name, key)
