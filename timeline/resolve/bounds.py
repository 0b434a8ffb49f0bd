"""Prepositions that open or spread a date: since, until, before, during."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language

_LONGEST = 14
_SENTENCE = 110
"""Characters of a sentence before a date that may say what was only meant."""
_MOST_WORDS = 4
_BETWEEN = frozenset(("the", "about", "around", "or", "in", "on", "early", "late", "mid", "at", "least"))
"""Words that may stand between the preposition and the date: `since in or about 2012`."""
_NOT = re.compile(
    r"\b(?:not|never|only)\b[^.;]*\Z|n['\u2019]t\b[^.;]*\Z"
    r"|(?:^|[.;:,]\s|\n|\b(?:and|but|that)\s)[Nn](?:o|one|obody|othing)\b[^.;]*\Z"
)
"""What was denied up to a date: `No ship came until May`."""
SENSES = ("since", "until", "before", "after", "during", "from", "by", "put_off")
"""`put_off`: `has been postponed until October`, which is when it will be; no bound at all."""


Prepositions = dict[str, tuple[tuple[str, str], ...]]


@lru_cache(maxsize=32)
def prepositions(language: Language) -> Prepositions:
    """Last word → (preposition, sense)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for sense in SENSES:
        for words in language.resolve.get(sense, ()):
            found.setdefault(words.split()[-1], []).append((words, sense))
    return {last: tuple(sorted(entries, key=lambda e: -len(e[0]))) for last, entries in found.items()}


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
        if word not in words and not word.isalpha():
            word = word.lstrip('(\u201c"*_[')
        for phrase, sense in words.get(word, ()):
            if word == phrase or text[max(0, end - len(phrase)) : end].lower() == phrase:
                point = sense == "put_off" or (
                    sense == "until" and (_denied(text, start) or _put_off(text, start, words))
                )
                return "" if point else sense
        if word not in _BETWEEN:
            return ""
        end = begin
    return ""


def closely(text: str, start: int, language: Language) -> bool:
    """`just before Christmas`: about then, not at any time up to it."""
    before = text[max(0, start - 2 * _LONGEST) : start].lower().split()
    while before and before[-1] in _BETWEEN:
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
    known = (phrase for phrases in words.values() for phrase, sense in phrases if sense == "put_off")
    return any(f" {phrase.rpartition(' ')[0]} " in before for phrase in known)


def _denied(text: str, start: int) -> bool:
    """`did not reach the site until 07:15`: that is when it did."""
    return _NOT.search(text[max(0, start - 70) : start]) is not None
