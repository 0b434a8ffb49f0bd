"""Letters, mails and entries in one document: each has a head that dates it, and what it tells leans on that day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from timeline.languages import Language
from timeline.languages.filed import NAME
from timeline.languages.pattern import Words

_FEWEST = 2
"""Heads that make a document one of several letters."""
_VOICE = 3
"""Words like `I` and `my` without which lines with a place and a day head no letters."""
_MARKS = r"[>*_ \t]{0,60}"
"""Signs of quoting or print before a line."""
_HEADING = re.compile(r"(?m)^#{1,6} ")
_OWN_LINE = re.compile(r"[\s>*_#.–—-]*(?:(?:no|letter)\.? )?(?:[ivxlc]{1,7}|[0-9]{1,3})?[\s.*_–—-]*\Z", re.IGNORECASE)
"""What may stand on the line before the head of a letter: nothing, or its number."""


class Head(NamedTuple):
    """The line that dates a letter."""

    start: int
    end: int
    depth: int
    """How many signs of quoting stand before it: `>> Date: …` is of what is quoted in a quotation."""


class _Cues(NamedTuple):
    """Whole lines, each with the line feed before it, to which `re` skips."""

    date: re.Pattern[str]
    """`Date: Tue, 6 Jun 2023 17:48`."""
    wrote: re.Pattern[str]
    """`On Wed, 8 Feb 2017 at 17:42, Ann Lee wrote:`, above what is quoted."""
    header: re.Pattern[str]
    """`From:`, `Subject:`."""
    place: re.Pattern[str]
    """`Erzeroum, 26th May.`, all of its line."""
    voice: re.Pattern[str]
    """`I`, `my`."""


class Letters:
    """The letters of a text, by their heads; empty for a text that is one piece, as most are."""

    def __init__(self, text: str, language: Language) -> None:
        heads = _heads(text, language)
        self._text = text
        self.heads: Sequence[Head] = heads if len(heads) >= _FEWEST else ()
        self._starts = [head.start for head in self.heads]
        self._other = _other_sections(text, self._starts) if self.heads else []

    def __bool__(self) -> bool:
        return bool(self.heads)

    def number(self, offset: int) -> int | None:
        """Which letter an offset is in: the last whose head stands above it, and no deeper in quotations."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and self.heads[number].depth and offset >= self.heads[number].end:
            depth = _depth(self._text, offset)
            while number >= 0 and self.heads[number].depth > depth:
                number -= 1
        other = bisect_right(self._other, offset) - 1
        if number >= 0 and other >= 0 and self._other[other] > self._starts[number]:
            return None
        return number if number >= 0 else None


def _other_sections(text: str, starts: Sequence[int]) -> list[int]:
    """`## The rest of it`, after `## Sunday 18 September`: where what a heading dates ends."""
    dated = {start for start in starts if text.startswith("#", start)}
    if len(dated) < _FEWEST:
        return []
    return [one.start() for one in _HEADING.finditer(text, min(dated)) if one.start() not in dated]


def _heads(text: str, language: Language) -> list[Head]:
    cues, lines = _cues(language), f"\n{text}"  # so that a line begins in `text` where its match does in `lines`
    dates = (one for one in cues.date.finditer(lines) if _is_of_mail(text, one, cues))
    found = [_head(text, one) for one in dates]
    found += [_head(text, one, quotes=1) for one in cues.wrote.finditer(lines)]
    found.sort()
    if len(found) >= _FEWEST:
        return found
    places = [one for one in cues.place.finditer(lines) if _is_own(text, one.start())]
    if len(places) < _FEWEST or sum(1 for _ in islice(cues.voice.finditer(text), _VOICE)) < _VOICE:
        return []
    return [Head(one.start(), one.end() - 1, 0) for one in places]


def _head(text: str, line: re.Match[str], quotes: int = 0) -> Head:
    return Head(line.start(), line.end() - 1, _depth(text, line.start("date") - 1) + quotes)


def _is_of_mail(text: str, date: re.Match[str], cues: _Cues) -> bool:
    """Whether a line beside `Date: …` is another header of a mail: `From: Ann Lee`, `Subject: …`."""
    above = text.rfind("\n", 0, max(date.start() - 1, 0)) + 1
    below = date.end()
    return any(cues.header.match(text, start) for start in (above, below) if start != date.start())


def _is_own(text: str, start: int) -> bool:
    """Whether the line before is empty, or holds the number of the letter: `XIX.`."""
    before = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    return _OWN_LINE.fullmatch(before) is not None


@lru_cache(maxsize=32)
def _cues(language: Language) -> _Cues:
    table = language.resolve
    names, others, on, wrote = ("|".join(table[f"mail_{one}"]) for one in ("date", "header", "on", "wrote"))
    month, weekday = _words(language, "month"), _words(language, "weekday")
    day = rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{month})|(?:{month}) [0-9]{{1,2}}(?:st|nd|rd|th)?"
    before = rf"(?:{NAME}(?:, {NAME}){{0,2}}[,.:]? {{1,3}})?(?:[A-Z][a-z]{{2,12}}[- ][A-Z][a-z]{{2,9}},? )?"
    after = rf"(?:, {NAME}){{0,2}}"  # `Saturday 10 September, Ljubljana`
    line = rf"(?:(?:{weekday}),? )?(?:{day})(?:,? [0-9]{{4}})?"
    return _Cues(
        re.compile(rf"\n{_MARKS}(?i:{names})[*_]{{0,2}}:[*_ \t]{{0,6}}(?P<date>[^\n]{{6,80}})(?=\n|\Z)"),
        re.compile(rf"\n{_MARKS}(?i:{on}) (?P<date>[^\n]{{6,60}}), [^\n]{{2,80}} (?i:{wrote}):[ \t]*(?=\n|\Z)"),
        re.compile(rf"{_MARKS}(?i:{others})[*_]{{0,2}}:"),
        re.compile(rf"\n(?:#{{1,6}} |[ \t*_]{{0,60}}){before}(?P<date>{line}){after}[.*_]{{0,3}}[ \t]*(?=\n|\Z)"),
        re.compile(rf"\b(?:{'|'.join(table['own_voice'])})\b"),
    )


def _words(language: Language, name: str) -> str:
    lexicon = language.lexicon.get(name)
    words = lexicon.values if isinstance(lexicon, Words) else ()
    return "|".join(sorted((re.escape(word.title()) for word in words), key=len, reverse=True)) or "(?!)"


def _depth(text: str, offset: int) -> int:
    """The signs of quoting before the line of an offset."""
    begin = text.rfind("\n", 0, offset) + 1
    line = text[begin : begin + 60]
    return line[: len(line) - len(line.lstrip("> \t"))].count(">")
