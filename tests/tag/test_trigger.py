"""The prefilter is a superset of the rules: no rule matches where the trigger does not look."""

from __future__ import annotations

import random
import re
from itertools import pairwise

import pytest

from timeline.languages import codes, load
from timeline.languages.pattern import Shape, Words, references
from timeline.tag.compiled import Compiled, compiled
from timeline.tag.fold import fold


def looked_at(folded: str, rules: Compiled) -> dict[int, tuple[int, ...]]:
    """Offset → the rules that the trigger has tried there."""
    return {
        found.end(): tuple(reader.number for reader in rules.families[found[1]].readers)
        for found in rules.trigger.finditer(folded)
    }


def missed(text: str, rules: Compiled) -> list[tuple[str, str]]:
    """(rule, words) of every match that begins a word and that the trigger would not have tried."""
    folded = fold(text)
    tried = looked_at(folded, rules)
    starts = [m.end() for m in re.finditer(r"[^a-z0-9](?=[a-z0-9'])", folded)]
    found = []
    for number, rule in enumerate(rules.rules):
        for start in starts:
            match = rules.readers[number].fields.match(folded, start)
            if match and number not in tried.get(start, ()) and not re.match(r"[0-9][.,:]", folded[start - 2 : start]):
                found.append((rule.name, match[0]))
    return found


@pytest.mark.parametrize("code", codes())
def test_examples_are_all_looked_at(code: str) -> None:
    language = load(code)
    rules = compiled(language, post=True)
    texts = {example.text for rule in language.rules for example in rule.examples} | set(language.never)
    assert [m for text in sorted(texts) for m in missed(text, rules)] == []


@pytest.mark.parametrize("code", codes())
def test_generated_text_is_all_looked_at(code: str) -> None:
    """Words of the lexicons and of the patterns themselves, thrown together."""
    language = load(code)
    rules = compiled(language, post=True)
    dice = random.Random(7)
    words = sorted({w for entry in language.lexicon.values() if isinstance(entry, Words) for w in entry.values})
    words += [w for rule in language.rules for w in re.findall("[a-z]{2,}", rule.pattern)]
    words += [
        "1994",
        "12",
        "5",
        "12th",
        "3,500",
        "2.5",
        "1914-18",
        "'98",
        "10:30",
        "the",
        "of",
        "in",
        "a",
        "last",
        "ago",
        "later",
    ]
    text = " ".join(dice.choice(words) + dice.choice(["", "", "", ",", ".", "-", "\n"]) for _ in range(1500))
    assert missed(text, rules) == []


@pytest.mark.parametrize("code", codes())
def test_every_quantifier_is_bounded(code: str) -> None:
    """No `*` or `+`, and no counted repeat of more than a few dozen, in any pattern, shape or context."""
    language = load(code)
    sources = [rule.pattern for rule in language.rules] + [rule.needs for rule in language.rules]
    sources += [rule.forbids for rule in language.rules]
    sources += [entry.source for entry in language.lexicon.values() if isinstance(entry, Shape)]
    for source in sources:
        bare = re.sub(r"\\.|\[[^\]]*\]", "x", source)
        assert not re.search(r"[*+](?!\+)", bare.replace("?+", "?")), source
        assert all(int(high) <= 40 for high in re.findall(r"\{[0-9]+,([0-9]+)\}", bare)), source
        assert not re.search(r"\{[0-9]+,\}", bare), source


def test_lexicon_words_are_folded() -> None:
    for entry in load("en").lexicon.values():
        if isinstance(entry, Words):
            assert all(fold(word) == f" {word}" for word in entry.values)


def test_references_name_a_second_use() -> None:
    assert references("{day} to {day}") == [("day", "day"), ("day", "day__2")]
    assert all(one != two for one, two in pairwise(group for _, group in references("{day}{day}{day}")))
