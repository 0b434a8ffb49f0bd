"""Which language a document is in: the user's word, else its own, else its most frequent words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from timeline.languages import codes

DEFAULT = "en"
_SAMPLE = 800
_CERTAIN = 0.2
"""Of the words; no neighbour reaches it by chance."""
_WORD = re.compile(r"[^\W\d_]{1,20}")


_available = cache(codes)


@cache
def frequent() -> dict[str, frozenset[str]]:
    """Language code → its most frequent words, from frequent.toml."""
    table = tomllib.loads(Path(__file__).with_name("frequent.toml").read_text("utf-8"))
    return {code: frozenset(words.split()) for code, words in table.items()}


def choose(text: str, wish: str = "auto", told: str | None = None) -> tuple[str, str]:
    """The code of a language that has rules, and a sentence when it may be the wrong one."""
    available = _available()
    if wish != "auto":
        return wish, ""
    code = (told or "").replace("_", "-").partition("-")[0].strip().lower()
    if code in available:
        return code, ""
    seen = voted(text)
    if seen in available:
        return seen, ""
    fallback = DEFAULT if DEFAULT in available or not available else available[0]
    doubtful = code or seen
    doubt = f"It seems to be in '{doubtful}', which has no rules yet; read as '{fallback}'."
    return fallback, doubt if doubtful else ""


def voted(text: str) -> str:
    """The language most of whose frequent words are in the text; empty when none has a clear lead."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < 8:
        return ""
    sets = frequent()
    if sum(map(sets[DEFAULT].__contains__, words)) > _CERTAIN * len(words):
        return DEFAULT
    votes = sorted(((sum(word in known for word in words), code) for code, known in sets.items()), reverse=True)
    (most, code), (second, _) = votes[:2]
    return code if most >= 3 and most * 2 > second * 3 else ""
