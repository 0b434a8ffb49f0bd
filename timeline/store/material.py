"""What the linker works on: every claim with its participants, and the facts of every document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from timeline.model.facts import DocumentFacts
from timeline.store import rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from timeline.model.claim import Claim

_CLAIMS = f"""
SELECT claim.id, {rows.CLAIM_COLUMNS} FROM claim JOIN document ON document.id = claim.document_id
WHERE claim.document_id = ? ORDER BY claim.start, claim."end", claim.key
"""
_PARTICIPANTS = f"""
SELECT claim_entity.claim_id, {rows.PARTICIPANT_COLUMNS}
FROM claim JOIN claim_entity ON claim_entity.claim_id = claim.id JOIN entity ON entity.id = claim_entity.entity_id
WHERE claim.document_id = ? ORDER BY claim_entity.claim_id, claim_entity.position
"""


def facts(connection: sqlite3.Connection) -> dict[str, DocumentFacts]:
    """What the linker must know of each document, by key, in order of uri."""
    sql = "SELECT key, uri, published_first_day, publisher, signature, language FROM document ORDER BY uri"
    return {row[0]: DocumentFacts(*row) for row in connection.execute(sql)}


def claims(connection: sqlite3.Connection) -> Iterator[Claim]:
    """Every claim, by document uri and place in it; one document at a time is in memory."""
    for (document_id,) in connection.execute("SELECT id FROM document ORDER BY uri"):
        yield from document_claims(connection, document_id)


def document_claims(connection: sqlite3.Connection, document_id: int) -> Iterator[Claim]:
    """The claims of one document."""
    named = groupby(connection.execute(_PARTICIPANTS, (document_id,)), lambda row: row[0])
    participants = {claim_id: tuple(rows.participant(row[1:]) for row in group) for claim_id, group in named}
    for row in connection.execute(_CLAIMS, (document_id,)):
        yield rows.claim(row[1:], participants.get(row[0], ()))
