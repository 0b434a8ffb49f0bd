"""What is said differently to SQLite than to another database: one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Table

TEXT_INDEX = "event_text"
"""FTS5 over title and quotes of each event, and marks for the length class; `rowid` is the event's id."""

REBUILD_TEXT_INDEX = f"INSERT INTO {TEXT_INDEX}({TEXT_INDEX}) VALUES ('rebuild')"
CHECK_TEXT_INDEX = f"INSERT INTO {TEXT_INDEX}({TEXT_INDEX}, rank) VALUES ('integrity-check', 1)"
OPTIMIZE = "PRAGMA optimize"


def inserting(table: Table) -> str:
    """An INSERT of whole rows as tuples, in the order of the table's columns."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'


def is_ours_to_compare(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """For Alembic's autogenerate: the full-text index and its shadow tables are no tables of the schema."""
    return not (kind == "table" and name is not None and name.startswith(TEXT_INDEX))
