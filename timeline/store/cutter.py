"""Words as FTS5 cuts them: by its own tokenizer, so that case, accents and signs mean the same everywhere."""

from __future__ import annotations

import sqlite3
from functools import cache
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 400
"""Signs of a word that stand in an index; of a longer one, a hash stands for the rest."""


class Cutter:
    """An index in memory, whose texts are forgotten as soon as their words are known."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        tokenizer = 'tokenize="unicode61 remove_diacritics 2"'
        self._memory.execute(f"CREATE VIRTUAL TABLE told USING fts5(text, content='', {tokenizer})")
        self._memory.execute("CREATE VIRTUAL TABLE word USING fts5vocab(told, instance)")

    def words(self, texts: Sequence[str]) -> list[list[str]]:
        """Those of each text, in order."""
        cut: list[list[str]] = [[] for _ in texts]
        with self._turn:
            self._memory.execute("INSERT INTO told(told) VALUES ('delete-all')")
            self._memory.executemany("INSERT INTO told(rowid, text) VALUES (?, ?)", enumerate(texts))
            for number, word in self._memory.execute("SELECT doc, term FROM word ORDER BY doc, offset"):
                cut[number].append(word if len(word) <= LONGEST else _shortened(word))
        return cut


def _shortened(word: str) -> str:
    """Its beginning, and what tells it from others that begin so."""
    return word[:LONGEST] + blake2b(word.encode(), digest_size=12).hexdigest()


@cache
def cutter() -> Cutter:
    """One for the whole process."""
    return Cutter()
