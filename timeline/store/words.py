"""What a person types to search, as an FTS5 query that cannot fail."""

from __future__ import annotations

import re

from timeline.errors import InputError

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


def _quoted(text: str, star: str) -> list[str]:
    """A phrase; nothing if it has no letter or digit, for which FTS5 would find nothing or fail."""
    safe = text.encode("utf-8", "replace").decode("utf-8").replace('"', " ")
    return [f'"{safe}"{" *" if star else ""}'] if any(sign.isalnum() for sign in safe) else []
