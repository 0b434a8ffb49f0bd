"""Sections headed by a year: `2006: Civil war`, `1919`. What they tell without a year is of that year."""

from __future__ import annotations

import re
from bisect import bisect_right

_HEADING = re.compile(r"(?m)^(?![ \t]*[-*|>•])[#= \t]{0,8}(\S[^\n]{0,78}?)[#= \t]{0,8}$")
_YEAR = re.compile(r"((?:1[0-9]|20)[0-9]{2})(?![0-9]|\s?[-–—/]\s?[0-9])\b")
_SENTENCE = re.compile(r"[.!?;,][\"')\u201d]?$|[.!?] ")


class Sections:
    """Where sections begin, and the year each is headed by, if it is."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._years: list[int | None] = []
        for heading in _HEADING.finditer(text):
            if _SENTENCE.search(heading[1]):
                continue
            year = _YEAR.match(heading[1])
            self._starts.append(heading.end())
            self._years.append(int(year[1]) if year else None)

    def year(self, offset: int) -> int | None:
        """The year that heads the section of an offset; None where none does."""
        number = bisect_right(self._starts, offset) - 1
        return self._years[number] if number >= 0 else None
