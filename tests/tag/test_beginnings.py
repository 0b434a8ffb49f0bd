"""The beginnings that lie ready are those of the rules; what is stale, broken or missing is made anew."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from timeline.languages import codes, load
from timeline.tag import beginnings as module
from timeline.tag.beginnings import Beginnings, beginnings, made, write

LANGUAGE = load("en")
FEW = replace(LANGUAGE, rules=LANGUAGE.rules[:5], digest="of five rules")
"""Fewer rules, in a language that no file was made of: that takes no time."""


def same(one: Beginnings, other: Beginnings) -> bool:
    heads = [{head: tuple(numbers) for head, numbers in each.heads.items()} for each in (one, other)]
    return one[:2] == other[:2] and heads[0] == heads[1]


@pytest.mark.parametrize("code", codes())
def test_what_lies_ready_is_fresh(code: str) -> None:
    language = load(code)
    kept = json.loads((module.FOLDER / f"{code}.json").read_text("utf-8"))
    assert kept["rules"] == language.digest, f"{code}.json is stale; run: python tests/house/readme.py"
    assert same(beginnings(language), made(language)), f"{code}.json is stale; run: python tests/house/readme.py"


def test_other_rules_are_walked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    write(LANGUAGE)
    assert same(beginnings(FEW), made(FEW))
    assert not same(beginnings(FEW), beginnings(LANGUAGE))


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"rules": "DIGEST", "heads": {"x": "a"}}'])
def test_a_broken_file_is_left_aside(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    (tmp_path / "en.json").write_text(text.replace("DIGEST", FEW.digest), "utf-8")
    assert same(beginnings(FEW), made(FEW))


def test_without_a_file_they_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FOLDER", tmp_path / "nowhere")
    assert same(beginnings(FEW), made(FEW))
