"""Short names: never two things under one where both are known."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from timeline.render.web import assets
from timeline.render.web.names import shortened
from timeline.render.web.tokens import Token, tokens


def named(source: str) -> dict[str, str]:
    return shortened([Token("sign", ";"), *tokens(source), Token("sign", ";")])


@pytest.mark.parametrize(
    ("source", "are_shared"),
    [
        ("const one = two => two; const three = four => four;", [("two", "four")]),
        ("function one(two) { return two; } function three(four) { return four + one(four); }", [("two", "four")]),
        ("const one = 1; function three(four) { return four; }", [("one", "four")]),
        ("const {one, ...two} = all; const three = ({four}) => four;", [("one", "four")]),
    ],
)
def test_names_of_separate_statements_may_be_one(source: str, are_shared: list[tuple[str, str]]) -> None:
    short = named(source)
    shared = [(a, b) for a in short for b in short if a < b and short[a] == short[b]]
    assert {frozenset(pair) for pair in are_shared} <= {frozenset(pair) for pair in shared}


@pytest.mark.parametrize(
    "source",
    [
        "const one = 1, two = {a: 1}, three = 3; const {four, five: [six]} = 1; let seven;",
        "const one = two => three => { const four = two, five = three; return ({six, seven: eight}) => six; };",
        "function one({two, three = 3}, four) { for (const [five] of two) five; }",
    ],
)
def test_names_that_meet_are_apart(source: str) -> None:
    short = named(source)
    assert len(set(short.values())) == len(short) > 4


def test_in_our_own_script_no_two_names_meet_under_one() -> None:
    source = "\n".join(assets.source(f"{name}.js") for name in assets.SCRIPTS)
    short = named(source)
    names = {word.told for before, word in pairwise(tokens(source)) if word.kind == "name" and before.told != "."}
    assert len(short) > 200
    assert {"document", "Math", "Object", "JSON", "location", "true", "null", "of", "const"} <= names - set(short)
    assert not (names - set(short)) & set(short.values())
    for statement in re.split(r"\n(?=[a-z$])", source):
        met = {token.told for token in tokens(statement)} & set(short)
        assert len({short[name] for name in met}) == len(met), statement
