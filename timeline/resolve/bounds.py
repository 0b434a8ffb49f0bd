"""Prepositions that open or spread a date: since, until, before, during."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language

_LONGEST = 14
_NOT = re.compile(r"\b(?:not|never|only)\b[^.;]*\Z|n['\u2019]t\b[^.;]*\Z")
SENSES = ("since", "until", "before", "after", "during", "from", "by")


@lru_cache(maxsize=32)
def _words(language: Language) -> dict[str, tuple[tuple[str, str], ...]]:
    """Last word → (preposition, sense)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for sense in SENSES:
        for words in language.resolve.get(sense, ()):
            found.setdefault(words.split()[-1], []).append((words, sense))
    return {last: tuple(sorted(entries, key=lambda e: -len(e[0]))) for last, entries in found.items()}


def bound(text: str, start: int, language: Language) -> str:
    """The sense of the preposition right before an expression, or empty."""
    if not start or not text[start - 1].isspace():
        return ""
    before = text[max(0, start - _LONGEST - 2) : start - 1].lower()
    if before.endswith((" about", " in", " on", " the")):
        before = before.rpartition(" ")[0].removesuffix(" in or")
    words = _words(language)
    for phrase, sense in words.get(before.rpartition(" ")[2].rpartition("\n")[2].lstrip("(\u201c\""), ()):
        if before.endswith(phrase):
            return "" if sense == "until" and _denied(text, start) else sense
    return ""


def _denied(text: str, start: int) -> bool:
    """`did not reach the site until 07:15`: that is when it did."""
    return _NOT.search(text[max(0, start - 70) : start]) is not None
