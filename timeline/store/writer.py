"""Transactions: each takes the write lock when it begins, and is whole or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from threading import RLock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from sqlalchemy.exc import DBAPIError

from timeline.store import connect, migrate
from timeline.store.engine import engine
from timeline.store.trouble import plainly, trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

P = ParamSpec("P")
T = TypeVar("T")


class Writer:
    """The engine of a database that is there and at this program's schema."""

    def __init__(self, path: Path) -> None:
        """Make the database if nothing is there; bring an older one to the schema, a backup first."""
        self.path = path
        self._turn = RLock()
        if not path.exists():
            migrate.create(path)
        migrate.upgrade(path)
        connect.reading(path).close()
        with plainly(path):
            self.engine = engine(path)

    def run(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do work in one transaction; StoreError, with nothing of it done, when the database refuses."""
        try:
            with self._turn, self.engine.begin() as connection:
                return work(connection, *args, **kwargs)
        except DBAPIError as error:
            raise trouble(error.orig or error, self.path) from error

    def rebuild(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same without looking up each foreign key, for rows that refer only to what is written with them."""
        with self._turn:
            with plainly(self.path), closing(self.engine.raw_connection()) as pooled:
                connection = pooled.driver_connection
            assert connection is not None
            try:
                connection.execute("PRAGMA foreign_keys=OFF")
                return self.run(work, *args, **kwargs)
            finally:
                with suppress(sqlite3.ProgrammingError):  # what broke in closed it; the next one looks them up again
                    connection.execute("PRAGMA foreign_keys=ON")

    def close(self) -> None:
        """Give the file back."""
        self.engine.dispose()
        connect.settle(self.path)
