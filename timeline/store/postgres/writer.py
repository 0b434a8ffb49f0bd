"""Transactions on a server: one writer at a time, each whole or nothing."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import psycopg
from sqlalchemy.exc import DBAPIError

from timeline.store.postgres import migrate
from timeline.store.postgres.engine import engine
from timeline.store.postgres.trouble import trouble
from timeline.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from timeline.store.postgres.address import Address

P = ParamSpec("P")
T = TypeVar("T")


class ServerWriter(Writer):
    """The engine of a database that is there and at this program's schema."""

    def __init__(self, address: Address) -> None:
        """Make the tables if there are none; bring older ones to the schema."""
        self._name = address.name
        self._turn = RLock()
        migrate.upgrade(address)
        self.engine = engine(address)

    def run(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do work in one transaction; StoreError, with nothing of it done, when the server refuses."""
        try:
            with self._turn, self.engine.begin() as connection:
                return work(connection, *args, **kwargs)
        except DBAPIError as error:
            raise trouble(error.orig or error, self._name) from error
        except psycopg.Error as error:
            raise trouble(error, self._name) from error

    def rebuild(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same."""
        return self.run(work, *args, **kwargs)

    def close(self) -> None:
        """Hang up."""
        self.engine.dispose()
