"""Sections headed by a year: `2006: Civil war`, `1919`; `Letters home, 1916`. What they tell is of that year."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.languages import Language
from timeline.languages.pattern import Words

_HEADING = re.compile(r"(?m)^(?![ \t]*[-*|>•])[#= \t]{0,8}(\S[^\n]{0,78}?)[#= \t]{0,8}$")
_YEAR = re.compile(r"((?:1[0-9]|20)[0-9]{2})(?![0-9]|\s?[-–—/]\s?[0-9])\b")
_SENTENCE = re.compile(r"[.!?;,][\"')\u201d]?$|[.!?] ")

_WRAPPED = 60
"""Characters of a line that was broken because it was full."""


def _is_entry(line: str, language: Language) -> bool:
    """`June – The library opens`, `12 March: rain`: an entry of the section, not the head of another."""
    words = [word.strip(".,:*_").lower() for word in line.split(None, 2)[:2]]
    months = language.lexicon.get("month")
    known = months.values if isinstance(months, Words) else {}
    return words[0] in known or (words[0][:1].isdecimal() and words[-1] in known)


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """`… came on 5 May | 2005 and, after a year, left for | good.`: lines of one paragraph, none of them a heading."""
    before, after = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)], text[end + 1 : end + 2]
    if not before.strip() or _SENTENCE.search(before.rstrip()[-2:]) or _YEAR.match(before.lstrip("#= ")):
        return False
    return after.islower() or len(before) >= _WRAPPED


class Sections:
    """Where sections begin, and the year each is headed by, if it is."""

    def __init__(self, text: str, language: Language) -> None:
        self._starts: list[int] = []
        self._years: list[int | None] = []
        self._heads: list[tuple[int, int]] = []
        for heading in _HEADING.finditer(text):
            if _SENTENCE.search(heading[1]):
                continue
            year = _YEAR.match(heading[1])
            if year is not None and _is_wrapped(text, *heading.span()):
                continue
            if year is None and _is_entry(heading[1], language):
                continue
            self._starts.append(heading.end())
            self._years.append(int(year[1]) if year else None)
            self._heads.append(heading.span(1))

    def year(self, offset: int) -> int | None:
        """The year that heads the section of an offset; None where none does."""
        number = bisect_right(self._starts, offset) - 1
        return self._years[number] if number >= 0 else None

    def head(self, offset: int) -> tuple[int, int]:
        """From where to where the heading of an offset's section goes; two equal numbers where none stands above."""
        number = bisect_right(self._starts, offset) - 1
        return self._heads[number] if number >= 0 else (0, 0)
