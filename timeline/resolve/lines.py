"""What a place in a text is to its line: its opening, or the heading of a log."""

from __future__ import annotations

import re

_SIGNS = 8
"""Bullets, brackets and blanks that may open a line."""
_NUMBERED = re.compile(r"[ \t#*_>•·-]{0,8}(?:[A-Za-z0-9]{1,3}[.)] {1,3})?[*_]{0,2}")
_CLOSED = re.compile(r"[ \t.:*_]{0,6}(?:\n|\Z)")
_LONGEST_TITLE = 60
_ENTRY_BELOW = re.compile(r"[^\n]*\n[ \t*•·-]{0,6}[0-2][0-9][:.]?[0-5][0-9](?![0-9])")


def opens_line(text: str, start: int) -> bool:
    """Whether nothing but signs stands before a place in its line."""
    near = max(start - _SIGNS, 0)
    first = max(text.rfind("\n", near, start) + 1, near)
    before = text[max(first - 1, 0) : start]
    return not any(sign.isalnum() for sign in before) and (first < 1 or before[:1] == "\n")


def heads_log(text: str, start: int) -> bool:
    """`NIGHT WATCH 16/17 NOVEMBER`, the first line of its paragraph, and a time of day opens the line below."""
    begin = text.rfind("\n", 0, start) + 1
    opens = not begin or text[max(0, begin - 2) : begin] == "\n\n"
    return opens and _ENTRY_BELOW.match(text, start) is not None


def is_title(text: str, start: int, end: int) -> bool:
    """`Day 1 (16 February 2017)`, `Events of 3 May`: on a short line that opens its paragraph and is no sentence."""
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if stop < 0 or stop - begin > _LONGEST_TITLE or text[stop - 1] in ".,;!?":
        return False
    return not begin or text[max(0, begin - 2) : begin] == "\n\n"


def is_heading(text: str, start: int, end: int) -> bool:
    """`B. Thursday 16 February 2017`, `## 3 May`: all of its line but for its number, over an empty line."""
    begin = text.rfind("\n", 0, start) + 1
    closed = _CLOSED.match(text, end)
    below = closed is not None and text[closed.end() : closed.end() + 1] in ("", "\n")
    return below and _NUMBERED.fullmatch(text, begin, start) is not None
