"""A connection for reading that is asked in SQLite's SQL, as the rest of the store speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg

from timeline.errors import StoreError
from timeline.store.postgres import identity, query
from timeline.store.postgres.placing import placed
from timeline.store.postgres.trouble import unreachable
from timeline.store.postgres.values import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.store.filter import Filter
    from timeline.store.postgres.address import Address

OLDEST = 140000
"""PostgreSQL 14."""
_OTHERWISE = {
    "BEGIN": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    "PRAGMA data_version": "SELECT number FROM written",
}
"""What SQLite is told in its own way, and PostgreSQL in another."""


def connection(address: Address, **settings: Any) -> psycopg.Connection[tuple[Any, ...]]:
    """To a server that keeps texts as we do, in autocommit mode; StoreError otherwise."""
    try:
        made = psycopg.connect(
            address.libpq,
            autocommit=True,
            client_encoding="UTF8",
            **{"application_name": "timeline", "connect_timeout": 20, "context": alike(), **settings},
        )
    except psycopg.ProgrammingError:
        raise StoreError(f"{address.name} is no URL that can be read", path=address.name, code="scheme") from None
    except psycopg.Error as error:
        raise unreachable(error, address.name) from None  # libpq may repeat what it was given
    encoding = made.info.parameter_status("server_encoding")
    if encoding != "UTF8" or made.info.server_version < OLDEST:
        made.close()
        wanted = "a database in UTF-8 on PostgreSQL 14 or newer"
        raise StoreError(f"{address.name} cannot be used: it takes {wanted}", path=address.name, code="server")
    return made


class Session:
    """Stands in for `sqlite3.Connection` where the store reads."""

    def __init__(self, address: Address) -> None:
        self._name = address.name
        self._connection = connection(address, cursor_factory=psycopg.RawCursor)
        try:
            identity.verify_current(self, address.name)
        except BaseException:
            self.close()
            raise

    def execute(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> psycopg.Cursor[Any]:
        """One statement, all rows of its answer."""
        statement, wanted = placed(_OTHERWISE.get(sql, sql))
        values = [_carried(parameters[place]) for place in wanted]  # type: ignore[index]
        return self._connection.execute(statement, values or None)

    def plain(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a statement of PostgreSQL's own, without a parameter."""
        return self._connection.execute(sql.encode()).fetchall()

    def stream(self, sql: str) -> Iterator[Sequence[Any]]:
        """Rows as they are asked for, inside a snapshot."""
        with psycopg.RawServerCursor(self._connection, query.cursor_name()) as cursor:
            cursor.itersize = query.PAGE
            yield from cursor.execute(sql.encode())

    def find(self, filter_: Filter, columns: str) -> Iterator[Sequence[Any]]:
        """Rows (id, *columns of `event AS e`) that a filter asks for, in order."""
        return query.find(self, filter_, columns)

    def count(self, filter_: Filter) -> int:
        """How many it asks for, whatever its `limit` and `top`."""
        return query.count(self, filter_)

    @property
    def in_transaction(self) -> bool:
        """Between BEGIN and COMMIT, or something in there failed."""
        return self._connection.info.transaction_status != psycopg.pq.TransactionStatus.IDLE

    @property
    def is_lost(self) -> bool:
        """The server has hung up."""
        return self._connection.closed

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def _carried(value: object) -> object:
    """PostgreSQL takes no NUL; a text with the sign that stands for one equals nothing that is stored."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value
