"""The SQLAlchemy engines of a server: one for writing and migrating, one that only reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from psycopg import IsolationLevel
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool

from timeline.store.postgres.placing import placed
from timeline.store.postgres.session import connection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from timeline.store.postgres.address import Address

PATIENCE = 30
"""Seconds to wait for another writer."""
_MIGRATING = 0x544C6462
"""The advisory lock of those who make or change tables."""
_WHOLE_ROWS = re.compile(r'INSERT INTO ("\w+" \([^)]*\)) VALUES \((?:\?|%s)[^)]*\)')


def engine(address: Address, *, migrating: bool = False) -> Engine:
    """One connection. A transaction takes its turn when it begins: writers wait for one another, readers for nobody.

    The turn is a row that every writer changes, which also tells readers that something was written.
    """
    made = create_engine(
        "postgresql+psycopg://",
        creator=lambda: _connected(address, migrating=migrating),
        poolclass=StaticPool,
        hide_parameters=True,
    )

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        if migrating:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATING})")
        else:
            connection.exec_driver_sql("UPDATE written SET number = number + 1")

    @event.listens_for(made, "before_cursor_execute", retval=True)
    def translate(_connection: Any, _cursor: Any, sql: str, parameters: Any, context: Any, many: bool) -> Any:
        if context.compiled is not None or many:
            return sql, parameters
        return _told(sql, parameters if isinstance(parameters, tuple) else ())

    @event.listens_for(made, "do_executemany")
    def copy(cursor: Any, sql: str, rows: Sequence[Sequence[Any]], _context: Any) -> bool:
        return _copy(cursor, sql, rows)

    return made


def reading_engine(address: Address) -> Engine:
    """Connections that change nothing, for any thread; each transaction sees one state. Values are SQLAlchemy's own."""

    def creator() -> Any:
        made = connection(address, context=None)
        made.execute(b"SET default_transaction_read_only = on")
        made.autocommit = False
        made.isolation_level = IsolationLevel.REPEATABLE_READ
        return made

    return create_engine("postgresql+psycopg://", creator=creator, poolclass=QueuePool)


def _connected(address: Address, *, migrating: bool) -> Any:
    made = connection(address, **({"context": None} if migrating else {}))  # Alembic reads what the driver gives it
    made.execute(f"SET lock_timeout = {PATIENCE * 1000}".encode())
    made.autocommit = False
    return made


def _told(sql: str, parameters: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]]:
    """`?` and `?1` as psycopg's `%s`."""
    statement, wanted = placed(sql)
    places = re.split(r"\$([0-9]+)", statement.decode().replace("%", "%%"))
    values = tuple(parameters[int(wanted[int(number) - 1])] for number in places[1::2])
    return "%s".join(places[::2]), values


def _copy(cursor: Any, sql: str, rows: Sequence[Sequence[Any]]) -> bool:
    """Whole rows go by COPY, ten times as fast; False: as usual."""
    found = _WHOLE_ROWS.fullmatch(sql)
    if found is None:
        return False
    with cursor.copy(f"COPY {found[1]} FROM STDIN") as target:
        for row in rows:
            target.write_row(row)
    return True
