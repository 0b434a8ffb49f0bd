"""A PostgreSQL server as the store's database (extra `postgres`)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from timeline.read.extras import need
from timeline.store.postgres.address import Address

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Engine

    from timeline.errors import StoreError
    from timeline.store.check import Finding
    from timeline.store.postgres.writer import ServerWriter
    from timeline.store.sql import Answer


class Server:
    """One database of a server, and in it the schema that the role's search_path begins with."""

    def __init__(self, url: str) -> None:
        self.address = Address.of(url)
        self._there = False
        need("psycopg", "postgres", "A database of PostgreSQL")

    @property
    def name(self) -> str:
        """The URL without its password."""
        return self.address.name

    @property
    def exists(self) -> bool:
        """It holds a timeline, or tables of somebody else."""
        if not self._there:
            from timeline.store.postgres.migrate import revision

            self._there = revision(self.address) is not None
        return self._there

    def missing(self) -> StoreError:
        """How to make one."""
        from timeline.store.postgres.identity import missing

        return missing(self.name)

    def connect(self) -> sqlite3.Connection:
        """A session, which is asked as SQLite is."""
        from timeline.store.postgres.session import Session

        with self.plainly():
            return cast("sqlite3.Connection", Session(self.address))

    def plainly(self) -> AbstractContextManager[None]:
        """What the server says as a StoreError."""
        from timeline.store.postgres.trouble import plainly

        return plainly(self.name)

    def writer(self) -> ServerWriter:
        """The tables are there from here on."""
        from timeline.store.postgres.writer import ServerWriter

        with self.plainly():
            return ServerWriter(self.address)

    def engine(self) -> Engine:
        """In transactions that can only read."""
        from timeline.store.postgres.engine import reading_engine
        from timeline.store.postgres.migrate import verify

        with self.plainly():
            verify(self.address)
        return reading_engine(self.address)

    def ask(self, sql: str, parameters: Mapping[str, object] | None, *, seconds: float, megabytes: int) -> Answer:
        """In a transaction that can only read."""
        from timeline.store.postgres.asking import ask

        return ask(self.address, sql, parameters, seconds=seconds, megabytes=megabytes)

    def migrate(self) -> str | None:
        """An empty database gets the schema."""
        from timeline.store.postgres.migrate import upgrade

        with self.plainly():
            return "" if upgrade(self.address) else None

    def check(self, *, deep: bool = True) -> list[Finding]:
        """Counts and words, `deep` texts and index too; pages and references are the server's care."""
        from timeline.store.postgres.check import check

        with self.plainly():
            return check(self.address, deep=deep)

    def backup(self, target: Path) -> None:
        """A file with all of it, as it is at one moment."""
        from timeline.store.postgres.copy import backup

        with self.plainly():
            backup(self.address, target)

    @contextmanager
    def as_file(self) -> Iterator[str]:
        """A copy as it is now, which goes when it is no longer needed."""
        import tempfile
        from pathlib import Path

        from timeline.store.postgres.copy import copy

        with tempfile.TemporaryDirectory(prefix="timeline-") as folder:
            path = Path(folder) / "timeline.db"
            with self.plainly():
                copy(self.address, path)
            yield str(path)

    def close(self) -> None:
        """Nothing of it is ours to take away."""
