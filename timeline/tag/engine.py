"""Text in, time expressions out: trigger, match, guard, read, join."""

from __future__ import annotations

import re

from timeline.errors import InputError
from timeline.languages import Language
from timeline.languages.rule import Rule
from timeline.languages.style import is_post
from timeline.model.expression import Shift, TimeExpression
from timeline.tag.compiled import Compiled, compiled
from timeline.tag.fold import fold
from timeline.tag.join import join
from timeline.tag.lead import lead, shaped
from timeline.tag.reading import Reading

PIECE = 1 << 20
"""Longer texts are read in pieces, so that memory stays bounded."""
_LOOK_BACK = 48
_MOST_KEPT = 50_000

_Readings = tuple[Reading, ...] | None
_kept: dict[tuple[str, int, str], _Readings] = {}
"""(language, rule, folded words) → readings: the same few thousand wordings make most of all text."""


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
        readings = _accepted(text, folded, match, number, rules)
        if readings is None:
            match, number, readings = _second_choice(text, folded, at, number, family.rules, rules)
        if readings is None or match is None:
            continue
        _place(found, text, folded, match, rules.rules[number], readings, offset, done, rules.language)
        done = match.end()
    return found


def _second_choice(
    text: str, folded: str, at: int, refused: int, numbers: tuple[int, ...], rules: Compiled
) -> tuple[re.Match[str] | None, int, _Readings]:
    """The next rule that may begin there and is not refused."""
    for number in numbers:
        if number <= refused:
            continue
        match = rules.fields(number).match(folded, at)
        if match is not None:
            readings = _accepted(text, folded, match, number, rules)
            if readings is not None:
                return match, number, readings
    return None, refused, None


def _accepted(text: str, folded: str, match: re.Match[str], number: int, rules: Compiled) -> _Readings:
    """What the rule reads, or None when what stands around forbids it."""
    rule = rules.rules[number]
    start = match.start()
    if not _context(text, folded, start, match.end(), rule, rules):
        return None
    key = (rules.name, number, match[0])
    try:
        return _kept[key]
    except KeyError:
        readings = _read(folded, start, number, rules)
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[key] = readings
        return readings


def _context(text: str, folded: str, start: int, end: int, rule: Rule, rules: Compiled) -> bool:
    """Whether what stands around lets it be a time; `refusal` says in words what does not."""
    before = folded[start - 1]
    if rule.forbids_char and before in rule.forbids_char:
        return False
    if rule.cased and not _capital(text, folded, start, end, rules.language.cased):
        return False
    if rule.after and not _stands_after(folded, start, rule):
        return False
    if rule.not_after and before == " " and _last_word(folded, start) in rule.not_after:
        return False
    if rule.needs and not rules.before(rule.needs).search(folded, max(0, start - _LOOK_BACK), start):
        return False
    if rule.forbids and rules.before(rule.forbids).search(folded, max(0, start - _LOOK_BACK), start):
        return False
    return not rule.guard or rules.guard(rule)(text, start - 1, end - 1)


def refusal(text: str, folded: str, match: re.Match[str], number: int, rules: Compiled) -> str:
    """Why a rule that matched was not taken, in words."""
    rule, start, end = rules.rules[number], match.start(), match.end()
    if rule.forbids_char and folded[start - 1] in rule.forbids_char:
        return f'stands after "{folded[start - 1]}"'
    if rule.cased and not _capital(text, folded, start, end, rules.language.cased):
        return "written small, it is another word"
    if rule.after and not _stands_after(folded, start, rule):
        return f'counts only after certain words, not after "{_last_word(folded, start)}"'
    if rule.not_after and _last_word(folded, start) in rule.not_after:
        return f'stands after "{_last_word(folded, start)}"'
    if rule.needs and not rules.before(rule.needs).search(folded, max(0, start - _LOOK_BACK), start):
        return "what stands before is not what it needs"
    if rule.forbids and rules.before(rule.forbids).search(folded, max(0, start - _LOOK_BACK), start):
        return "what stands before makes it something else"
    if rule.guard and not rules.guard(rule)(text, start - 1, end - 1):
        return "part of a name or a code"
    return "no such time exists, or it is an age or a rate"


def _stands_after(folded: str, start: int, rule: Rule) -> bool:
    before = folded[start - 1]
    return before in rule.after_char if before != " " else _last_word(folded, start) in rule.after


def _capital(text: str, folded: str, start: int, end: int, cased: frozenset[str]) -> bool:
    """No word of the match that is also a common word is written small."""
    at = start
    for word in folded[start:end].split(" "):
        if word.rstrip(".") in cased and not text[at - 1].isupper():
            return False
        at += len(word) + 1
    return True


def _last_word(folded: str, start: int) -> str:
    return folded[folded.rfind(" ", max(0, start - 18), start - 1) + 1 : start - 1].lstrip('("\u201c\n')


def _read(folded: str, start: int, number: int, rules: Compiled) -> _Readings:
    match = rules.fields(number).match(folded, start)
    if match is None:
        return None
    try:
        readings = rules.make(number, match)
    except (InputError, OverflowError):
        return None
    return (readings,) if isinstance(readings, Reading) else readings


def _place(
    found: list[TimeExpression], text: str, folded: str, match: re.Match[str], rule: Rule,
    readings: tuple[Reading, ...], offset: int, done: int, language: Language,
) -> None:  # fmt: skip
    """Append the expressions of one match, with what stands before it and belongs to it."""
    start = match.start() - 1
    for reading in readings:
        begin = start + reading.start
        end = match.end() - 1 if reading.end is None else start + reading.end
        mod, meaning = reading.mod, reading.meaning
        if reading.end is None:
            end += _trailing(folded, match.end(), language)
        if rule.lead != "none" and not reading.start:
            length = reading.type == "DURATION" or isinstance(meaning, Shift)
            before = lead(folded, match.start(), language, rule.lead, length=length)
            if before is not None and before.start >= done:
                begin = before.start - 1
                mod = before.mod or mod
                meaning = shaped(meaning, before.mod)
        found.append(
            TimeExpression(
                offset + begin, offset + end, text[begin:end], reading.type, reading.value, mod, rule.name, meaning
            )
        )


def _trailing(folded: str, end: int, language: Language) -> int:
    """The length of words after a match that belong to it: `two years or so`."""
    if not folded.startswith(" ", end):
        return 0
    for words in language.trail:
        if folded.startswith(words, end) and not folded[end + len(words) : end + len(words) + 1].isalnum():
            return len(words)
    return 0
