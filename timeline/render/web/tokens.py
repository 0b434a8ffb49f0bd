"""JavaScript as words and signs: as much of the language as our own scripts use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Token(NamedTuple):
    """`name`, `number`, `text`, `sign`; a template is text around what is in its `${}`."""

    kind: str
    told: str


def tokens(source: str) -> Iterator[Token]:
    """Without white space and comments."""
    at, last = 0, "("
    while at < len(source):
        if source[at] == "`":
            for piece in _template(source, at):
                at += len(piece)
                yield from tokens(piece) if piece[0] not in "`}" else (Token("text", piece),)
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
            depth += {"{": 1, "}": -1}.get(source[end], 0)
            end += 1
        yield source[start:end]
        start = end
    yield source[start : end + 1]
