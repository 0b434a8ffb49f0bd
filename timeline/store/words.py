"""What a person types to search, as an FTS5 query that cannot fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST = re.compile(r"[A-Za-z0-9]+\Z")
_PIECE = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')


def fts_query(typed: str) -> str:
    """All of the words; `"a phrase"`, `begin*`, `this OR that` too. Everything else is taken as plain words.

    InputError where there is no word in it at all.
    """
    told = [[f'"{text}"{" *" if is_begun else ""}' for text, is_begun in words] for words in alternatives(typed)]
    return " OR ".join(f"({' AND '.join(words)})" for words in told)


def alternatives(typed: str) -> list[list[tuple[str, bool]]]:
    """What of which one must be found, all of it: phrases, and whether the last word of each may be cut short."""
    told: list[list[tuple[str, bool]]] = [[]]
    for piece in _PIECE.finditer(typed.replace("\0", " ")):
        phrase, star, word = piece.groups()
        if word == "OR":
            told.append([])
        else:
            text = _safe(word.rstrip("*") if phrase is None else phrase)
            told[-1] += [(text, bool(star) if phrase is not None else word.endswith("*"))] if _has_word(text) else []
    told = [words for words in told if words]
    if not told:
        raise InputError(f"there is no word to search for in {typed!r}", text=typed)
    return told


def label_query(typed: str) -> str:
    """The words in a row, for names, titles, publishers. InputError without a word.

    The last may be cut short, unless it is a number or something follows it: `Channel 4` is not `Channel 400`.
    """
    told = _quoted(typed.replace("\0", " "), "*" if _is_open(typed) else "")
    if not told:
        raise InputError(f"there is no word to search for in {typed!r}", text=typed)
    return told[0]


def cut_short(typed: str) -> str | None:
    """The word that `label_query` takes for the beginning of one, as the index spells it; None where only FTS5 can."""
    found = _LAST.search(typed) if typed.isascii() and _is_open(typed) else None
    return found.group().lower() if found else None


def label_queries(typed: str, words: Sequence[str]) -> str:
    """The same as `label_query` where the last word is one of these."""
    begun = _LAST.sub("", typed.replace("\0", " "))
    return " OR ".join(_quoted(f"{begun} {word}", "")[0] for word in words)


def _is_open(typed: str) -> bool:
    last = re.split(r"[\W_]", typed)[-1]
    return bool(last) and not last.isdecimal()


def _quoted(text: str, star: str) -> list[str]:
    """A phrase; nothing if it has no word."""
    safe = _safe(text)
    return [f'"{safe}"{" *" if star else ""}'] if _has_word(safe) else []


def _safe(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8").replace('"', " ")


def _has_word(text: str) -> bool:
    """A letter or digit, without which FTS5 would find nothing or fail."""
    return any(sign.isalnum() for sign in text)
