"""One hash of all content: equal for equal content, whatever was added first.

Row ids are left out, but for an event's, which is published; what refers to a row names it by its key.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from timeline.store.often import OFTEN

if TYPE_CHECKING:
    import sqlite3

_QUERIES = (
    "SELECT key, uri, format, bytes_sha256, text_sha256, fingerprint, title, publisher, author, language, "
    "published_edtf, published_first_day, published_last_day, published_precision, published_approximate, "
    "published_uncertain, published_clock, published_how, page_starts, signature, length, text "
    "FROM document ORDER BY key",
    "SELECT l.uri, d.key FROM document_location AS l JOIN document AS d ON d.id = l.document_id ORDER BY l.uri",
    "SELECT d.key, t.* FROM time_expression AS t JOIN document AS d ON d.id = t.document_id "
    'ORDER BY d.key, t.start, t."end"',
    "SELECT d.key, c.* FROM claim AS c JOIN document AS d ON d.id = c.document_id ORDER BY c.key",
    'SELECT c.key, n.position, e.name, n.kind, n.role, n.start, n."end", n.text FROM claim_entity AS n '
    "JOIN claim AS c ON c.id = n.claim_id JOIN entity AS e ON e.id = n.entity_id ORDER BY c.key, n.position",
    "SELECT name, kind, events FROM entity ORDER BY name",
    "SELECT a.folded, e.name FROM entity_alias AS a JOIN entity AS e ON e.id = a.entity_id ORDER BY a.folded, e.name",
    "SELECT * FROM timeline ORDER BY id",
    "SELECT l.event_id, l.position, c.key FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id "
    "ORDER BY l.event_id, l.position",
    "SELECT e.name, n.role, n.event_id, n.bucket, n.last_day FROM event_entity AS n "
    "JOIN entity AS e ON e.id = n.entity_id ORDER BY n.event_id, n.role, e.name",
    "SELECT * FROM event_year ORDER BY year",
    "SELECT name, documents, events FROM source ORDER BY name",
    "SELECT s.name, n.event_id, n.bucket, n.last_day FROM event_source AS n JOIN source AS s ON s.id = n.source_id "
    "ORDER BY n.event_id, s.name",
    "SELECT key, kind, payload, who, why, made FROM decision ORDER BY made IS NOT NULL, made, "
    "CASE WHEN made IS NULL THEN id END, key",
    "SELECT e.hidden, n.event_id, d.key FROM event_decision AS n JOIN decision AS d ON d.id = n.decision_id "
    "JOIN event AS e ON e.id = n.event_id ORDER BY n.event_id, d.key",
    "SELECT key, hidden FROM event ORDER BY id",
    "SELECT * FROM saved ORDER BY name",
    "SELECT * FROM problem ORDER BY uri, position",
    f"SELECT * FROM property WHERE NOT ({OFTEN}) ORDER BY name",
)
_LOCAL = {"id", "document_id"}


def digest(connection: sqlite3.Connection) -> str:
    """SHA-256 in hexadecimal."""
    total = hashlib.sha256()
    for number, sql in enumerate(_QUERIES):
        total.update(f"\n{number}\n".encode())
        cursor = connection.execute(sql)
        of_timeline = " FROM timeline " in sql
        kept = [n for n, (name, *_) in enumerate(cursor.description) if of_timeline or name not in _LOCAL]
        for row in cursor:
            total.update(repr([row[n] for n in kept]).encode("utf-8"))
    return total.hexdigest()
