"""Past or future, from cheap cues in the clause around an expression."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages import Language

_BEFORE, _AFTER = 110, 160
_WORD = 16
_LONGEST_CUE = 64
"""Characters of the longest words right before an expression that tell the future at once."""
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<!\n)['\")\u201d]{0,2}\s+(?=[A-Z\u201c\"(])|(?<=\n)[ \t]*\n)")
"""A mark and a capital, or an empty line; one set of signs at the front lets `re` skip to the next."""
_MARK = re.compile(r"[.,;:!?()\n]")

_TIMES = ("?", "*", "+", "{")


@dataclass(frozen=True, slots=True)
class _Cues:
    verb: re.Pattern[str]
    """With the sign before it, which `re` skips to; what is no letter after it is passed over at one look."""
    at_once: re.Pattern[str]
    anew: re.Pattern[str]
    """What joins a clause to the one before and leads to a date that opens it: `, but on `."""
    will: re.Pattern[str]
    deadline: re.Pattern[str]
    aside: re.Pattern[str]
    """A clause of its own that the date ends: `, who came by `."""


@lru_cache(maxsize=32)
def _cues(language: Language) -> _Cues:
    table = language.resolve
    future, past = by_letter(table["future"]), by_letter(table["past"])
    before = by_letter(table.get("past_plan", ())) or r"(?!)"
    return _Cues(
        re.compile(rf"[^a-z'-](?=[a-z])(?:(?P<plan>{before})|(?P<future>{future})|(?P<past>{past}))(?![a-z])"),
        re.compile(rf"(?<![a-z])(?:{'|'.join(table['future_before'])})(?: the)? ?\Z"),
        re.compile(rf"[a-z0-9%),;] (?:{'|'.join(table['anew'])}) (?:{'|'.join(table['within'])}) \Z"),
        re.compile(rf" (?:{'|'.join(table['surely'])})(?![a-z'])"),
        re.compile(rf" (?:{'|'.join(table['by_then'])})(?: the)? \Z"),
        re.compile(rf", (?:{'|'.join(table['relative'])}) [^,;]+\Z"),
    )


def by_letter(cues: Iterable[str]) -> str:
    """A regex of any of the cues, the first that matches; neighbours that begin with one letter share a branch."""
    branches: list[str] = []
    run: dict[str, list[str]] = {}
    for cue in (*cues, ""):
        if cue[:1].isalpha() and cue[1:2] not in _TIMES and "|" not in cue:
            run.setdefault(cue[0], []).append(cue[1:])
            continue
        branches += [f"{letter}(?:{'|'.join(rests)})" for letter, rests in run.items()] + [cue] * bool(cue)
        run = {}
    return "|".join(branches)


def tense(text: str, start: int, end: int, language: Language) -> int:
    """-1 past, 1 future, 0 not told: by the verb nearest before in the sentence, else the first after."""
    cues = _cues(language)
    begin = max(0, start - _BEFORE)
    before = text[begin:start]
    cut = 0
    for boundary in _SENTENCE_END.finditer(before):
        if not _abbreviated(before, boundary.start(), language):
            cut = boundary.end()
    before = " " + _small(before[cut:], language)
    if cues.at_once.search(before, max(0, len(before) - _LONGEST_CUE)) and not _is_told_of(text, end, language):
        return 1
    if cues.deadline.search(before, max(0, len(before) - _LONGEST_CUE)) and cues.will.match(text[end : end + _WORD]):
        return 1  # `any who have not paid by 31 January will lose it`
    if cues.anew.search(before, max(0, len(before) - _LONGEST_CUE)) and _will(text, end, cues, language):
        return 1  # `lost in May, but on Monday it will try again`
    found = _last(cues.verb, before)
    if found is None and text[end : end + 1] == "," and cues.aside.search(before):
        return 0
    if found is None:
        after = text[end : end + _AFTER]
        found = cues.verb.search(" " + _small(after[: _stop(after, language)], language))
        if found is not None and found[0].split()[0] in language.resolve["deeds_to"]:
            return -1
    if found is None:
        return 0
    return 1 if found.lastgroup == "future" else -1


def _will(text: str, end: int, cues: _Cues, language: Language) -> bool:
    """Does the first verb after a date, before any other sign, say what will be?"""
    after = text[end : end + _AFTER]
    words = _small(after[: _stop(after, language)], language)
    found = cues.verb.search(f" {words}")
    return found is not None and cues.will.match(found[0]) is not None


def first_will(text: str, end: int, language: Language) -> bool:
    """`Saturday's | march will go ahead`: is what surely will be the first that the sentence tells behind a date?"""
    return _will(text, end, _cues(language), language)


def surely_ahead(text: str, start: int, language: Language) -> bool:
    """`will open in April`: what is surely to come, with no sign and no other verb between."""
    cues = _cues(language)
    before = " " + _small(text[max(0, start - _LONGEST_CUE) : start], language)
    found = _last(cues.verb, before)
    return found is not None and bool(cues.will.match(found[0])) and _MARK.search(before, found.end()) is None


def _small(text: str, language: Language) -> str:
    """In small letters, without the names that small letters would make verbs: `rose in May after a fall in April`."""
    return _names(language).sub(_blank, text).lower()


@lru_cache(maxsize=32)
def _names(language: Language) -> re.Pattern[str]:
    names = [*sorted(word.title() for word in language.cased), *language.resolve["verbs_in_names"]]
    return re.compile(rf"(?<=[a-z,] )(?:{'|'.join(names)})(?![a-z])")


def _blank(word: re.Match[str]) -> str:
    return "_" * len(word[0])


def _is_told_of(text: str, end: int, language: Language) -> bool:
    """`The concert planned for Saturday was cancelled`: its subject ends with the date."""
    return text[end : end + _WORD].lower().split(None, 1)[:1] in ([word] for word in language.resolve["planned_then"])


def _stop(after: str, language: Language) -> int:
    """Where the sentence ends."""
    for boundary in _SENTENCE_END.finditer(after):
        if not _abbreviated(after, boundary.start(), language):
            return boundary.start()
    return len(after)


def _abbreviated(text: str, dot: int, language: Language) -> bool:
    """`In January Mr. Lee resigned`, `at 9 a.m. Tokyo time`: the mark ends a short word, and a name follows."""
    if text[dot] != ".":
        return False
    word = text[text.rfind(" ", 0, dot) + 1 : dot]
    if not word.replace(".", "").isalpha() or (len(word) > 1 and word.lower() not in language.abbreviations):
        return False
    return text[dot + 1 : dot + _WORD].split(None, 1)[0] not in language.starters


def _last(verb: re.Pattern[str], words: str) -> re.Match[str] | None:
    """The last verb; the sign before one may be the end of the one before it."""
    found, following = None, verb.search(words)
    while following is not None:
        found, following = following, verb.search(words, following.end() - 1)
    return found
