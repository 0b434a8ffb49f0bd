"""Facts that were salvaged, made whole: references hold, every quote stands in its text, decisions can be read."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import InputError
from timeline.store.cited import CITED
from timeline.store.dated import is_right
from timeline.store.filter import Filter
from timeline.store.salvage import PRECISIONS, is_list
from timeline.store.seal import of_document
from timeline.store.verbs import keys_of, validated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.store.salvage import Range

_NO_DAY = ", ".join(f"published_{name} = NULL" for name in ("edtf", "first_day", "last_day", "precision", "clock"))
_STRANGER = "\N{REPLACEMENT CHARACTER}"
_AGAIN = 100
_DANGLING = (
    ("document_location", "document_id NOT IN (SELECT id FROM document)"),
    ("time_expression", "document_id NOT IN (SELECT id FROM document)"),
    ("claim", "document_id NOT IN (SELECT id FROM document)"),
    ("claim_entity", "claim_id NOT IN (SELECT id FROM claim) OR entity_id NOT IN (SELECT id FROM entity)"),
)


class Mended(NamedTuple):
    """What could not be kept, and what is to be read again."""

    lost: list[str]
    """Documents of which nothing is left but the name."""
    nameless: int
    """Documents of which not even that is."""
    texts: list[str]
    """Documents whose text is not all that was read."""
    healed: list[str]
    """Documents whose text was made right again from the quotes."""
    suspect: list[int]
    """Documents with a sound text, some of whose claims may be missing, by number."""
    decisions: list[str]
    """Decisions and saved queries that cannot be read."""


_FIRST_NAME = (
    "UPDATE OR IGNORE document SET uri = (SELECT min(uri) FROM document_location WHERE document_id = document.id)"
)


def mend(connection: sqlite3.Connection, holes: dict[str, list[Range]]) -> Mended:
    """Do it, in the caller's transaction; `holes`: the rows beside what is missing, by table."""
    suspect = {*_beside(connection, holes), *_headless(connection)}
    lost, nameless = _lost(connection)
    for table, where in _DANGLING:
        if table == "claim_entity":
            sql = f"SELECT c.document_id FROM claim_entity JOIN claim AS c ON c.id = claim_id WHERE {where}"
            suspect.update(id_ for (id_,) in connection.execute(sql))
        connection.execute(f"DELETE FROM {table} WHERE {where}")
    connection.execute("INSERT OR IGNORE INTO document_location SELECT uri, id FROM document")
    connection.execute(_FIRST_NAME)
    texts, healed = [], []
    for id_, uri in connection.execute("SELECT id, uri FROM document ORDER BY uri").fetchall():
        state = _mend_text(connection, id_)
        if state == "kept":
            texts.append(uri)
            suspect.discard(id_)
        elif state == "healed":
            healed.append(uri)
            suspect.add(id_)
        elif id_ not in suspect and not (_is_cited_rightly(connection, id_) and _is_sealed(connection, id_)):
            suspect.add(id_)
    return Mended(lost, nameless, texts, healed, sorted(suspect), list(_unreadable(connection)))


def _beside(connection: sqlite3.Connection, holes: dict[str, list[Range]]) -> Iterator[int]:
    """The documents that may have had rows in the gaps: numbers of documents and of their claims grow together."""
    of_claim = "SELECT document_id FROM claim WHERE id {} ? ORDER BY id {} LIMIT 1"
    for table, ranges in holes.items():
        for before, after in ranges:
            if table in ("claim", "claim_entity"):
                first = connection.execute(of_claim.format("<=", "DESC"), (before,)).fetchone()
                last = connection.execute(of_claim.format(">=", "ASC"), (after,)).fetchone()
                first, last = (found[0] if found else None for found in (first, last))
            elif table == "time_expression":
                first, last = before, after
            else:
                continue
            sql = "SELECT id FROM document WHERE id >= coalesce(?, id) AND id <= coalesce(?, id)"
            yield from (id_ for (id_,) in connection.execute(sql, (first, last)))


def _headless(connection: sqlite3.Connection) -> Iterator[int]:
    """Documents whose pages or day cannot be read, which they lose."""
    sql = (
        "SELECT id, page_starts, published_precision, published_edtf, published_first_day, published_last_day "
        "FROM document"
    )
    for id_, starts, precision, *days in connection.execute(sql).fetchall():
        if not is_list(starts):
            connection.execute("UPDATE document SET page_starts = '[]' WHERE id = ?", (id_,))
            yield id_
        if precision not in PRECISIONS or not is_right(*days):
            connection.execute(f"UPDATE document SET {_NO_DAY} WHERE id = ?", (id_,))
            yield id_


def _lost(connection: sqlite3.Connection) -> tuple[list[str], int]:
    sql = "SELECT uri, document_id FROM document_location WHERE document_id NOT IN (SELECT id FROM document) ORDER BY 1"
    named = connection.execute(sql).fetchall()
    sql = "SELECT DISTINCT document_id FROM claim WHERE document_id NOT IN (SELECT id FROM document)"
    of_claims = {id_ for (id_,) in connection.execute(sql)}
    return [uri for uri, _ in named], len(of_claims - {id_ for _, id_ in named})


def _mend_text(connection: sqlite3.Connection, id_: int) -> str:
    """`sound` as it is, `healed` by its quotes, or `kept` with what is left of it."""
    sql = "SELECT text, length, text_sha256 FROM document WHERE id = ?"
    text, length, sha256 = connection.execute(sql, (id_,)).fetchone()
    if len(text) == length and _sha256(text) == sha256:
        return "sound"
    sql = 'SELECT start, "end", quote FROM claim WHERE document_id = ? ORDER BY start'
    text = laid_over(text, length, connection.execute(sql, (id_,)).fetchall())
    if _sha256(text) == sha256:
        connection.execute("UPDATE document SET text = ? WHERE id = ?", (text, id_))
        return "healed"
    sql = "UPDATE document SET text = ?, length = ?, text_sha256 = ?, bytes_sha256 = '' WHERE id = ?"
    connection.execute(sql, (text, len(text), _sha256(text), id_))
    _keep_what_stands(connection, id_, text)
    return "kept"


def laid_over(text: str, length: int, quotes: Iterable[tuple[int, int, str]]) -> str:
    """A text of that length, from what is left of it and the sentences that were quoted from it.

    Where bytes were lost that made other signs of it, what stands before them begins it and what stands behind ends it.
    """
    text = text.replace("\0", " ")
    if len(text) > length or (len(text) < length and _STRANGER in text):
        first, last = text.find(_STRANGER), text.rfind(_STRANGER)
        head, tail = (text[:first], text[last + 1 :]) if first >= 0 else (text, "")
        text = head[:length] + tail.rjust(length - len(head)) if len(head) < length else head[:length]
    signs = list(text.ljust(length)[:length])
    for start, end, quote in quotes:
        if start >= 0 and end <= length and len(quote) == end - start and _STRANGER not in quote:
            signs[start:end] = quote
    return "".join(signs)


def _keep_what_stands(connection: sqlite3.Connection, id_: int, text: str) -> None:
    """Whatever is cited from a text that is not sound must stand in what is left of it."""
    for table, key, sql in (
        ("claim", "id = ?", 'SELECT start, "end", quote, id FROM claim WHERE document_id = ?'),
        (
            "claim",
            "id = ?",
            "SELECT time_start, time_end, time_text, id FROM claim WHERE document_id = ? "
            "AND time_start IS NOT NULL AND time_text <> ''",
        ),
        (
            "time_expression",
            'document_id = ? AND start = ? AND "end" = ?',
            'SELECT start, "end", text, document_id, start, "end" FROM time_expression WHERE document_id = ?',
        ),
        (
            "claim_entity",
            "claim_id = ? AND position = ?",
            'SELECT n.start, n."end", n.text, n.claim_id, n.position FROM claim AS c JOIN claim_entity AS n '
            "ON n.claim_id = c.id WHERE c.document_id = ? AND n.text <> ''",
        ),
    ):
        for start, end, words, *row in connection.execute(sql, (id_,)).fetchall():
            if text[start:end] != words:
                connection.execute(f"DELETE FROM {table} WHERE {key}", row)
    connection.execute("DELETE FROM claim_entity WHERE claim_id NOT IN (SELECT id FROM claim)")


def _is_cited_rightly(connection: sqlite3.Connection, id_: int) -> bool:
    (text,) = connection.execute("SELECT text FROM document WHERE id = ?", (id_,)).fetchone()
    return all(text[start:end] == words for _, start, end, words in connection.execute(CITED, {"id": id_}))


def _is_sealed(connection: sqlite3.Connection, id_: int) -> bool:
    """Its claims and times are as they were written; what an older program wrote has no seal."""
    kind, name, value = of_document(connection.execute, id_)
    found = connection.execute("SELECT value FROM seal WHERE kind = ? AND name = ?", (kind, name)).fetchone()
    return found in (None, (value,))


def _unreadable(connection: sqlite3.Connection) -> Iterator[str]:
    sql = "SELECT id, key, kind, payload, who, why, made FROM decision ORDER BY id"
    for number, key, kind, payload, *words in connection.execute(sql).fetchall():
        try:
            validated(kind, json.loads(payload))
            right = key in {told for told, _ in zip(keys_of(kind, payload, *words), range(_AGAIN), strict=False)}
        except (InputError, ValueError):
            right = False
        if not right:
            connection.execute("DELETE FROM decision WHERE id = ?", (number,))
            yield f"decision {number} ({kind})"
    for name, wanted in connection.execute("SELECT name, wanted FROM saved ORDER BY name").fetchall():
        try:
            Filter.of(**json.loads(wanted))
        except (InputError, ValueError, TypeError):
            connection.execute("DELETE FROM saved WHERE name = ?", (name,))
            yield f"the saved query {name}"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
