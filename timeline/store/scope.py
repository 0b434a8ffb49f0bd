"""What a filter needs looked up before it can be asked: ids of names, ids at the edges of its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.store.dialect import DOCUMENT_WORDS
from timeline.store.fold import fold
from timeline.store.query import END, Scope, bucket_starts
from timeline.store.words import cut_short, fts_query, label_queries, label_query

if TYPE_CHECKING:
    import sqlite3

    from timeline.store.filter import Filter


FEW = 500
"""Documents whose claims are looked up one by one."""
LOOKS, THINNED = 8, 100
"""Stretches of documents that are looked at, and one part of how many they are."""
ENDINGS = 100
"""Words that a word cut short may stand for, each looked up by itself."""


def scope(connection: sqlite3.Connection, filter_: Filter) -> Scope | None:
    """In the snapshot that the answer is read in; None if nothing can match."""
    names = [("actor", name) for name in filter_.actor] + [("place", name) for name in filter_.place]
    entities = tuple((role, _ids(connection, name)) for role, name in names)
    if not all(ids for _, ids in entities):
        return None
    since, until = filter_.window
    if since is not None and until is not None and until < since:
        return None
    starts = () if since is None else tuple(_first_from(connection, day) for day in bucket_starts(since))
    if filter_.hidden:
        first, last, starts, since = int(told(connection, "shown", "0")) + 1, END, (), None
    else:
        first, last = _range(connection, filter_.undated, since, until)
    text = fts_query(filter_.match) if filter_.match else None
    sources = tuple(_source(connection, typed) for typed in filter_.source)
    total = int(told(connection, "dated", "0"))
    cursor = _cursor(connection, filter_.after)
    share = _share(connection, sources) if filter_.top is not None else 1.0
    return Scope(first, last, since, starts, entities, text, sources, cursor, total, share=share)


def _range(
    connection: sqlite3.Connection, undated: bool | None, since: int | None, until: int | None
) -> tuple[int, int]:
    """First and last id of what begins in the window."""
    dated = int(told(connection, "dated", "0"))
    shown = int(told(connection, "shown", "0"))
    if undated:  # what has no date is in no window
        return dated + 1, shown if since is None and until is None else dated
    first = 1 if since is None else _first_from(connection, since)
    if until is None:
        return first, dated if undated is False or since is not None else shown
    return first, _first_from(connection, until + 1) - 1


def _first_from(connection: sqlite3.Connection, day: int) -> int:
    """The id of the first event that begins on that day or later; one above all dated ones if there is none."""
    dated = int(told(connection, "dated", "0"))
    sql = "SELECT id FROM event WHERE first_day >= ? AND id <= ? ORDER BY first_day, id LIMIT 1"
    found = connection.execute(sql, (day, dated)).fetchone()
    return found[0] if found else dated + 1


def _ids(connection: sqlite3.Connection, name: str) -> tuple[int, ...]:
    """Every entity that goes by that name."""
    sql = "SELECT entity_id FROM entity_alias WHERE folded = ? ORDER BY entity_id"
    return tuple(id_ for (id_,) in connection.execute(sql, (fold(name),)))


def _source(connection: sqlite3.Connection, typed: str) -> str | tuple[int, ...]:
    """The documents that are meant, by id; where they are many, the query that finds their events."""
    query = _spelt_out(connection, typed)
    sql = f"SELECT rowid FROM document_told WHERE document_told MATCH ? LIMIT {FEW + 1}"
    found = tuple(id_ for (id_,) in connection.execute(sql, (query,)))
    return query if len(found) > FEW else found


def _spelt_out(connection: sqlite3.Connection, typed: str) -> str:
    """The query with whole words: for the beginning of one, FTS5 would first gather all that begins so."""
    begin = cut_short(typed)
    if begin is None:
        return label_query(typed)
    sql = f"SELECT term FROM {DOCUMENT_WORDS} WHERE term >= ? AND term < ? LIMIT 1"
    words: list[str] = []
    found = connection.execute(sql, (begin, begin + "\U0010ffff")).fetchone()
    while found and len(words) < ENDINGS:
        words.append(found[0])
        found = connection.execute(sql, (found[0] + "\1", begin + "\U0010ffff")).fetchone()
    return label_query(typed) if found or not words else label_queries(typed, words)


def _share(connection: sqlite3.Connection, sources: tuple[str | tuple[int, ...], ...]) -> float:
    """About what part of all documents are of the rarest of the sources that many are of, by a look at some."""
    called = [source for source in sources if isinstance(source, str)]
    if not called:
        return 1.0
    (last,) = connection.execute("SELECT max(id) FROM document").fetchone()
    looked = [(n * last // LOOKS + 1, n * last // LOOKS + max(1, last // LOOKS // THINNED)) for n in range(LOOKS)]
    sql = "SELECT count(*) FROM document_told WHERE document_told MATCH ? AND rowid BETWEEN ? AND ?"
    seen = sum(end + 1 - begin for begin, end in looked)
    found = [sum(connection.execute(sql, (one, *block)).fetchone()[0] for block in looked) for one in called]
    return float(max(1, min(found)) / seen)


def _cursor(connection: sqlite3.Connection, key: str | None) -> int | None:
    if key is None:
        return None
    found = connection.execute("SELECT id FROM event WHERE key = ?", (key,)).fetchone()
    if found is None:
        raise InputError(f"there is no event {key} to go on after", key=key)
    return int(found[0])


def told(connection: sqlite3.Connection, name: str, default: str) -> str:
    """A fact of the whole database, from table `property`."""
    found = connection.execute("SELECT value FROM property WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else default
