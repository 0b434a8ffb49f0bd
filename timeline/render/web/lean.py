"""Our own script and style as they are sent: without comments and white space, the script's own names shortened.

The sources are written for people; from them this makes, always in the same way, what the page carries. It knows as
much of JavaScript as they use: statements end with `;`, comments are `//`, no labels, no template inside a template.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING

from timeline.render.web.names import shortened
from timeline.render.web.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_STYLE = re.compile(r"\s*([{};,>]|:(?= ))\s*")
_COMMENT = re.compile(r"/\*[^*]*\*/")
_PROPERTY = re.compile(r"--[a-z]+")
_BEFORE_BLOCK = frozenset((")", "=>", "else", "do", ";", "{", "}"))
"""After these a `{` begins a block; elsewhere an object or a pattern."""
_END = Token("sign", ";")


def style(source: str, foreign: Collection[str] = ()) -> str:
    """CSS without comments and white space that means nothing; its own properties shortened, but the `foreign` ones."""
    lean = _STYLE.sub(r"\1", " ".join(_COMMENT.sub("", source).split())).replace(";}", "}")
    used = Counter(_PROPERTY.findall(lean))
    own = sorted(set(used) - set(foreign), key=lambda name: (-used[name], name))
    free = (f"--{letter}" for letter in ascii_lowercase if f"--{letter}" not in used)
    short = dict(zip(own, free, strict=False))
    return _PROPERTY.sub(lambda found: short.get(found[0], found[0]), lean)


def script(source: str) -> str:
    """JavaScript with the same meaning."""
    words = [_END, *_joined([*tokens(source), _END]), _END]
    short, brackets, written = shortened(words), [""], [""]
    for before, (kind, told), after in zip(words, words[1:], words[2:], strict=False):
        if told in ("(", "[", "{") and kind == "sign":
            brackets.append("block" if told == "{" and before.told in _BEFORE_BLOCK else told)
        elif told in (")", "]", "}") and kind == "sign":
            brackets.pop()
        word = told
        if kind == "name" and told in short and before.told != ".":
            is_inner = brackets[-1] == "{" and before.told in ("{", ",")
            is_key = is_inner and after.told == ":"
            word = told if is_key else f"{told}:{short[told]}" if is_inner else short[told]
        written.append(f" {word}" if _is_lost(written[-1][-1:], word[0]) else word)
    return "".join(written)


def _joined(words: Sequence[Token]) -> Iterator[Token]:
    """`const a = 1; const b = 2;` as one statement, and none ended where its block ends."""
    begun, is_said = [""], False
    for (kind, told), after in pairwise(words):
        if is_said:
            is_said = False
            continue
        begun[-1] = begun[-1] or told
        if kind == "sign" and told in "([{":
            begun.append("")
        elif kind == "sign" and told in ")]}":
            begun.pop()
            if told == "}" and after.kind == "name":
                begun[-1] = ""
        elif told == ";":
            is_said = begun[-1] == after.told and after.told in ("const", "let")
            is_needed = after.told != "}" or begun[-1] in ("for", "while")
            begun[-1] = begun[-1] if is_said else ""
            if not is_needed:
                continue
        yield Token(kind, "," if is_said else told)


def _is_lost(last: str, first: str) -> bool:
    """Two words, or `+ +`, would become one without a space between."""
    return (last == first and last in ("+", "-")) or all(sign.isalnum() or sign in ("_", "$") for sign in (last, first))
