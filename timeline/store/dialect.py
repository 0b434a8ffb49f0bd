"""What is said differently to SQLite than to another database: one place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

    from timeline.store.filter import Filter

TEXT_INDEX = "event_text"
"""FTS5 over title and quotes of each event, its marks, and what its documents are called; `rowid` is its id."""

DOCUMENT_INDEX = "document_told"
"""FTS5 over the names and title of each document; `rowid` is the document's id."""

DOCUMENT_WORDS = "document_told_word"
"""The words of that index, in order."""

SOURCE_INDEX = "source_told"
"""FTS5 over the names of publishers; `rowid` is the publisher's id."""

SOURCE_WORDS = "source_told_word"
"""The words of that index, in order."""

TEXT_INDEXES = (TEXT_INDEX, DOCUMENT_INDEX, SOURCE_INDEX)
REBUILD_TEXT = tuple(
    f"INSERT INTO {index}({index}) VALUES ('{command}')"
    for command in ("rebuild", "optimize")
    for index in TEXT_INDEXES
)
"""Made anew, and in one piece: a word is then looked up once, not once in each of twenty pieces."""
CHECK_TEXT = tuple(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)" for index in TEXT_INDEXES)
_SOURCE = "SELECT id, title, quotes, marks, told FROM event_text_source WHERE id = ?"
_FORGET = f"INSERT INTO {TEXT_INDEX}({TEXT_INDEX}, rowid, title, quotes, marks, told) VALUES ('delete', ?, ?, ?, ?, ?)"
_LEARN = f"INSERT INTO {TEXT_INDEX}(rowid, title, quotes, marks, told) VALUES (?, ?, ?, ?, ?)"


class Dialect(Protocol):
    """What a module says to one kind of database."""

    def rebuild_text(self, connection: Connection) -> None:
        """Write the full-text indexes anew."""

    def complete_text(self, connection: Connection) -> None:
        """Write those that a migration left empty."""

    def forget_text(self, connection: Connection, event: int) -> None:
        """Take one event out of its index, before it is changed."""

    def learn_text(self, connection: Connection, event: int) -> None:
        """Put it in again."""

    def has(self, connection: Connection, name: str) -> bool:
        """There is a table or view of that name, whatever its case."""

    def definition(self, filter_: Filter) -> str | None:
        """The SELECT of a saved query's view; None where that cannot be."""


def dialect(connection: Connection) -> Dialect:
    """This module, or the one for the other kind of database."""
    if connection.dialect.name == "sqlite":
        return cast("Dialect", sys.modules[__name__])
    from timeline.store.postgres import dialect as other

    return other


def rebuild_text(connection: Connection) -> None:
    """FTS5 reads what its indexes are of; what many events have is counted then."""
    from timeline.store import census

    for statement in REBUILD_TEXT:
        connection.exec_driver_sql(statement)
    census.take(connection.exec_driver_sql)


def complete_text(_: Connection) -> None:
    """None: migrations speak to FTS5 themselves."""


def forget_text(connection: Connection, event: int) -> None:
    """FTS5 is told what stood there."""
    connection.exec_driver_sql(_FORGET, tuple(connection.exec_driver_sql(_SOURCE, (event,)).one()))


def learn_text(connection: Connection, event: int) -> None:
    """And what stands there now."""
    connection.exec_driver_sql(_LEARN, tuple(connection.exec_driver_sql(_SOURCE, (event,)).one()))


def has(connection: Connection, name: str) -> bool:
    """In the schema, whatever it is."""
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE lower(name) = ?", (name,)).first() is not None


def definition(filter_: Filter) -> str | None:
    """In SQL without a function of ours."""
    from timeline.store import view

    return view.definition(filter_)


def inserting(table: Table, last: Sequence[str] = ()) -> str:
    """An INSERT of whole rows as tuples, in the order of the table's columns, but some of them last."""
    named = [column.name for column in table.columns if column.name not in last]
    names = ", ".join(f'"{name}"' for name in (*named, *last))
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'


def is_ours_to_compare(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """For Alembic's autogenerate: what only one kind of database has is no table of the schema."""
    return not (kind == "table" and name is not None and name.startswith((*TEXT_INDEXES, "written")))
