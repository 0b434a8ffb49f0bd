"""Whose database it is, and how old: asked before anything is read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from timeline.errors import StoreError
from timeline.store.identity import HEAD, REVISIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = "TLdb"
"""The remark on table `written`, as PRAGMA application_id is in a file."""
_STATE = """
SELECT to_regclass('alembic_version') IS NOT NULL, to_regclass('property') IS NOT NULL, to_regclass('event') IS NOT NULL
       OR to_regclass('document') IS NOT NULL OR to_regclass('claim') IS NOT NULL,
       obj_description(to_regclass('written'), 'pg_class')
"""


class Asked(Protocol):
    """A connection."""

    def execute(self, sql: str) -> Any: ...


def revision(connection: Asked, name: str) -> str | None:
    """The schema's revision, one of REVISIONS; None where there is no timeline yet.

    StoreError for tables of another program, or of a newer one.
    """
    versioned, has_property, has_others, mark = _one(connection, _STATE)
    if not (versioned or has_property or has_others):
        return None
    if mark != MARK or not versioned:
        sentence = f"{name} has tables of another program; it was left untouched: make a database of its own"
        raise StoreError(sentence, path=name, code="foreign")
    (version,) = _one(connection, "SELECT max(version_num) FROM alembic_version")
    if version not in REVISIONS:
        raise StoreError(
            f"{name} was made by a newer timeline (schema {version}; this one knows {HEAD}); "
            "it was left untouched: install the newer program",
            path=name,
            code="newer",
        )
    return str(version)


def verify_current(connection: Asked, name: str) -> None:
    """That there is a timeline and its schema is this program's; StoreError otherwise."""
    version = revision(connection, name)
    if version is None:
        raise missing(name)
    if version != HEAD:
        sentence = f"{name} was made by an older timeline (schema {version}); `timeline migrate` brings it to {HEAD}"
        raise StoreError(sentence, path=name, code="older")


def missing(name: str) -> StoreError:
    """It is empty, and how to fill it."""
    return StoreError(f"there is no timeline in {name} yet; `timeline add FILES` makes one", path=name, code="missing")


def _one(connection: Asked, sql: str) -> Sequence[Any]:
    row: Sequence[Any] = connection.execute(sql).fetchone()
    return row
