"""Pages of a book or a paper joined to one text: running heads off, divided words and sentences whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})[-\u00ad]\n(?=[a-zß-ÿ]{2})")
_SOFT = re.compile("\u00ad")
_NUMBERS = re.compile(r"[0-9ivxl]{1,6}")
_FINAL = frozenset(".!?…:\"'”’»)")


def joined(pages: Sequence[str]) -> tuple[str, list[int]]:
    """The text, and where in it each page begins."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for page in _bared([_lines(page) for page in pages]):
        text = _SOFT.sub("", _HYPHEN.sub("", "\n".join(page))).strip("\n")
        if parts and text:
            before = parts[-1]
            divided = before.endswith("-") and len(before) > 2 and before[-2].isalpha() and text[0].islower()
            if divided:
                parts[-1] = before[:-1]
                length -= 1
            gap = "" if divided else "\n" if text[0].islower() or before[-1] not in _FINAL else "\n\n"
            parts.append(gap)
            length += len(gap)
        starts.append(length)
        if text:
            parts.append(text)
            length += len(text)
    return "".join(parts), starts


def _lines(page: str) -> list[str]:
    return [line.rstrip() for line in page.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _bared(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the first and last lines that most pages share but for numbers."""
    if len(pages) < 4:
        return pages
    heads = Counter(_shape(page, first=True) for page in pages)
    feet = Counter(_shape(page, first=False) for page in pages)
    return [_without(_without(page, heads, len(pages), first=True), feet, len(pages), first=False) for page in pages]


def _edge(page: list[str], *, first: bool) -> int | None:
    """Index of the first or last line with words."""
    order = range(len(page)) if first else range(len(page) - 1, -1, -1)
    return next((n for n in order if page[n].strip()), None)


def _shape(page: list[str], *, first: bool) -> str:
    place = _edge(page, first=first)
    return "" if place is None else _NUMBERS.sub("0", page[place].strip().lower())


def _without(page: list[str], shapes: Counter[str], pages: int, *, first: bool) -> list[str]:
    shape = _shape(page, first=first)
    place = _edge(page, first=first)
    if place is None or shapes[shape] * 5 < pages * 2 or len(shape) > 120:
        return page
    return page[:place] + page[place + 1 :]
