"""What is meant by the name of a source: publishers, documents, or words to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.store.dialect import DOCUMENT_WORDS, SOURCE_WORDS
from timeline.store.words import cut_short, label_queries, label_query

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

FEW = 100
"""Documents whose claims are looked up one by one."""
SEVERAL = 100
"""Publishers, or words that a word cut short may stand for, each looked up by itself."""
HALF = 0.5
"""Of all events: what several publishers tell more than this of, is not sought through each of them."""
LOOKS, THINNED = 8, 100
"""Stretches of documents that are looked at, and one part of how many they are."""


class Usual(NamedTuple):
    """What most documents are called, or most publishers."""

    words: str | None
    """A query of the full-text index of events, which is slow to say that nearly all of them are meant."""
    query: str | None
    """One of the index of documents, by which it is quickly told of a few."""
    publishers: tuple[int, ...]
    """Or they publish it."""


class Source(NamedTuple):
    """One of the first three leads to the events."""

    publishers: tuple[int, ...] = ()
    """Everything that they publish is meant, and nothing else."""
    documents: tuple[int, ...] | None = None
    """These are."""
    words: str | None = None
    """A query of the full-text index of events, for what is in many documents."""
    share: float = 1.0
    """Of all events, about so many are told by it; of what publishers tell, the number is known."""
    called: str | None = None
    """The same as these words in a row, in quotation marks; None if it is not one such query."""
    usual: Usual | None = None
    """The same, if half of the first documents are called so, or half of what is told is told by those publishers."""


def source(connection: sqlite3.Connection, typed: str, *, share: bool = False) -> Source:
    """Who and what is called so, as far as the events know it; its `share` only if that is wanted."""
    publishers = _found(connection, "source_told", _spelt_out(connection, typed, SOURCE_WORDS), SEVERAL + 1)
    query = _spelt_out(connection, typed, DOCUMENT_WORDS)
    documents = _found(connection, "document_told", query, FEW + 1)
    if len(publishers) > SEVERAL:
        return Source(words=f"told : ({label_query(typed)})")
    if publishers and not documents:
        part = _share(connection, publishers) if len(publishers) > 1 else 0.0
        return Source(publishers, usual=Usual(None, None, publishers) if part > HALF else None)
    if len(documents) <= FEW:
        documents = tuple({*documents, *_published(connection, publishers)})
    if len(documents) <= FEW:
        return Source(documents=documents)
    named = f" OR marks : ({' OR '.join(f'u{id_}' for id_ in publishers)})" if publishers else ""
    words = f"(told : ({query}){named})"
    usual = Usual(words, query, publishers) if documents[-1] <= 2 * len(documents) else None
    part = _share(connection, publishers) + _part(connection, query) if share else 1.0
    is_one = query.count('"') == 2 and not query.endswith("*") and not (publishers and query != label_query(typed))
    return Source(words=words, share=min(part, 1.0), called=query if is_one else None, usual=usual)


def telling(connection: sqlite3.Connection, usual: Usual, events: Iterable[int]) -> set[int]:
    """Those of a few events that are told by what is called so."""
    sql = f"""
    SELECT DISTINCT l.event_id FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id
    JOIN document AS d ON d.id = c.document_id WHERE l.event_id IN ({",".join(map(str, events))}) AND (
        d.publisher IN (SELECT name FROM source WHERE id IN ({",".join(map(str, usual.publishers))}))
        OR ?1 IS NOT NULL AND EXISTS (SELECT 1 FROM document_told WHERE document_told MATCH ?1 AND rowid = d.id))
    """
    return {id_ for (id_,) in connection.execute(sql, (usual.query,))}


def _found(connection: sqlite3.Connection, index: str, query: str, most: int) -> tuple[int, ...]:
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? LIMIT {most}"
    return tuple(id_ for (id_,) in connection.execute(sql, (query,)))


def _published(connection: sqlite3.Connection, publishers: tuple[int, ...]) -> tuple[int, ...]:
    """Documents of publishers, more than a few as one more than that."""
    sql = (
        "SELECT d.id FROM source AS s JOIN document AS d ON d.publisher = s.name "
        f"WHERE s.id IN ({','.join(map(str, publishers))}) LIMIT {FEW + 1}"
    )
    return tuple(id_ for (id_,) in connection.execute(sql)) if publishers else ()


def _spelt_out(connection: sqlite3.Connection, typed: str, index: str) -> str:
    """The query with whole words: for the beginning of one, FTS5 would first gather all that begins so."""
    begin = cut_short(typed)
    if begin is None:
        return label_query(typed)
    sql = f"SELECT term FROM {index} WHERE term >= ? AND term < ? LIMIT 1"
    words: list[str] = []
    found = connection.execute(sql, (begin, begin + "\U0010ffff")).fetchone()
    while found and len(words) < SEVERAL:
        words.append(found[0])
        found = connection.execute(sql, (found[0] + "\1", begin + "\U0010ffff")).fetchone()
    return label_query(typed) if found or not words else label_queries(typed, words)


def told_by(connection: sqlite3.Connection, publishers: tuple[int, ...]) -> int:
    """Events that publishers tell of, some of them counted for each."""
    sql = f"SELECT coalesce(sum(events), 0) FROM source WHERE id IN ({','.join(map(str, publishers))})"
    return int(connection.execute(sql).fetchone()[0])


def _share(connection: sqlite3.Connection, publishers: tuple[int, ...]) -> float:
    """Of all events, the part that publishers tell of."""
    (last,) = connection.execute("SELECT max(id) FROM event").fetchone()
    return told_by(connection, publishers) / (last or 1)


def _part(connection: sqlite3.Connection, query: str) -> float:
    """About what part of all documents are called so, by a look at some."""
    (last,) = connection.execute("SELECT max(id) FROM document").fetchone()
    looked = [(n * last // LOOKS + 1, n * last // LOOKS + max(1, last // LOOKS // THINNED)) for n in range(LOOKS)]
    sql = "SELECT count(*) FROM document_told WHERE document_told MATCH ? AND rowid BETWEEN ? AND ?"
    found = sum(connection.execute(sql, (query, *block)).fetchone()[0] for block in looked)
    return float(max(1, found) / sum(end + 1 - begin for begin, end in looked))
