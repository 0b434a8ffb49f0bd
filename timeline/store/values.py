"""Answers as values of the model: events with their claims."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from timeline.store import rows
from timeline.store.answer import ids_and_columns

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from timeline.model.claim import Claim
    from timeline.model.event import Event
    from timeline.model.participant import Participant
    from timeline.store.filter import Filter

_PAGE = 200
_CLAIMS = f"""
SELECT l.event_id, claim.id, {rows.CLAIM_COLUMNS}
FROM event_claim AS l JOIN claim ON claim.id = l.claim_id JOIN document ON document.id = claim.document_id
WHERE l.event_id IN ({{ids}}) ORDER BY l.event_id, l.position
"""
_PARTICIPANTS = f"""
SELECT claim_entity.claim_id, {rows.PARTICIPANT_COLUMNS}
FROM event_claim AS l JOIN claim_entity ON claim_entity.claim_id = l.claim_id
JOIN entity ON entity.id = claim_entity.entity_id
WHERE l.event_id IN ({{ids}}) ORDER BY claim_entity.claim_id, claim_entity.position
"""


def events(connection: sqlite3.Connection, filter_: Filter) -> Iterator[Event]:
    """Events that a filter asks for, in order, each with all its claims."""
    found = ids_and_columns(connection, filter_, rows.EVENT_COLUMNS)
    while page := list(islice(found, _PAGE)):
        claims = _claims(connection, [row[0] for row in page])
        for row in page:
            yield rows.event(row[1:], claims.get(row[0], ()))


def event(connection: sqlite3.Connection, key: str) -> Event:
    """The event with exactly that key."""
    row = connection.execute(f"SELECT e.id, {rows.EVENT_COLUMNS} FROM event AS e WHERE e.key = ?", (key,)).fetchone()
    return rows.event(row[1:], _claims(connection, [row[0]]).get(row[0], ()))


def _claims(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[Claim, ...]]:
    """Claims by event id."""
    listed = ",".join(map(str, ids))
    participants: defaultdict[int, list[Participant]] = defaultdict(list)
    for claim_id, *row in connection.execute(_PARTICIPANTS.format(ids=listed)):
        participants[claim_id].append(rows.participant(row))
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    for id_, claim_id, *row in connection.execute(_CLAIMS.format(ids=listed)):
        claims[id_].append(rows.claim(row, tuple(participants.get(claim_id, ()))))
    return {id_: tuple(told) for id_, told in claims.items()}
