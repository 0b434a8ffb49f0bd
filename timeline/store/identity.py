"""Whose database a file is, and how old: asked before anything is read or written, so a refusal leaves no trace."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from timeline.errors import StoreError

if TYPE_CHECKING:
    from timeline.store.connect import File

APPLICATION_ID = 0x544C6462
"""`TLdb` in the file's header: PRAGMA application_id."""

REVISIONS = ("0001",)
"""Every schema that this program knows, oldest first; a test holds them equal to the migrations."""

HEAD = REVISIONS[-1]

_MAGIC = b"SQLite format 3\x00"


def verify_file(path: File) -> None:
    """That the file is there and begins as an SQLite database does; StoreError otherwise."""
    if not os.path.exists(path):  # noqa: PTH110 - pathlib costs a reading command a tenth of its time
        raise missing(path)
    if os.path.isdir(path):  # noqa: PTH112
        raise StoreError(f"{path} is a folder, not a database", path=path, code="folder")
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise StoreError(f"cannot read {path}: {error.strerror}", path=path, code="unreadable") from error
    if not head:
        raise StoreError(f"{path} is empty, not a database; delete it to begin anew", path=path, code="empty")
    if head != _MAGIC:
        raise StoreError(f"{path} is not a timeline database", path=path, code="foreign")


def missing(name: object) -> StoreError:
    """There is none, and how to make it."""
    return StoreError(f"there is no database {name}; `timeline add FILES` makes one", path=name, code="missing")


def revision(connection: sqlite3.Connection, path: File) -> str:
    """The schema's revision, one of REVISIONS; StoreError for another program's database or a newer one."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise StoreError(f"{path} belongs to another program; it was left untouched", path=path, code="foreign")
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        found = []
    if len(found) != 1:
        raise StoreError(f"{path} has no schema version; it is damaged", path=path, code="damaged")
    (version,) = found[0]
    if version not in REVISIONS:
        raise StoreError(
            f"{path} was made by a newer timeline (schema {version}; this one knows {HEAD}); "
            "it was left untouched: install the newer program",
            path=path,
            code="newer",
        )
    return str(version)


def verify_current(connection: sqlite3.Connection, path: File) -> None:
    """That the database is ours and its schema is this program's; StoreError otherwise."""
    version = revision(connection, path)
    if version != HEAD:
        raise StoreError(
            f"{path} was made by an older timeline (schema {version}); `timeline migrate` brings it to {HEAD}",
            path=path,
            code="older",
        )
