"""What is said differently to SQLite than to another database: one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Table

TEXT_INDEX = "event_text"
"""FTS5 over title and quotes of each event, its marks, and what its documents are called; `rowid` is its id."""

DOCUMENT_INDEX = "document_told"
"""FTS5 over the names, title and publisher of each document; `rowid` is the document's id."""

DOCUMENT_WORDS = "document_told_word"
"""The words of that index, in order."""

TEXT_INDEXES = (TEXT_INDEX, DOCUMENT_INDEX)
REBUILD_TEXT = tuple(f"INSERT INTO {index}({index}) VALUES ('rebuild')" for index in TEXT_INDEXES)
CHECK_TEXT = tuple(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)" for index in TEXT_INDEXES)


def inserting(table: Table) -> str:
    """An INSERT of whole rows as tuples, in the order of the table's columns."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.columns))})'


def is_ours_to_compare(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """For Alembic's autogenerate: the full-text index and its shadow tables are no tables of the schema."""
    return not (kind == "table" and name is not None and name.startswith(TEXT_INDEXES))
