"""Lines of a text and what each one is, seen by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """One line, trimmed: `[start, end)` of the text; `margin` is where it began before trimming."""

    margin: int
    start: int
    end: int

    @property
    def indent(self) -> int:
        return self.start - self.margin


FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]{0,8}\r?\n(?=[A-Za-z_][\w-]{0,40}[ \t]{0,8}:)"
    r"(?:[^\n]{0,2000}\n){1,200}?(?:---|\.\.\.)[ \t]{0,8}\r?(?:\n|\Z)"
)
"""The block of `key: value` lines at the top of a Markdown file: facts about the text, not text."""

_BREAK = re.compile(r"[\n\r\x0c\u2028\u2029](?<!\r(?=\n))")  # of a "\r\n" the last sign is the break
_NEWLINE = re.compile("\n")  # the only one of most texts; `re` leaps to it
_RARE_BREAKS = ("\r", "\x0c", "\u2028", "\u2029")
_WORDS = re.compile(r"\S")

# The first sign of a line that may be more than prose; most lines are told to be prose by this set alone.
_SUSPECT = frozenset("#>|-*+•‣◦–—=_`~([0123456789abcdefghivxABCDEFGHIVX")
_HEADING = re.compile(r"#{1,6}[ \t]{1,8}")
_RULE = re.compile(r"(?:[-*_=~][ \t]{0,3}){3,}\Z")
_SETEXT = re.compile(r"(?:={2,}|-{2,})\Z")
_FENCE = re.compile(r"```|~~~")
_SEPARATOR = re.compile(r"\|?[ \t]{0,8}:?-{2,}:?[ \t]{0,8}(?:\|[ \t]{0,8}:?-{1,}:?[ \t]{0,8}){0,200}\|?\Z")
_BULLET = re.compile(r"(?:[-*+•‣◦–—])[ \t]{1,8}(?:\[[ xX]\][ \t]{1,4})?(?=\S)")
_NUMBER = re.compile(
    r"(?:[0-9]{1,3}[.)]|[0-9]{1,2}\.[1-9](?=[ \t]{1,8}[A-Z])|\([0-9]{1,3}\)|\((?:[a-z]|[ivx]{1,5})\)|[a-zA-Z]\))"
    r"[ \t]{1,8}(?=\S)"
)
_QUOTE = re.compile(r"(?:>[ \t]{0,4}){1,20}")

FINAL = frozenset(".!?…。！？։।۔")
"""Signs that end a sentence."""
CLOSING = frozenset("\"'”’»)]}*_")
"""Signs that may follow them and still belong to the sentence."""


MOST = 4096
"""Lines of one run; a longer one (a log without blank lines) is cut behind a line that ends as a sentence does."""


def paragraphs(text: str, start: int = 0) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between them (a form feed counts as one)."""
    run: list[Line] = []
    position, length = start, len(text)
    breaks = _BREAK if any(sign in text for sign in _RARE_BREAKS) else _NEWLINE
    while position < length:
        newline = breaks.search(text, position)
        end = newline.start() if newline else length
        line = trimmed(text, position, end)
        if line.start < line.end:
            if len(run) >= MOST and (len(run) >= 2 * MOST or is_final(text, run[-1].end, run[-1].start)):
                yield run
                run = []
            run.append(line)
        elif run:
            yield run
            run = []
        if newline is None:
            break
        position = newline.end() if run else _after_blanks(text, newline.end())
        if run and text[newline.start()] == "\x0c":
            yield run
            run = []
    if run:
        yield run


def _after_blanks(text: str, position: int) -> int:
    """Where the next line with words begins, if many without any lie between."""
    if not text.startswith("\n\n\n", position):
        return position
    words = _WORDS.search(text, position)
    return text.rfind("\n", position, words.start()) + 1 if words else len(text)


def trimmed(text: str, start: int, end: int) -> Line:
    """The span without white space at its ends."""
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return Line(start, start, end)
    bare = text[start:end]
    left = len(bare) - len(bare.lstrip())
    return Line(start, start + left, max(start + left, start + len(bare.rstrip())))


def mark(text: str, line: Line) -> tuple[str, int]:
    """What a line is by its first signs, and where its words begin.

    `prose` | `heading` | `bullet` | `number` | `quote` | `row` | `rule` (says nothing) | `fence` | `underline`.
    """
    start, end = line.start, line.end
    if text[start] not in _SUSPECT:
        return ("row", start) if text.count("\t", start, end) > 1 else ("prose", start)
    for kind, pattern in _MARKS:
        found = pattern.match(text, start, end)
        if found:
            return kind, min(found.end(), end)
    if text[start] == "|":
        return "row", start + 1
    return ("row", start) if text.count("\t", start, end) > 1 else ("prose", start)


_MARKS = (
    ("fence", _FENCE),
    ("underline", _SETEXT),
    ("rule", _RULE),
    ("rule", _SEPARATOR),
    ("heading", _HEADING),
    ("bullet", _BULLET),
    ("number", _NUMBER),
    ("quote", _QUOTE),
)


def is_final(text: str, end: int, start: int) -> bool:
    """Whether the words that end at `end` end as a sentence does, closing quotes and brackets aside."""
    position = end - 1
    while position > start and text[position] in CLOSING:
        position -= 1
    return text[position] in FINAL
