"""Connections to an SQLite file, through the standard library alone.

At rest a database is one file with a rollback journal: it can be copied, mailed, opened from a read-only disk. While
somebody writes it is in WAL mode, so that readers never wait for the writer nor the writer for readers; the last
writer to leave folds the log back (`settle`). A reader opens the file read-write with `query_only`, because a
`mode=ro` connection that leaves last cannot remove the log's side files.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from timeline.store.identity import verify_current, verify_file
from timeline.store.trouble import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike
    from typing import TypeAlias

    File: TypeAlias = str | PathLike[str]

_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")
"""Bytes that a URI's path takes as they are (RFC 3986, section 2.3)."""
_FROZEN = "mode=ro&immutable=1"
MAPPED = 2147418112
"""Bytes of a file that are read as memory: as many as SQLite can."""
_SIDES = ("-wal", "-shm", "-journal")
_OPEN = 3
"""Files of a database that is written: itself, its log and the index of that."""
_ROOM = 1 << 20
"""Bytes beside a database, below which it gets no log."""
PATIENCE = 30.0
"""Seconds to wait for another writer."""


def uri(path: File, mode: str) -> str:
    """A `file:` URI that means exactly this path, whatever bytes are in it."""
    absolute = os.fsencode(os.path.abspath(path))  # noqa: PTH100
    return f"file:{''.join(chr(sign) if sign in _PLAIN else f'%{sign:02X}' for sign in absolute)}?{mode}"


def connect(path: File, mode: str = "mode=rw") -> sqlite3.Connection:
    """A connection in autocommit mode; `mode` is a URI query such as `mode=ro`."""
    return sqlite3.connect(uri(path, mode), uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def in_memory() -> sqlite3.Connection:
    """A database that no file holds, in autocommit mode."""
    return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)


def reading(path: File) -> sqlite3.Connection:
    """A connection that changes nothing, to a database of ours at this program's schema; StoreError otherwise."""
    verify_file(path)
    with plainly(path):
        connection = looking(path)
        try:
            connection.execute("PRAGMA query_only=ON")
            verify_current(connection, path)
            connection.execute(f"PRAGMA mmap_size={MAPPED}")
            connection.execute("PRAGMA cache_size=-65536")  # the upper pages of every index of a large file
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def unmapped(connection: sqlite3.Connection) -> Iterator[None]:
    """While all of a file is read once: what was read of it does not stay in this process's memory."""
    if not isinstance(connection, sqlite3.Connection):  # of a server
        yield
        return
    connection.execute("PRAGMA mmap_size=0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA mmap_size={MAPPED}")


def looking(path: File) -> sqlite3.Connection:
    """A connection that can read wherever the file is."""
    return connect(path, _FROZEN if _is_frozen(path) else "mode=rw")


def read_only(path: File) -> str:
    """The URI for a connection of another process that must not be able to write."""
    return uri(path, _FROZEN if _is_frozen(path) else "mode=ro")


def _is_frozen(path: File) -> bool:
    """In WAL mode where no side file can be made, and none with content left behind: nobody can be writing it."""
    if os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):  # noqa: PTH100, PTH120
        return False
    try:
        with closing(connect(path, "mode=ro")) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        log = f"{os.fspath(path)}-wal"
        is_left = os.path.exists(log) and os.path.getsize(log)  # noqa: PTH110, PTH202
        return "unable to open" in str(error) and not is_left
    except sqlite3.DatabaseError:  # whoever asks on will be told
        return False
    return False


class Own:
    """The file of a database and those beside it, by device and inode.

    None of them may be opened by a process that has the database open, not even to be looked at: closing it again takes
    back the locks of that process (POSIX fcntl), and another could fold the log away under its hands.
    """

    def __init__(self, path: File) -> None:
        whole = os.path.realpath(path)
        self._paths = [whole + side for side in ("", *_SIDES)]
        self._found: set[tuple[int, int]] = set()

    def has(self, file: tuple[int, int], path: str) -> bool:
        """Whether it is one of them; asked of each file that is added, so the system is asked seldom."""
        if len(self._found) < _OPEN or path.endswith(_SIDES):
            there = [one for one in self._paths if os.access(one, os.F_OK)]  # a third of what `stat` takes in vain
            if len(there) != len(self._found) or path.endswith(_SIDES):
                self._found = {found for one in there if (found := _inode(one))}
        return file in self._found


def _inode(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return None
    return status.st_dev, status.st_ino


def begin_writing(connection: sqlite3.Connection, path: File | None) -> None:
    """Readers need not wait from here on; where others are reading at this moment, it stays as it is and they may.

    So it does where there is no room for the log and its index: in WAL mode it could not even be read then.
    """
    connection.execute("PRAGMA busy_timeout=1000")
    if path is None or _room(path) >= _ROOM:
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA busy_timeout={int(PATIENCE * 1000)}")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA wal_autocheckpoint=8000")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute("PRAGMA cache_size=-262144")  # keys come in no order: their index should fit


def _room(path: File) -> int:
    """Bytes that are free beside it."""
    try:
        told = os.statvfs(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120
    except OSError:
        return _ROOM
    return told.f_bavail * told.f_frsize


def settle(path: File) -> None:
    """One file again, if nobody else has it open; the next writer tries again otherwise."""
    with suppress(sqlite3.DatabaseError):
        connection = sqlite3.connect(uri(path, "mode=rw"), uri=True, timeout=0, isolation_level=None)
        with closing(connection):
            connection.execute("PRAGMA journal_mode=DELETE")
