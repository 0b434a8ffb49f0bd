"""What a person types to search, as an FTS5 query that cannot fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST = re.compile(r"([A-Za-z0-9]+)[^A-Za-z0-9]*\Z")
_PIECE = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')


def fts_query(typed: str) -> str:
    """All of the words; `"a phrase"`, `begin*`, `this OR that` too. Everything else is taken as plain words.

    InputError where there is no word in it at all.
    """
    alternatives: list[list[str]] = [[]]
    for piece in _PIECE.finditer(typed.replace("\0", " ")):
        phrase, star, word = piece.groups()
        if word == "OR":
            alternatives.append([])
        elif phrase is not None:
            alternatives[-1] += _quoted(phrase, star)
        else:
            alternatives[-1] += _quoted(word.rstrip("*"), "*" if word.endswith("*") else "")
    told = [" AND ".join(words) for words in alternatives if words]
    if not told:
        raise InputError(f"there is no word to search for in {typed!r}", text=typed)
    return " OR ".join(f"({words})" for words in told)


def label_query(typed: str) -> str:
    """The words in a row, the last one perhaps cut short: for names, titles, publishers. InputError without a word."""
    told = _quoted(typed.replace("\0", " "), "*")
    if not told:
        raise InputError(f"there is no word to search for in {typed!r}", text=typed)
    return told[0]


def last_word(typed: str) -> str | None:
    """The word that may be cut short, as the index spells it; None where only FTS5 knows how."""
    safe = typed.rstrip()
    found = _LAST.search(safe) if safe.isascii() else None
    return found.group(1).lower() if found else None


def label_queries(typed: str, words: Sequence[str]) -> str:
    """The same as `label_query` where the last word is one of these: whole words are found without a search."""
    begun = _LAST.sub("", typed.replace("\0", " ").rstrip())
    return " OR ".join(_quoted(f"{begun} {word}", "")[0] for word in words)


def _quoted(text: str, star: str) -> list[str]:
    """A phrase; nothing if it has no letter or digit, for which FTS5 would find nothing or fail."""
    safe = text.encode("utf-8", "replace").decode("utf-8").replace('"', " ")
    return [f'"{safe}"{" *" if star else ""}'] if any(sign.isalnum() for sign in safe) else []
