"""An SQLite file as the store's database."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.store import answer, connect, identity
from timeline.store.trouble import plainly

if TYPE_CHECKING:
    import sqlite3
    import tempfile
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from os import PathLike

    from sqlalchemy import Engine

    from timeline.errors import StoreError
    from timeline.store.check import Finding
    from timeline.store.sql import Answer
    from timeline.store.writer import Writer


class File:
    """One file; for `:memory:` one in a folder that goes with it."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        if str(path) == ":memory:":
            import tempfile

            self._temporary = tempfile.TemporaryDirectory(prefix="timeline-")
            path = f"{self._temporary.name}/timeline.db"
        self._file = os.fspath(path)

    @property
    def name(self) -> str:
        """Its path."""
        return self._file

    @property
    def path(self) -> Path:
        """The same."""
        return Path(self._file)

    @property
    def exists(self) -> bool:
        """There is a file, or whatever has its name."""
        return os.path.exists(self._file)  # noqa: PTH110 - pathlib costs a reading command a tenth of its time

    def missing(self) -> StoreError:
        """How to make one."""
        return identity.missing(self._file)

    def connect(self) -> sqlite3.Connection:
        """For reading, with the function that `grep` calls."""
        connection = connect.reading(self._file)
        answer.prepare(connection)
        return connection

    def plainly(self) -> AbstractContextManager[None]:
        """What SQLite says as a StoreError."""
        return plainly(self._file)

    def writer(self) -> Writer:
        """The file is there from here on."""
        from timeline.store.writer import Writer

        return Writer(self.path)

    def engine(self) -> Engine:
        """On connections that SQLite lets change nothing."""
        from timeline.store.engine import reading_engine

        return reading_engine(self.path)

    def ask(self, sql: str, parameters: Mapping[str, object] | None, *, seconds: float, megabytes: int) -> Answer:
        """In a child process."""
        from timeline.store.sql import ask

        return ask(self.path, sql, parameters, seconds=seconds, megabytes=megabytes)

    def migrate(self) -> str | None:
        """With a copy made first."""
        from timeline.store.migrate import upgrade

        copy = upgrade(self.path)
        return None if copy is None else f"; as it was: {copy}"

    def check(self, *, deep: bool = True) -> list[Finding]:
        """Pages, references, counts; `deep`: texts and index too."""
        from timeline.store.check import check

        return check(self.path, deep=deep)

    def backup(self, target: Path) -> None:
        """While others may write."""
        from timeline.store.backup import backup

        backup(self.path, target)

    def as_file(self) -> AbstractContextManager[str]:
        """Itself."""
        return nullcontext(self._file)

    def close(self) -> None:
        """A database of memory goes."""
        if self._temporary is not None:
            self._temporary.cleanup()
