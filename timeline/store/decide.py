"""What a person decided, as rows of their own: they outlive every rebuilding of the events."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from sqlalchemy import Connection

COLUMNS = ("number", "kind", "payload", "who", "why", "made", "undone")


def decide(connection: Connection, kind: str, payload: Mapping[str, object], told: Mapping[str, str | None]) -> int:
    """Keep one, with `who`, `why`, `made` as told; its number."""
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True)
    sql = "INSERT INTO decision (kind, payload, who, why, made, undone) VALUES (?, ?, ?, ?, ?, 0) RETURNING id"
    values = (kind, text, told.get("who"), told.get("why"), told.get("made"))
    return int(connection.exec_driver_sql(sql, values).scalar_one())


def undo(connection: Connection, number: int, undone: bool) -> None:
    """Mark one; InputError if there is none of that number."""
    sql = "UPDATE decision SET undone = ? WHERE id = ?"
    if connection.exec_driver_sql(sql, (int(undone), number)).rowcount == 0:
        raise InputError(f"there is no decision {number}", number=number)


def decisions(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """All of them, in the order in which they were made."""
    found = connection.execute("SELECT id, kind, payload, who, why, made, undone FROM decision ORDER BY id")
    told = [dict(zip(COLUMNS, row, strict=True)) for row in found]
    return [{**row, "payload": json.loads(row["payload"]), "undone": bool(row["undone"])} for row in told]
