"""A person's decisions as they are read: in the order in which they were made, with what was undone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

BY_HAND = "by-hand:"
"""How the uri of a document begins that was made of a decision to add an event; the decision's key follows."""
_ROWS = "SELECT id, key, kind, payload, who, why, made FROM decision ORDER BY id"
_EVENTS = """
SELECT n.decision_id, e.key FROM event_decision AS n JOIN event AS e ON e.id = n.event_id ORDER BY n.decision_id, e.key
"""


class Ruling(NamedTuple):
    """One row of the ledger."""

    number: int
    key: str
    kind: str
    payload: dict[str, Any]
    who: str | None
    why: str | None
    made: str | None
    undone: bool
    """A later one, which holds, undid it."""


def rulings(connection: sqlite3.Connection) -> list[Ruling]:
    """All of them, oldest first; one without a time is younger than all that were there when it came."""
    told, latest = [], ""
    for number, key, kind, payload, who, why, made in connection.execute(_ROWS):
        place = (latest, 1, number, "") if made is None else (made, 0, 0, key)
        latest = max(latest, made or "")
        told.append((place, Ruling(number, key, kind, json.loads(payload), who, why, made, undone=False)))
    ordered = [ruling for _, ruling in sorted(told, key=lambda one: one[0])]
    undone: set[str] = set()
    for ruling in reversed(ordered):
        if ruling.kind == "undo" and ruling.key not in undone:
            undone.add(ruling.payload["decision"])
    return [ruling._replace(undone=ruling.key in undone) for ruling in ordered]


def holding(rows: Iterable[Ruling]) -> list[Ruling]:
    """Those that hold, undoings left out."""
    return [row for row in rows if not row.undone and row.kind != "undo"]


def decisions(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """Each as a dict: the fields of `Ruling`, and `events`, the keys of those that it bears upon now."""
    events: dict[int, list[str]] = {}
    for number, key in connection.execute(_EVENTS):
        events.setdefault(number, []).append(key)
    return [{**row._asdict(), "events": events.get(row.number, [])} for row in rulings(connection)]


def of_event(connection: sqlite3.Connection, key: str) -> list[dict[str, Any]]:
    """The decisions that bear upon one event, oldest first."""
    sql = "SELECT n.decision_id FROM event_decision AS n JOIN event AS e ON e.id = n.event_id WHERE e.key = ?"
    numbers = {number for (number,) in connection.execute(sql, (key,))}
    return [row._asdict() for row in rulings(connection) if row.number in numbers] if numbers else []


def mark(payload: dict[str, Any], kind: str) -> Sequence[str]:
    """What a decision changed, in a few words each: `title: …`, `+harbour`, `2 events`."""
    if kind == "edit":
        return [f"{name}: {payload[name] or 'as told'}" for name in ("title", "date", "note") if name in payload]
    if kind == "label":
        return [*(f"+{label}" for label in payload["add"]), *(f"-{label}" for label in payload["remove"])]
    if kind == "star":
        return [payload["claims"][0][0]["title"], *([] if payload["on"] else ["off"])]
    if kind == "add":
        return [" ".join(filter(None, (payload["date"], payload["title"])))]
    if kind == "undo":
        return [payload["decision"]]
    if kind in ("merge", "split"):
        return [" | ".join(group[0]["title"] for group in payload["claims"])]
    return [payload["claims"][0][0]["title"]]
