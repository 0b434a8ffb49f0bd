"""Reading one database, from several threads if need be: each has a connection and a snapshot of its own."""

from __future__ import annotations

from _thread import get_ident
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager


class Reader:
    """The connections are made when they are first needed; `make` sees to it that there is a database then."""

    def __init__(
        self,
        connect: Callable[[], sqlite3.Connection],
        plainly: Callable[[], AbstractContextManager[None]],
        make: Callable[[], None],
    ) -> None:
        self._connect, self._plainly, self._make = connect, plainly, make
        self._connections: dict[int, sqlite3.Connection] = {}
        self._depths: dict[int, int] = {}

    def connection(self) -> sqlite3.Connection:
        """This thread's."""
        thread = get_ident()
        found = self._connections.get(thread)
        if found is None or (getattr(found, "is_lost", False) and not self._depths.get(thread)):
            self._make()
            found = self._connections[thread] = self._connect()
        return found

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """One state of the database for all that is read inside; snapshots nest."""
        with self._plainly():
            connection, thread = self.connection(), get_ident()
            depth = self._depths.get(thread, 0)
            if depth == 0:
                connection.execute("BEGIN")
            self._depths[thread] = depth + 1
            try:
                yield connection
            finally:
                left = self._depths[thread] = self._depths.get(thread, 1) - 1  # none are known once it was closed
                if left <= 0 and thread in self._connections and connection.in_transaction:
                    with suppress(Exception):
                        connection.execute("COMMIT")

    def close(self) -> None:
        """All of them, whichever thread asks."""
        for connection in self._connections.values():
            connection.close()
        self._connections.clear()
        self._depths.clear()
