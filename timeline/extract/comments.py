"""What readers wrote below an article: nothing of it is what the article tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.languages.events import Events

ARTICLE = 200
"""Characters that stand before comments at least; a text that opens with them is a thread, and told by its writers."""
FEWEST = 2
"""Marks of comments that make a thread."""
LONGEST = 4000
"""Characters of a comment."""
HEADER = 3000
"""Characters before the first line of buttons in which the time of its comment is looked for."""
SIGNED = 80
"""Characters that a comment is signed with before the time of day: a name, a date."""
REST = 5000
"""Characters behind the last mark that belong to the comments, and the foot of the page."""
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?"
_BETWEEN = r"[\s|·•.,–-]{1,6}"
_BAR = " |"
_BARRED = rf"[0-9]{{4}}[ ,]{{1,3}}[a-zà]{{1,4}} {_CLOCK} \|"
"""`7 March 2011 at 5:22 pm | `: the little word tells it from a log and from the row of a table."""


def without(text: str, events: Events) -> str:
    """The text with blanks for whatever is a comment, every sign in its place."""
    if not any(map(text.__contains__, (_BAR, *events.buttons))):
        return text
    pieces, done = [], 0
    for start, end in _threads(text, events):
        pieces += [text[done:start], "\n" * (end - start)]
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _threads(text: str, events: Events) -> Iterator[tuple[int, int]]:
    marks, header = _patterns(events)
    thread: list[re.Match[str]] = []
    ended = 0
    for mark in (*marks.finditer(text), None):
        if mark is not None and (not thread or mark.start() - thread[-1].end() <= LONGEST):
            thread.append(mark)
            continue
        start = _opening(text, thread[0], header) if len(thread) >= FEWEST else 0
        if start >= ended + ARTICLE:
            ended = _closing(text, thread[-1].end())
            yield start, ended
        thread = [mark] if mark is not None else []


def _opening(text: str, first: re.Match[str], header: re.Pattern[str]) -> int:
    """Where the comment begins that the first mark stands beside or below."""
    if first["below"] is not None:
        headers = [found.start() for found in header.finditer(text, max(0, first.start() - HEADER), first.start())]
        return headers[-1] if headers else first.start()
    signed = max(text.rfind(end, first.start() - SIGNED, first.start()) for end in "\n.!?")
    return signed + 1 if signed > 0 else first.start()


def _closing(text: str, last: int) -> int:
    """Where the last comment ends: at an empty line, if much stands behind it."""
    blank = text.find("\n\n", last) if len(text) - last > REST else -1
    return blank if blank >= 0 else len(text)


@lru_cache
def _patterns(events: Events) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A time with a button or a bar beside it, or a line of buttons; a line that ends in a time."""
    buttons = "|".join(map(re.escape, events.buttons))
    time = rf"(?:{_CLOCK}|\b(?:{'|'.join(map(re.escape, events.ago))}))"
    line = rf"(?P<below>^[ \t]{{0,8}}(?:{buttons})(?:[ |·•.,›»-]{{1,6}}\w{{1,16}}){{0,3}}[ ›»]{{0,4}}$)"
    return (
        re.compile(rf"{time}{_BETWEEN}(?:{buttons})(?!\w)|{_BARRED}|{line}", re.MULTILINE),
        re.compile(rf"^[^\n]{{0,80}}{time}[^\w\n]{{0,4}}$", re.MULTILINE),
    )
