"""What went wrong in SQLite, as one sentence for a person."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.store.connect import File

_PAGE = 1 << 16
_SENTENCES = (
    ("locked", "locked", "{path} is in use by another program; try again when it has finished"),
    ("readonly", "read-only", "{path} cannot be written: the file or its folder is read-only"),
    ("disk is full", "full", "the disk is full; {path} is as it was before"),
    ("malformed", "damaged", "{path} is damaged ({error}); `timeline check` tells where"),
    ("not a database", "damaged", "{path} is damaged or not a timeline database ({error})"),
    ("unable to open", "unreadable", "{path} cannot be opened ({error})"),
    ("disk I/O", "io", "the disk failed while using {path} ({error})"),
)


def trouble(error: BaseException, path: File) -> StoreError:
    """The StoreError for an error of the driver; `code` is a stable slug."""
    message = str(error)
    if "disk I/O" in message and _is_full(path):
        message = f"disk is full ({message})"
    if "unable to open" in message and os.path.exists(path) and not os.access(_folder(path), os.W_OK):  # noqa: PTH110
        message = f"readonly ({message})"
    for sign, code, sentence in _SENTENCES:
        if sign in message:
            return StoreError(sentence.format(path=path, error=message), path=path, code=code)
    return StoreError(f"{path} cannot be used ({message})", path=path, code="database")


def _folder(path: File) -> str:
    return os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120


def _is_full(path: File) -> bool:
    """There is no room for a page: SQLite tells of some failures to write as of any other."""
    try:
        told = os.statvfs(_folder(path))
    except OSError:
        return False
    return told.f_bavail * told.f_frsize < _PAGE


@contextmanager
def plainly(path: File) -> Iterator[None]:
    """Raise what SQLite says as a StoreError."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise trouble(error, path) from error
