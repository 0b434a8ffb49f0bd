"""A label, a star, a title or a note, laid over one event at once: linking all claims anew would give the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.store import census
from timeline.store.dialect import dialect
from timeline.store.marks import remarked
from timeline.store.rows import listed
from timeline.store.seal import of_event
from timeline.store.verbs import citations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

_EVENT = "SELECT id, title, note, labels, starred, edited, marks FROM event WHERE key = ?"
_CLAIMS = "SELECT c.key FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id WHERE l.event_id = ?"
_UPDATE = "UPDATE event SET title = ?, note = ?, labels = ?, starred = ?, edited = ?, marks = ? WHERE id = ?"

_SEAL = "UPDATE seal SET value = value + ? WHERE kind = 'event'"


def touch(connection: Connection, key: str, number: int, kind: str, payload: Mapping[str, Any]) -> bool:
    """Lay the newest decision over the event with that key; False, and nothing done, where that needs linking.

    It does where the events are older than the claims, where the event is no longer the one that was decided about,
    where a younger decision is there already, and for what changes an event's date or gives back what sources say.
    """
    if (
        kind not in ("label", "star", "edit")
        or payload.get("date")
        or "" in (payload.get("title"), payload.get("note"))
    ):
        return False
    row = connection.exec_driver_sql(_EVENT, (key,)).first()
    if row is None or _is_stale(connection) or not _is_newest(connection, number):
        return False
    claims = {claim for (claim,) in connection.exec_driver_sql(_CLAIMS, (row[0],))}
    if claims != {cited.claim for group in citations(payload) for cited in group}:
        return False
    had = census.having(connection.exec_driver_sql, row[0])
    dialect(connection).forget_text(connection, row[0])
    before = of_event(connection.exec_driver_sql, row[0])
    connection.exec_driver_sql(_UPDATE, (*_changed(row, kind, payload), row[0]))
    connection.exec_driver_sql(_SEAL, (of_event(connection.exec_driver_sql, row[0]) - before,))
    dialect(connection).learn_text(connection, row[0])
    census.recount(connection.exec_driver_sql, row[0], had)
    connection.exec_driver_sql("INSERT INTO event_decision (event_id, decision_id) VALUES (?, ?)", (row[0], number))
    return True


def _changed(row: Any, kind: str, payload: Mapping[str, Any]) -> tuple[Any, ...]:
    """Title, note, labels, starred, edited, marks."""
    _, title, note, labels, starred, edited, marks = row
    held = set(json.loads(labels))
    if kind == "label":
        held = (held - set(payload["remove"])) | set(payload["add"])
    elif kind == "star":
        starred = int(payload["on"])
    else:
        edited = int(edited or "title" in payload)
        title, note = payload.get("title", title), payload.get("note", note)
    told = tuple(sorted(held))
    return title, note, listed(told), starred, edited, remarked(marks, starred=bool(starred), labels=told)


def _is_stale(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT value FROM property WHERE name = 'stale'").scalar() != "0"


def _is_newest(connection: Connection, number: int) -> bool:
    sql = "SELECT 1 FROM decision WHERE id <> ?1 AND made >= (SELECT made FROM decision WHERE id = ?1) LIMIT 1"
    return connection.exec_driver_sql(sql, (number,)).first() is None
