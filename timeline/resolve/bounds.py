"""Prepositions that open or spread a date: since, until, before, during."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages import Language

_LONGEST = 14
_SENTENCE = 110
"""Characters of a sentence before a date that may say what was only meant."""
_CLAUSE = 70
_MOST_WORDS = 4
SENSES = ("since", "until", "before", "after", "during", "from", "by", "put_off")
"""`put_off`: `has been postponed until October`, which is when it will be; no bound at all."""


@dataclass(frozen=True, slots=True)
class Prepositions:
    """The words of a language that bound a date."""

    by_last: Mapping[str, tuple[tuple[str, str], ...]]
    """Last word → (preposition, sense)."""
    fillers: frozenset[str]
    """What may stand between the preposition and the date: `since in or about 2012`."""
    denied: re.Pattern[str]
    """What was denied up to a date: `No ship came until May`, `did not reach it until 07:15`."""


@lru_cache(maxsize=32)
def prepositions(language: Language) -> Prepositions:
    """Those of a language."""
    table = language.resolve
    found: dict[str, list[tuple[str, str]]] = {}
    for sense in SENSES:
        for words in table.get(sense, ()):
            found.setdefault(words.split()[-1], []).append((words, sense))
    no, behind = "|".join(table["denied_opening"]), "|".join(table["denied_behind"])
    words = "|".join(rf"\b{word}" for word in table["denied"])
    denied = rf"(?:{words}|{'|'.join(table['denied_short'])}|(?:^|[.;:,]\s|\n|\b(?:{behind})\s)(?i:{no}))\b[^.;]*\Z"
    return Prepositions(
        {last: tuple(sorted(entries, key=lambda e: -len(e[0]))) for last, entries in found.items()},
        frozenset(table["bound_fillers"]),
        re.compile(denied),
    )


def bound(text: str, start: int, words: Prepositions) -> str:
    """The sense of the preposition right before an expression, or empty."""
    end = start
    for _ in range(_MOST_WORDS):
        end -= 1
        if end < 1 or text[end] not in " \n":
            return ""
        begin = text.rfind(" ", max(0, end - _LONGEST), end) + 1
        begin = max(begin, text.rfind("\n", begin, end) + 1)
        word = text[begin:end].lower()
        if word not in words.by_last and not word.isalpha():
            word = word.lstrip('(\u201c"*_[')
        for phrase, sense in words.by_last.get(word, ()):
            if word == phrase or text[max(0, end - len(phrase)) : end].lower() == phrase:
                point = sense == "put_off" or (
                    sense == "until" and (_denied(text, start, words) or _put_off(text, start, words))
                )
                return "" if point else sense
        if word not in words.fillers:
            return ""
        end = begin
    return ""


def closely(text: str, start: int, language: Language) -> bool:
    """`just before Christmas`: about then, not at any time up to it."""
    before = text[max(0, start - 2 * _LONGEST) : start].lower().split()
    while before and before[-1] in language.resolve["bound_fillers"]:
        before.pop()
    return len(before) > 1 and before[-1] in language.resolve["before"] and before[-2] in language.resolve["closely"]


def aims(text: str, start: int, language: Language) -> bool:
    """`for Tuesday's game`: does the word before an expression look ahead?"""
    before = text[max(0, start - _LONGEST) : start].lower().split()
    return bool(before) and before[-1] in language.resolve["aim"]


def over(text: str, start: int, language: Language) -> bool:
    """`the quarter ended Oct. 31`, `since Oct. 31`: a day that cannot lie ahead."""
    before = text[max(0, start - _LONGEST) : start].lower().split()
    return bool(before) and before[-1] in language.resolve["over"]


def happened(text: str, start: int, language: Language) -> bool:
    """`The bridge closed in April`: within a month, and nothing in the sentence that was only meant (`to close`)."""
    words = text[max(0, start - _SENTENCE) : start].rpartition(". ")[2].lower().split()
    if not words or words[-1] not in language.resolve["within"]:
        return False
    return set(words).isdisjoint(language.resolve["meant"])


def _put_off(text: str, start: int, words: Prepositions) -> bool:
    """`was postponed at the request of the insurer until May 15`: said with other words between."""
    before = text[max(0, start - _SENTENCE) : start].rpartition(". ")[2].lower()
    known = (phrase for phrases in words.by_last.values() for phrase, sense in phrases if sense == "put_off")
    return any(f" {phrase.rpartition(' ')[0]} " in before for phrase in known)


def _denied(text: str, start: int, words: Prepositions) -> bool:
    """`did not reach the site until 07:15`: that is when it did."""
    return words.denied.search(text[max(0, start - _CLAUSE) : start]) is not None
