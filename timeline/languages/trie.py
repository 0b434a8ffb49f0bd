"""A regex that finds any of many words, written as a trie: `re` walks it without trying each word."""

from __future__ import annotations

import re
from collections.abc import Iterable

SPACE = " {1,8}"
"""One blank of a pattern, in folded text: a line break counts as one, an indented wrapped line as several."""

_Node = dict[str, "_Node"]


def trie(words: Iterable[str]) -> str:
    """A non-capturing group that matches the longest of the words; `#` stands for any digit."""
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _write(root)


def _write(node: _Node) -> str:
    ends = "" in node
    by_tail: dict[str, list[str]] = {}
    for char, child in sorted(node.items()):
        if char:
            by_tail.setdefault(_write(child), []).append(char)
    branches = [_one_of(chars) + tail for tail, chars in by_tail.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    if ends and len(branches) == 1 and len(branches[0]) == 1:
        return branches[0] + "?"
    return "(?:" + "|".join(branches) + ")" + ("?" if ends else "")


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
