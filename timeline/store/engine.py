"""The SQLAlchemy engines of an SQLite file: one for writing and migrating, one that only reads."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from timeline.store import connect

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def engine(path: Path | None, *, migrating: bool = False) -> Engine:
    """One connection, to a file or (None) to memory; a transaction takes the write lock when it begins, not half-way.

    Without `isolation_level=None` the driver commits before DDL, and a failed migration would leave half of itself. A
    migration keeps the rollback journal, so that a failure leaves every byte as it was, and foreign keys off, because
    rebuilding a table with them on empties its children.
    """

    def creator() -> sqlite3.Connection:
        connection = connect.connect(path) if path else connect.in_memory()
        if migrating:
            connection.execute("PRAGMA legacy_alter_table=ON")  # a rebuilt table keeps the views that read it
        else:
            connect.begin_writing(connection, path)
        return connection

    made = create_engine("sqlite://", creator=creator, poolclass=StaticPool)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> Any:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return made


def reading_engine(path: Path) -> Engine:
    """Connections that change nothing (`query_only`), for any thread; each transaction sees one state of the file."""
    made = create_engine("sqlite://", creator=lambda: connect.reading(path), poolclass=QueuePool)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> Any:
        connection.exec_driver_sql("BEGIN")

    return made
