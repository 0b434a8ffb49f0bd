"""What is said differently to PostgreSQL; `store/dialect.py` calls these by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.store.postgres import text
from timeline.store.postgres.query import best, conditions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from timeline.store.filter import Filter

rebuild_text = text.rebuild
complete_text = text.complete


def has(connection: Connection, name: str) -> bool:
    """There is a table, view or index of that name, whatever its case."""
    sql = "SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND lower(relname) = ?"
    return connection.exec_driver_sql(sql, (name,)).first() is not None


def definition(filter_: Filter) -> str | None:
    """The SELECT of a saved query's view; None where that cannot be."""
    if filter_.grep or filter_.hidden or filter_.after:
        return None
    where = conditions(filter_)
    if filter_.top is not None:
        where = [f"e.id IN ({best(where, filter_.top)})"]
    order = "DESC" if filter_.reverse else "ASC"
    limit = f" LIMIT {int(filter_.limit)}" if filter_.limit is not None else ""
    chosen = f"SELECT e.id FROM event AS e WHERE {' AND '.join(where)}"
    return f"SELECT t.* FROM timeline AS t WHERE t.id IN ({chosen}) ORDER BY t.id {order}{limit}"


def forget_text(connection: Connection, event: int) -> None:
    """Nothing: what is learnt takes its place."""


def learn_text(connection: Connection, event: int) -> None:
    """The words of one event, as it is now."""
    text.learn(connection, event)
