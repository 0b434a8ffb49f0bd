"""Every text is what was read, and whatever is cited from it stands at its place."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CITED = """
SELECT 'the quote', start, "end", quote FROM claim WHERE document_id = :id
UNION ALL SELECT 'the date', time_start, time_end, time_text FROM claim
    WHERE document_id = :id AND time_start IS NOT NULL AND time_text <> ''
UNION ALL SELECT 'the time expression', start, "end", text FROM time_expression WHERE document_id = :id
UNION ALL SELECT 'the name', n.start, n."end", n.text FROM claim AS c JOIN claim_entity AS n ON n.claim_id = c.id
    WHERE c.document_id = :id AND n.start < n."end" AND n.text <> ''
"""
"""Whatever is cited from a document: what, start, end, words."""


def texts(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """(`text` | `quote`, sentence) for each document whose text is not what was read, by its hash, or cannot be read.

    The connection gives bytes that are no UTF-8 as surrogates, so that no byte is passed over.
    """
    for id_, uri in connection.execute("SELECT id, uri FROM document ORDER BY uri").fetchall():
        try:
            sql = "SELECT text_sha256, length, text FROM document WHERE id = ?"
            sha256, length, text = connection.execute(sql, (id_,)).fetchone()
            is_right = hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest() == sha256
            astray = [
                (what, start)
                for what, start, end, words in connection.execute(CITED, {"id": id_})
                if text[start:end] != words
            ]
        except (sqlite3.DatabaseError, TypeError, AttributeError) as error:
            yield "text", f"the text of {uri} cannot be read ({error})"
            continue
        if not is_right or len(text) != length:
            yield "text", f"the text of {uri} is not what was read: {_where(astray)}"
        else:
            yield from (("quote", f"{what} at {start} in {uri} is not what stands there") for what, start in astray)


def _where(astray: list[tuple[str, int]]) -> str:
    if not astray:
        return "it has another hash, though whatever is cited from it stands at its place"
    places = ", ".join(str(start) for start in sorted({start for _, start in astray})[:5])
    return f"it has another hash, and what is cited at {places} no longer stands there"
