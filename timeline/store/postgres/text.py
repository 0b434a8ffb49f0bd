"""Full text: the words that SQLite's FTS5 would find, found by a tsvector.

The words are cut by FTS5's own tokenizer, from an index in memory, so that case, accents and signs mean the same on
both. A row holds them as they follow each other, ` the old bridge | workers built `, and a tsvector of them: that
finds the rows, and where several words must stand in a row the text decides, for positions in a tsvector end at 16,383.
"""

from __future__ import annotations

from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, Any

from timeline.store.cutter import cutter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

ROOM = 900_000
"""Bytes of different words; a tsvector ends at a megabyte."""
BREAK = "|"
"""Between two texts: no phrase reaches over it."""
_TOGETHER = 500
"""Texts that are cut at once."""
EVENTS = """
SELECT e.id, e.title, (SELECT string_agg(c.quote, chr(10) ORDER BY l.position) FROM event_claim AS l
                       JOIN claim AS c ON c.id = l.claim_id WHERE l.event_id = e.id)
FROM event AS e
"""
DOCUMENTS = """
SELECT l.document_id, d.title, l.uri FROM document_location AS l JOIN document AS d ON d.id = l.document_id
ORDER BY l.document_id, l.uri
"""
SOURCES = "SELECT id, name FROM source ORDER BY id"


def row(texts: Iterable[Sequence[str]]) -> str:
    """Words of several texts as an index keeps them; more than a tsvector holds are left out."""
    kept: list[str] = []
    known: set[str] = set()
    room = ROOM
    for word in chain.from_iterable((*words, BREAK) for words in texts):
        if word not in known:
            known.add(word)
            room -= len(word.encode()) + 8
        if room > 0:
            kept.append(word)
    return f" {' '.join(kept)} "


def rebuild(connection: Connection) -> None:
    """All indexes, from the events, documents and publishers that there are."""
    connection.exec_driver_sql("DELETE FROM event_text")
    _keep(connection, "event_text", events(_streamed(connection, EVENTS)))
    _names(connection)


def complete(connection: Connection) -> None:
    """The names of documents and publishers, where those of publishers are not there yet (before revision 0003)."""
    if connection.exec_driver_sql("SELECT 1 WHERE NOT EXISTS (SELECT FROM source_told)").first():
        _names(connection)


def _names(connection: Connection) -> None:
    for table in ("document_told", "source_told"):
        connection.exec_driver_sql(f"DELETE FROM {table}")
    _keep(connection, "document_told", documents(_streamed(connection, DOCUMENTS)))
    _keep(connection, "source_told", sources(_streamed(connection, SOURCES)))


def learn(connection: Connection, event: int) -> None:
    """One event anew."""
    connection.exec_driver_sql("DELETE FROM event_text WHERE id = ?", (event,))
    _keep(connection, "event_text", events(_streamed(connection, f"{EVENTS} WHERE e.id = {event}")))


def _streamed(connection: Connection, sql: str) -> Iterable[Sequence[Any]]:
    return connection.exec_driver_sql(sql, execution_options={"stream_results": True, "yield_per": 1000})


def events(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[int, list[str]]]:
    """(id, texts) of the rows of EVENTS."""
    for id_, title, quotes in rows:
        yield id_, [title, quotes or ""]


def documents(rows_: Iterable[Sequence[Any]]) -> Iterator[tuple[int, list[str]]]:
    """(id, texts) of the rows of DOCUMENTS."""
    for id_, group in groupby(rows_, key=lambda row: row[0]):
        rows = list(group)
        yield id_, [*(uri for *_, uri in rows), rows[0][1] or ""]


def sources(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[int, list[str]]]:
    """(id, texts) of the rows of SOURCES."""
    return ((id_, [name]) for id_, name in rows)


def kept(source: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, str]]:
    """(id, words) as an index keeps them."""
    waiting = iter(source)
    while several := list(islice(waiting, _TOGETHER)):
        cut = iter(cutter().words(list(chain.from_iterable(texts for _, texts in several))))
        for id_, texts in several:
            yield id_, row([next(cut) for _ in texts])


def _keep(connection: Connection, table: str, source: Iterable[tuple[int, list[str]]]) -> None:
    sql = f'INSERT INTO "{table}" ("id", "told") VALUES (?, ?)'
    waiting = kept(source)
    while rows := list(islice(waiting, _TOGETHER * 10)):
        connection.exec_driver_sql(sql, rows)
