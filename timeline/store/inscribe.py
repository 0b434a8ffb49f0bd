"""Rows into the ledger of a person's decisions: written once, never edited, each with who, why and when.

The newest word wins. An undoing is a decision too, and can itself be undone. Two ledgers are brought together by taking
in each other's rows: a row has a key from its content, so the same one is not taken in twice, and what holds does not
depend on which ledger took in the other.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.store.touch import touch
from timeline.store.verbs import keys_of, validated
from timeline.store.write import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

NAMES = ("key", "kind", "payload", "who", "why", "made")
"""The fields of a decision in JSON."""
MOST = 100
"""Times that the very same is decided without telling when, and known as such."""


def decide(
    connection: Connection,
    kind: str,
    payload: Mapping[str, object],
    told: Mapping[str, str | None],
    event: str | None = None,
) -> int:
    """Keep one, with `who`, `why`, `made` as told; its number.

    The events are stale from then on, but where it could be laid at once over the one `event` (a key) it is about.
    """
    who, why, made = (_line(told.get(name)) for name in ("who", "why", "made"))
    text = _canonical(kind, payload)
    key = next(key for key in keys_of(kind, text, who, why, made) if not _there(connection, key))
    number = _keep(connection, (key, kind, text, who, why, made))
    if event is None or not touch(connection, event, number, kind, json.loads(text)):
        set_property(connection, "stale", "1")
    return number


def take(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> int:
    """Rows of another ledger, as JSON has them; how many were new. InputError for a wrong one, and none is taken in."""
    kept = 0
    for place, row in enumerate(rows, 1):
        try:
            told = {name: row.get(name) for name in NAMES if name != "payload"}
            if not all(isinstance(text, str | None) for text in told.values()):
                raise InputError("key, kind, who, why and made are texts")
            text = _canonical(str(told["kind"]), row["payload"])
        except (InputError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"decision {place} of the list cannot be taken in: {error}", place=place) from error
        who, why, made = (_line(told[name]) for name in ("who", "why", "made"))
        keys = list(islice(keys_of(str(told["kind"]), text, who, why, made), MOST))
        key = told["key"] if told["key"] in keys else keys[0]  # a list that was edited by hand
        if not _there(connection, key):
            _keep(connection, (key, told["kind"], text, who, why, made))
            kept += 1
    if kept:
        set_property(connection, "stale", "1")
    return kept


def undo(connection: Connection, number: int, told: Mapping[str, str | None]) -> int:
    """It no longer holds; the number of the undoing. InputError if there is none of that number."""
    key = connection.exec_driver_sql("SELECT key FROM decision WHERE id = ?", (number,)).scalar()
    if key is None:
        raise InputError(f"there is no decision {number}; `timeline decisions` lists them", number=number)
    return decide(connection, "undo", {"decision": key}, told)


def _canonical(kind: str, payload: Any) -> str:
    return json.dumps(validated(kind, payload), ensure_ascii=False, sort_keys=True)


def _there(connection: Connection, key: str) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM decision WHERE key = ?", (key,)).first() is not None


def _keep(connection: Connection, values: tuple[str | None, ...]) -> int:
    sql = (
        "INSERT INTO decision (id, key, kind, payload, who, why, made) "
        "VALUES ((SELECT coalesce(max(id), 0) + 1 FROM decision), ?, ?, ?, ?, ?, ?) RETURNING id"
    )
    return int(connection.exec_driver_sql(sql, values).scalar_one())


def _line(text: str | None) -> str | None:
    """One line without what no database carries; None for nothing."""
    told = " ".join((text or "").encode("utf-8", "replace").decode("utf-8").replace("\0", " ").split())
    return told or None
