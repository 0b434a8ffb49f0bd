"""Is the database whole: its pages, its references, its full-text index, every text and every quote?

SQLite keeps no checksum of its pages, so a flipped byte inside a text is found by the text's own hash.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import InputError
from timeline.store import connect, identity
from timeline.store.dialect import CHECK_TEXT
from timeline.store.filter import Filter
from timeline.store.scope import told
from timeline.store.trouble import trouble
from timeline.store.verbs import keys_of, validated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 20
"""Findings of one kind that are told."""
_AGAIN = 100
"""Times that the very same may have been decided."""


class Finding(NamedTuple):
    """One thing that is wrong."""

    code: str
    """`pages` `references` `search` `text` `quote` `counts` `orphans` `decisions` `stale` `damaged`."""
    message: str

    def __str__(self) -> str:
        return self.message


def check(path: Path) -> list[Finding]:
    """What is wrong, empty if nothing is; StoreError if the file is no database of ours at this schema."""
    identity.verify_file(path)
    with closing(connect.connect(path)) as connection:
        try:
            identity.verify_current(connection, path)
            connection.execute("BEGIN")
            found = [*_pages(connection), *_references(connection), *content(connection)]
            stale = is_stale(connection)
            connection.execute("COMMIT")
            return found if stale else [*found, *_search(connection)]
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            return [Finding("damaged", str(trouble(error, path)))]


def content(connection: sqlite3.Connection, *, deep: bool = True) -> list[Finding]:
    """What is wrong with what is kept, whatever keeps it."""
    found = [*(_texts(connection) if deep else ()), *_words(connection)]
    if is_stale(connection):
        return [*found, Finding("stale", "events are older than the documents or decisions; run `timeline link`")]
    return [*found, *_counts(connection), *_orphans(connection)]


def is_stale(connection: sqlite3.Connection) -> bool:
    """Counts and index are not yet those of what is kept."""
    return told(connection, "stale", "0") == "1"


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (verdict,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if verdict != "ok":
            yield Finding("pages", verdict)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
        yield Finding("references", f"row {row} of {table} refers to a row of {parent} that is not there")


def _words(connection: sqlite3.Connection) -> Iterator[Finding]:
    """A person's decisions can be read, and every saved query has a filter that can be asked."""
    sql = "SELECT id, key, kind, payload, who, why, made FROM decision ORDER BY id"
    for number, key, kind, payload, *words in connection.execute(sql):
        try:
            validated(kind, json.loads(payload))
        except (InputError, ValueError) as error:
            yield Finding("decisions", f"decision {number} cannot be read ({error})")
        if key not in islice(keys_of(kind, payload, *words), _AGAIN):
            yield Finding("decisions", f"decision {number} is not what was decided")
    for name, wanted in connection.execute("SELECT name, wanted FROM saved ORDER BY name"):
        try:
            Filter.of(**json.loads(wanted))
        except (InputError, ValueError, TypeError) as error:
            yield Finding("decisions", f"the saved query {name} cannot be read ({error})")


def _search(connection: sqlite3.Connection) -> Iterator[Finding]:
    """FTS5 compares its index with the events; this takes a lock for writing, though it writes nothing."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return  # a read-only file
    try:
        for statement in CHECK_TEXT:
            connection.execute(statement)
    except sqlite3.DatabaseError as error:
        yield Finding("search", f"the full-text index does not fit the texts ({error}); run `timeline link`")
    finally:
        connection.execute("ROLLBACK")


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Hash of every text; every quote, date word and name is what stands at its place."""
    for id_, uri, sha256, length, text in connection.execute(
        "SELECT id, uri, text_sha256, length, text FROM document ORDER BY uri"
    ):
        if hashlib.sha256(text.encode()).hexdigest() != sha256 or len(text) != length:
            yield Finding("text", f"the text of {uri} is not what was read")
            continue
        for what, start, end, words in connection.execute(_CITED, {"id": id_}):
            if text[start:end] != words:
                yield Finding("quote", f"{what} at {start} in {uri} is not what stands there")


_CITED = """
SELECT 'the quote', start, "end", quote FROM claim WHERE document_id = :id
UNION ALL SELECT 'the date', time_start, time_end, time_text FROM claim
    WHERE document_id = :id AND time_start IS NOT NULL AND time_text <> ''
UNION ALL SELECT 'the time expression', start, "end", text FROM time_expression WHERE document_id = :id
UNION ALL SELECT 'the name', n.start, n."end", n.text FROM claim AS c JOIN claim_entity AS n ON n.claim_id = c.id
    WHERE c.document_id = :id AND n.start < n."end" AND n.text <> ''
"""

_EQUAL = (
    ("events by number", "SELECT coalesce(max(id), 0) FROM event", "SELECT count(*) FROM event"),
    (
        "events by year",
        "SELECT coalesce(sum(events), 0) FROM event_year",
        "SELECT count(year) FROM event WHERE NOT hidden",
    ),
    (
        "dated events",
        "SELECT coalesce(max(CAST(value AS integer)), 0) FROM property WHERE name = 'dated'",
        "SELECT count(bucket) FROM event WHERE NOT hidden",
    ),
    (
        "events that are shown",
        "SELECT coalesce(max(CAST(value AS integer)), 0) FROM property WHERE name = 'shown'",
        "SELECT count(*) FROM event WHERE NOT hidden",
    ),
    ("mentions", "SELECT coalesce(sum(mentions), 0) FROM event", "SELECT count(*) FROM event_claim"),
    (
        "documents of events",
        "SELECT coalesce(sum(documents), 0) FROM event",
        "SELECT count(*) FROM (SELECT DISTINCT l.event_id, c.document_id FROM event_claim AS l "
        "JOIN claim AS c ON c.id = l.claim_id) AS told",
    ),
    (
        "actors and places",
        "SELECT coalesce(sum(json_array_length(actors) + json_array_length(places)), 0) FROM event",
        "SELECT count(*) FROM event_entity",
    ),
)

_NONE = (
    (
        "documents without a name",
        "SELECT count(*) FROM document WHERE id NOT IN (SELECT document_id FROM document_location)",
    ),
    ("events without a claim", "SELECT count(*) FROM event WHERE id NOT IN (SELECT event_id FROM event_claim)"),
    ("claims without an event", "SELECT count(*) FROM claim WHERE id NOT IN (SELECT claim_id FROM event_claim)"),
    ("names without a claim", "SELECT count(*) FROM entity WHERE id NOT IN (SELECT entity_id FROM claim_entity)"),
)


def _counts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for what, one, other in _EQUAL:
        told_, counted = (connection.execute(sql).fetchone()[0] for sql in (one, other))
        if told_ != counted:
            yield Finding("counts", f"{what}: {told_} are told, {counted} are there")


def _orphans(connection: sqlite3.Connection) -> Iterator[Finding]:
    for what, sql in _NONE:
        (count,) = connection.execute(sql).fetchone()
        if count:
            yield Finding("orphans", f"{count} {what}")
