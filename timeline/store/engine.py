"""The SQLAlchemy engine for writing and migrating an SQLite file."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from timeline.store import connect

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def engine(path: Path, *, foreign_keys: bool = True) -> Engine:
    """One connection; every transaction takes the write lock when it begins, so that none fails for it half-way.

    Without `isolation_level=None` the driver commits before DDL, and a failed migration would leave half of itself.
    """

    def creator() -> sqlite3.Connection:
        connection = connect.connect(path)
        connect.begin_writing(connection)
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        return connection

    made = create_engine("sqlite://", creator=creator, poolclass=StaticPool)

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> Any:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return made
