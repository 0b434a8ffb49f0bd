"""What the linker works on: every claim with its participants, and the facts of every document."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from timeline.model.facts import DocumentFacts
from timeline.store import rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from timeline.model.claim import Claim

_CLAIMS = f"SELECT claim.id, {rows.CLAIM_COLUMNS} FROM claim JOIN document ON document.id = claim.document_id"
_PARTICIPANTS = f"""
SELECT claim_entity.claim_id, {rows.PARTICIPANT_COLUMNS}
FROM claim JOIN claim_entity ON claim_entity.claim_id = claim.id JOIN entity ON entity.id = claim_entity.entity_id
"""
_IN_PARTICIPANTS = "ORDER BY claim_entity.claim_id, claim_entity.position"
_AT_ONCE = 1000


def facts(connection: sqlite3.Connection) -> dict[str, DocumentFacts]:
    """What the linker must know of each document, by key, in order of uri."""
    sql = "SELECT key, uri, published_first_day, publisher, signature, language FROM document ORDER BY uri"
    return {row[0]: DocumentFacts(*row) for row in connection.execute(sql)}


def claims(connection: sqlite3.Connection) -> Iterator[Claim]:
    """Every claim, by document uri and place in it; one document at a time is in memory."""
    for _, claim in numbered(connection):
        yield claim


def numbered(connection: sqlite3.Connection) -> Iterator[tuple[int, Claim]]:
    """The same, each with its id."""
    wanted = 'WHERE claim.document_id = ? ORDER BY claim.start, claim."end", claim.key'
    for (document_id,) in connection.execute("SELECT id FROM document ORDER BY uri"):
        yield from _read(connection, wanted, "WHERE claim.document_id = ?", document_id)


def some(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, Claim]]:
    """The claims of some ids, each with its id; a thousand at a time are in memory."""
    wanted = "WHERE claim.id IN (SELECT CAST(value AS integer) FROM json_each(?))"
    for start in range(0, len(ids), _AT_ONCE):
        yield from _read(connection, wanted, wanted, json.dumps(list(ids[start : start + _AT_ONCE])))


def count(connection: sqlite3.Connection) -> int:
    """How many claims there are."""
    return int(connection.execute("SELECT count(*) FROM claim").fetchone()[0])


def ids(connection: sqlite3.Connection, key: str) -> list[int]:
    """The id of the claim with a key, if there is one."""
    return [id_ for (id_,) in connection.execute("SELECT id FROM claim WHERE key = ?", (key,))]


def days(connection: sqlite3.Connection) -> Iterator[tuple[int, int, int | None, int | None, int | None]]:
    """Of each claim: id, that of its document, first day, last day, first day of publication."""
    yield from connection.execute(
        "SELECT claim.id, document.id, claim.first_day, claim.last_day, document.published_first_day "
        "FROM claim JOIN document ON document.id = claim.document_id"
    )


def places(connection: sqlite3.Connection) -> dict[int, int]:
    """The place of each document, by id, in an order that follows from their content: copies stand near each other."""
    ordered = connection.execute("SELECT id FROM document ORDER BY signature, key")
    return {id_: place for place, (id_,) in enumerate(ordered)}


class Told:
    """Every claim, read anew each time it is gone through."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __iter__(self) -> Iterator[Claim]:
        return claims(self._connection)


def named_days(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[int, set[str]]:
    """By day, which documents of `keys` name it; the date of the own page, written out, is none that a text names."""
    sql = """
    SELECT t.first_day, d.key FROM document AS d JOIN time_expression AS t ON t.document_id = d.id
    WHERE d.key IN (SELECT value FROM json_each(?)) AND t.first_day = t.last_day
      AND (t.anchor_kind IS NOT NULL OR d.published_first_day IS NULL OR t.first_day <> d.published_first_day)
    """
    found: dict[int, set[str]] = {}
    for start in range(0, len(keys), _AT_ONCE):
        for day, key in connection.execute(sql, (json.dumps(list(keys[start : start + _AT_ONCE])),)):
            found.setdefault(day, set()).add(key)
    return found


def _read(connection: sqlite3.Connection, which: str, whose: str, value: object) -> Iterator[tuple[int, Claim]]:
    """Claims, and the participants of those claims, by clauses with one parameter."""
    named = groupby(connection.execute(f"{_PARTICIPANTS} {whose} {_IN_PARTICIPANTS}", (value,)), lambda row: row[0])
    participants = {claim_id: tuple(rows.participant(row[1:]) for row in group) for claim_id, group in named}
    for row in connection.execute(f"{_CLAIMS} {which}", (value,)):
        yield row[0], rows.claim(row[1:], participants.get(row[0], ()))
