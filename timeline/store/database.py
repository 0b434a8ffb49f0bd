"""What a store needs of a database, whatever keeps it: an SQLite file (`file.py`), a PostgreSQL server (`postgres/`).

Both are asked in SQLite's SQL through connections alike; what must be said otherwise is in `dialect.py` and
`postgres/`, and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from os import PathLike
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from sqlalchemy import Engine

    from timeline.errors import StoreError
    from timeline.store.check import Finding
    from timeline.store.writer import Writer


class Answered(Protocol):
    """Columns, and rows as they come; a context manager."""

    columns: tuple[str, ...]

    @property
    def rows(self) -> Iterator[tuple[Any, ...]]: ...
    def prompt(self) -> Iterator[tuple[Any, ...]]: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Database(Protocol):
    """Where a timeline is kept."""

    @property
    def name(self) -> str:
        """As it may be printed: without a password."""

    @property
    def exists(self) -> bool:
        """There is something to open, ours or not."""

    def missing(self) -> StoreError:
        """What to say where there is nothing."""

    def connect(self) -> sqlite3.Connection:
        """A connection that changes nothing, to a database of ours at this program's schema; StoreError otherwise."""

    def plainly(self) -> AbstractContextManager[None]:
        """Whatever the driver says, raised as a StoreError."""

    def writer(self) -> Writer:
        """Transactions; makes what is not there, brings what is older to this program's schema."""

    def engine(self) -> Engine:
        """SQLAlchemy's, for reading."""

    def ask(self, sql: str, parameters: Mapping[str, object] | None, *, seconds: float, megabytes: int) -> Answered:
        """Run a user's query, which can only read."""

    def migrate(self) -> str | None:
        """Bring it to this program's schema; what to say of how it was before, None if there was nothing to do."""

    def check(self, *, deep: bool = True) -> list[Finding]:
        """What is wrong with it; `deep`: with every text too."""

    def backup(self, target: Path) -> None:
        """A verified copy in a file."""

    def as_file(self) -> AbstractContextManager[str]:
        """The path of an SQLite file with all of it, for as long as it is needed."""

    def close(self) -> None:
        """What was made for the time that it is open goes."""


def database(path: str | PathLike[str]) -> Database:
    """The database that a path or URL means; `:memory:` is one that goes when it is closed."""
    if "://" in str(path):
        from timeline.store.postgres.server import Server

        return Server(str(path))
    from timeline.store.file import File

    return File(path)
