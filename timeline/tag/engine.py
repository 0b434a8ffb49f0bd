"""Text in, time expressions out: trigger, match, look around, read, join."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.errors import InputError
from timeline.languages import Language
from timeline.languages.style import is_post
from timeline.model.expression import Shift, TimeExpression
from timeline.tag.compiled import Compiled, compiled
from timeline.tag.fold import fold
from timeline.tag.join import join
from timeline.tag.lead import lead, shaped
from timeline.tag.reading import Reading
from timeline.tag.surroundings import objection

PIECE = 1 << 20
"""Longer texts are read in pieces, so that memory stays bounded."""
_MOST_KEPT = 50_000

_Readings = tuple[Reading, ...] | None
_kept: dict[tuple[str, int, str], _Readings] = {}
"""(language, rule, folded words) → readings: the same few thousand wordings make most of all text."""


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
    post = genre == "colloquial" or (genre == "auto" and is_post(text))
    rules = compiled(language, post=post)
    if len(text) <= PIECE:
        return join(_find(text, 0, rules), text)
    found: list[TimeExpression] = []
    start = 0
    while start < len(text):
        end = _cut(text, start)
        found += _find(text[start:end], start, rules)
        start = end
    return join(found, text)


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
        head = trigger[1]
        family = families.get(head) or rules.family(head)
        match = family.match(folded, at)
        if match is None:
            continue
        number = family.rules[match.lastindex - 1]  # type: ignore[operator]
        readings = _accepted(piece, match, number)
        if readings is None:
            match, number, readings = _second_choice(piece, at, number, family.rules)
        if readings is None or match is None:
            continue
        for reading in readings:
            found.append(_expression(piece, match, number, reading, done))
        done = match.end()
    return found


def _second_choice(
    piece: _Piece, at: int, refused: int, numbers: tuple[int, ...]
) -> tuple[re.Match[str] | None, int, _Readings]:
    """The next rule that may begin there and is not refused."""
    for number in numbers:
        if number <= refused:
            continue
        match = piece.rules.fields(number).match(piece.folded, at)
        if match is not None:
            readings = _accepted(piece, match, number)
            if readings is not None:
                return match, number, readings
    return None, refused, None


def _accepted(piece: _Piece, match: re.Match[str], number: int) -> _Readings:
    """What the rule reads, or None when what stands around forbids it."""
    text, folded, _, rules = piece
    if not rules.free[number] and objection(text, folded, match, rules.rules[number], rules):
        return None
    key = (rules.name, number, match[0])
    try:
        return _kept[key]
    except KeyError:
        readings = _read(folded, match.start(), number, rules)
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = readings
        return readings


def _read(folded: str, start: int, number: int, rules: Compiled) -> _Readings:
    match = rules.fields(number).match(folded, start)
    if match is None:
        return None
    try:
        readings = rules.make(number, match)
    except (InputError, OverflowError):
        return None
    return (readings,) if isinstance(readings, Reading) else readings


def _expression(piece: _Piece, match: re.Match[str], number: int, reading: Reading, done: int) -> TimeExpression:
    """One reading as an expression, with the words before and after that belong to it."""
    text, folded, offset, rules = piece
    rule, at = rules.rules[number], match.start()
    begin, mod, meaning = at - 1 + reading.start, reading.mod, reading.meaning
    if reading.end is None:
        end = match.end()
        end += (_trailing(folded, end, rules.language) if folded.startswith(rules.trail, end) else 0) - 1
    else:
        end = at - 1 + reading.end
    if rule.lead != "none" and not reading.start:
        length = reading.type == "DURATION" or isinstance(meaning, Shift)
        before = lead(folded, at, rules.lead, rule.lead, length=length)
        if before is not None and before.start >= done:
            begin = before.start - 1
            mod = before.mod or mod
            meaning = shaped(meaning, before.mod)
    return TimeExpression(
        offset + begin, offset + end, text[begin:end], reading.type, reading.value, mod, rule.name, meaning
    )


def _trailing(folded: str, end: int, language: Language) -> int:
    """The length of words after a match that belong to it: `two years or so`."""
    for words in language.trail:
        if folded.startswith(words, end) and not folded[end + len(words) : end + len(words) + 1].isalnum():
            return len(words)
    return 0
