"""Text in, time expressions out: trigger, match, look around, read, join."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.errors import InputError
from timeline.languages import Language
from timeline.languages.rule import Rule
from timeline.languages.style import is_post
from timeline.model.expression import Shift, TimeExpression
from timeline.tag.compiled import Compiled, Family, Reader, compiled
from timeline.tag.figures import clocked
from timeline.tag.fold import fold
from timeline.tag.join import join
from timeline.tag.lead import lead, shaped
from timeline.tag.log import logged
from timeline.tag.quoted import Unquoted
from timeline.tag.reading import Reading
from timeline.tag.surroundings import objection

PIECE = 1 << 20
"""Longer texts are read in pieces, so that memory stays bounded."""

_Readings = tuple[Reading, ...] | None


class _Piece(NamedTuple):
    """A stretch of text being read."""

    text: str
    folded: str
    offset: int
    """Of the stretch in the whole text."""
    rules: Compiled


def tag(text: str, language: Language, genre: str = "auto") -> tuple[TimeExpression, ...]:
    """The time expressions of a text, by position, none overlapping. Never raises on odd text.

    `genre`: with `colloquial` (or `auto` and a text that looks like a post) bare words count too: `a fun day`, `Sat`.
    """
    if "\n>" in text or text.startswith(">"):
        plain = Unquoted(text)
        return plain.in_original(_tagged(plain.text, language, genre))
    return _tagged(text, language, genre)


def _tagged(text: str, language: Language, genre: str) -> tuple[TimeExpression, ...]:
    """The same, of a text in which no line is quoted."""
    post = genre == "colloquial" or (genre == "auto" and is_post(text))
    rules = compiled(language, post=post)
    if len(text) <= PIECE:
        return logged(join(clocked(_find(text, 0, rules), text, language), text), text, language)
    found: list[TimeExpression] = []
    start = 0
    while start < len(text):
        end = _cut(text, start)
        found += _find(text[start:end], start, rules)
        start = end
    return logged(join(clocked(found, text, language), text), text, language)


def _cut(text: str, start: int) -> int:
    """Where a piece ends: after a paragraph, a line or a word, if there is one near."""
    end = start + PIECE
    if end >= len(text):
        return len(text)
    for mark in ("\n\n", "\n", ". ", " "):
        at = text.rfind(mark, end - PIECE // 8, end)
        if at > start:
            return at + len(mark)
    return end


def _find(text: str, offset: int, rules: Compiled) -> list[TimeExpression]:
    folded = fold(text)
    piece = _Piece(text, folded, offset, rules)
    found: list[TimeExpression] = []
    done = 0
    families = rules.families
    for trigger in rules.trigger.finditer(folded):
        at = trigger.end()
        if at < done:
            continue
        family = families[trigger[1]]
        match: re.Match[str] | None
        if family.match is None:
            one = family.first(folded, at)
            if one is None:
                continue
            match, reader = one
        else:
            match = family.match(folded, at)
            if match is None:
                continue
            reader = family.readers[match.lastindex - 1]  # type: ignore[operator]
        readings = _accepted(piece, match, reader)
        if readings is None:
            match, reader, readings = _second_choice(piece, at, reader, family)
        if readings is None or match is None:
            continue
        for reading in readings:
            found.append(_expression(piece, match, reader.rule, reading, done))
        done = match.end()
    return found


def _second_choice(
    piece: _Piece, at: int, refused: Reader, family: Family
) -> tuple[re.Match[str] | None, Reader, _Readings]:
    """The next rule that may begin there and is not refused."""
    for reader in family.readers:
        if reader.number <= refused.number:
            continue
        match = reader.fields.match(piece.folded, at)
        if match is not None:
            readings = _accepted(piece, match, reader)
            if readings is not None:
                return match, reader, readings
    return None, refused, None


def _accepted(piece: _Piece, match: re.Match[str], reader: Reader) -> _Readings:
    """What the rule reads, or None when what stands around forbids it."""
    if not reader.free and objection(piece.text, piece.folded, match, reader.rule, piece.rules):
        return None
    words = match[0]
    kept = reader.kept
    if words in kept:
        return kept[words]
    readings = _read(piece.folded, match.start(), reader)
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[words] = readings
    return readings


_MOST_KEPT = 2_000
"""Wordings of one rule whose readings are kept: the same few thousand make most of all text."""


def _read(folded: str, start: int, reader: Reader) -> _Readings:
    match = reader.fields.match(folded, start)
    if match is None:
        return None
    try:
        readings = reader.make(match)
    except (InputError, OverflowError):
        return None
    return (readings,) if isinstance(readings, Reading) else readings


def _expression(piece: _Piece, match: re.Match[str], rule: Rule, reading: Reading, done: int) -> TimeExpression:
    """One reading as an expression, with the words before and after that belong to it."""
    text, folded, offset, rules = piece
    at, end = match.span()
    mod, meaning, begin = reading.mod, reading.meaning, at - 1 + reading.start
    if reading.end is None:
        end += (_trailing(folded, end, rules.language) if folded.startswith(rules.trail, end) else 0) - 1
    else:
        end = at - 1 + reading.end
    if rule.lead != "none" and not reading.start:
        length = reading.type == "DURATION" or isinstance(meaning, Shift)
        before = lead(folded, at, rules.lead, rule.lead, length=length)
        if before is not None and before.start >= done:
            begin = before.start - 1
            if before.mod is not None:
                mod = before.mod
                meaning = shaped(meaning, mod)
    return TimeExpression(
        offset + begin, offset + end, text[begin:end], reading.type, reading.value, mod, rule.name, meaning
    )


def _trailing(folded: str, end: int, language: Language) -> int:
    """The length of words after a match that belong to it: `two years or so`."""
    for words in language.trail:
        if folded.startswith(words, end) and not folded[end + len(words) : end + len(words) + 1].isalnum():
            return len(words)
    return 0
