"""A regex that finds any of many words, written as a trie: `re` walks it without trying each word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SPACE = " {1,8}"
"""One blank of a pattern, in folded text: a line break counts as one, an indented wrapped line as several."""

_SINGLE = {char: char for char in "abcdefghijklmnopqrstuvwxyz"}
_Node = dict[str, "_Node | str"]


def trie(words: Iterable[str]) -> str:
    """A non-capturing group that matches the longest of the words; `#` stands for any digit."""
    return followed(dict.fromkeys(words, ""))


def followed(words: Mapping[str, str]) -> str:
    """The same, each word with a regex that must follow it."""
    root: _Node = {}
    for word, then in words.items():
        node = root
        for char in word:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node[""] = then
    return _write(root)


def _write(node: _Node) -> str:
    run = ""
    while len(node) == 1:  # most of a trie is runs of one child
        ((char, child),) = node.items()
        if isinstance(child, str):
            return run + child
        run += _SINGLE.get(char) or _one_of([char])
        node = child
    return run + _branched(node)


def _branched(node: _Node) -> str:
    ending = node.get("")
    by_tail: dict[str, list[str]] = {}
    for char, child in sorted((key, value) for key, value in node.items() if key):
        assert isinstance(child, dict)
        by_tail.setdefault(_write(child), []).append(char)
    branches = [_one_of(chars) + tail for tail, chars in by_tail.items()]
    if ending is None:
        return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    assert isinstance(ending, str)
    if not branches:
        return ending
    if not ending:
        whole = branches[0] if len(branches) == 1 and len(branches[0]) == 1 else "(?:" + "|".join(branches) + ")"
        return whole + "?"
    return "(?:" + "|".join([*branches, ending]) + ")"


def _one_of(chars: list[str]) -> str:
    if chars == ["#"]:
        return "[0-9]"
    if len(chars) == 1:
        return SPACE if chars[0] == " " else re.escape(chars[0])
    return "(?:" + "|".join(map(_single, chars)) + ")" if " " in chars or "#" in chars else _class(chars)


def _single(char: str) -> str:
    return _one_of([char])


def _class(chars: list[str]) -> str:
    return "[" + "".join("\\" + c if c in "]\\^-" else c for c in chars) + "]"
