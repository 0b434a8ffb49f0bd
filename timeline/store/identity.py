"""Whose database a file is, and how old: asked before anything is read or written, so a refusal leaves no trace."""

from __future__ import annotations

import errno
import os
import sqlite3
from typing import TYPE_CHECKING

from timeline.errors import StoreError

if TYPE_CHECKING:
    from timeline.store.connect import File

APPLICATION_ID = 0x544C6462
"""`TLdb` in the file's header: PRAGMA application_id."""

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every schema that this program knows, oldest first; a test holds them equal to the migrations."""

HEAD = REVISIONS[-1]


def verify_file(path: File) -> None:
    """That there is a file that can be read, and something in it; StoreError otherwise.

    It is not opened: closing a file takes back every lock that this process holds on it (POSIX fcntl), and with them
    the safety of the connections that it has already.
    """
    if not os.path.exists(path):  # noqa: PTH110 - pathlib costs a reading command a tenth of its time
        raise missing(path)
    if os.path.isdir(path):  # noqa: PTH112
        raise StoreError(f"{path} is a folder, not a database", path=path, code="folder")
    if not os.access(path, os.R_OK):
        raise StoreError(f"cannot read {path}: {os.strerror(errno.EACCES)}", path=path, code="unreadable")
    if not os.path.getsize(path):  # noqa: PTH202
        raise StoreError(f"{path} is empty, not a database; delete it to begin anew", path=path, code="empty")


def missing(name: object) -> StoreError:
    """There is none, and how to make it."""
    return StoreError(f"there is no database {name}; `timeline add FILES` makes one", path=name, code="missing")


def revision(connection: sqlite3.Connection, path: File) -> str:
    """The schema's revision, one of REVISIONS; StoreError for another program's database or a newer one."""
    try:
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError as error:
        if "not a database" not in str(error):
            raise
        raise StoreError(f"{path} is not a timeline database", path=path, code="foreign") from error
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
