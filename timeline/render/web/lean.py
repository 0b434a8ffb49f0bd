"""Our own script and style as they are sent: without comments and white space, the script's own names shortened.

The sources are written for people; from them this makes, always in the same way, what the page carries. It knows as
much of JavaScript as they use: statements end with `;`, comments are `//`, no labels, no template inside a template.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, product
from string import ascii_letters
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STYLE = re.compile(r"\s*([{};,>]|:(?= ))\s*")
_TOKEN = re.compile(
    r"""(?P<gap>\s+|//[^\n]*)
    |(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<number>[0-9][\w.]*)
    |(?P<sign>\.\.\.|\+\+|--|=>|.)""",
    re.VERBOSE,
)
_EXPRESSION = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/[a-z]*")
_BEFORE_EXPRESSION = frozenset("(,=:[!&|?{};")
"""After these a `/` begins a regular expression; elsewhere it divides."""
_PIECE = re.compile(r"[^`$\\]|\\.|\$(?!\{)")
_DECLARING = frozenset(("const", "let", "function"))
_BEFORE_BLOCK = frozenset((")", "=>", "else", "do", ";", "{", "}"))
"""After these a `{` begins a block; elsewhere an object or a pattern."""
_DEPTHS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}


class Token(NamedTuple):
    """`name`, `number`, `text`, `sign`; a template is text around what is in its `${}`."""

    kind: str
    told: str


def style(source: str) -> str:
    """CSS without white space that means nothing; a `;` before `}` is none either."""
    return _STYLE.sub(r"\1", " ".join(source.split())).replace(";}", "}")


def script(source: str) -> str:
    """JavaScript with the same meaning."""
    tokens = [Token("sign", ";"), *_tokens(source), Token("sign", ";")]
    short, brackets, written = _shortened(tokens), [""], [""]
    for before, (kind, told), after in zip(tokens, tokens[1:], tokens[2:], strict=False):
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


def _is_lost(last: str, first: str) -> bool:
    """Two words, or `+ +`, would become one without a space between."""
    return (last == first and last in ("+", "-")) or all(sign.isalnum() or sign in ("_", "$") for sign in (last, first))


def _tokens(source: str) -> Iterator[Token]:
    at, last = 0, "("
    while at < len(source):
        if source[at] == "`":
            for piece in _template(source, at):
                at += len(piece)
                yield from _tokens(piece) if piece[0] not in "`}" else (Token("text", piece),)
            last = "`"
            continue
        found = _TOKEN.match(source, at)
        assert found is not None
        if found[0] == "/" and (last in _BEFORE_EXPRESSION or last == "return"):
            found = _EXPRESSION.match(source, at)
            assert found is not None
        at = found.end()
        if found.lastgroup != "gap":
            last = found[0]
            yield Token(found.lastgroup or "text", found[0])


def _template(source: str, at: int) -> Iterator[str]:
    """A template from its first backtick: text and code in turn; texts begin with a backtick or a brace."""
    start, end = at, at + 1
    while source[end] != "`":
        if piece := _PIECE.match(source, end):
            end = piece.end()
            continue
        yield source[start : end + 2]
        start = end = end + 2
        depth = 0
        while source[end] != "}" or depth:
            depth += _DEPTHS.get(source[end], 0) if source[end] in "{}" else 0
            end += 1
        yield source[start:end]
        start = end
    yield source[start : end + 1]


def _shortened(tokens: Sequence[Token]) -> dict[str, str]:
    """A short name for each that is declared here, none of which is there already; the most used have the shortest."""
    used = Counter(token.told for token in tokens if token.kind == "name")
    own = sorted(_declared(tokens), key=lambda name: (-used[name] * (len(name) - 1), name))
    letters = (*ascii_letters, *map("".join, product(ascii_letters, ascii_letters)))
    free = (name for name in letters if name not in used)
    return {name: short for name, short in zip(own, free, strict=False) if len(short) < len(name)}


def _declared(tokens: Sequence[Token]) -> set[str]:
    """Names right after `const`, `let`, `function`, and parameters; those inside a pattern keep their names."""
    names: set[str] = set()
    for place, (before, (kind, told)) in enumerate(pairwise(tokens), start=1):
        if kind == "name" and before.told in _DECLARING:
            names.add(told)
        if told == "(" and tokens[place - 2].told == "function":
            names |= _parameters(tokens, place)
        if told == "=>":
            names |= {before.told} if before.kind == "name" else _parameters(tokens, _opening(tokens, place - 1))
    return names


def _parameters(tokens: Sequence[Token], opening: int) -> set[str]:
    """Names directly inside these brackets, after the opening one or a comma."""
    names, depth = set(), 0
    for before, (kind, told) in pairwise(tokens[opening:]):
        depth += _DEPTHS.get(before.told, 0)
        if not depth:
            break
        if kind == "name" and depth == 1 and before.told in ("(", ","):
            names.add(told)
    return names


def _opening(tokens: Sequence[Token], closing: int) -> int:
    """Where the bracket opens that closes there."""
    depth, place = 0, closing
    while depth or place == closing:
        depth -= _DEPTHS.get(tokens[place].told, 0)
        place -= 1
    return place + 1
