"""A copy of a database while it is in use: verified before it has its name."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store import connect, identity
from timeline.store.draft import draft, place
from timeline.store.trouble import plainly

if TYPE_CHECKING:
    from pathlib import Path


def backup(path: Path, target: Path) -> None:
    """Copy a database of ours, of whatever schema; writers may go on meanwhile.

    StoreError, with no file made, if something is at the target already, if it cannot be written, or if the copy is not
    whole. SQLite keeps no checksum of its pages: `check` tells whether every text is what was read.
    """
    if target.exists():
        raise StoreError(f"{target} is there already; nothing was copied", path=target, code="exists")
    identity.verify_file(path)
    try:
        with draft(target) as made:
            verdict = _copied(path, made)
            if verdict != "ok":
                sentence = f"{path} is damaged ({verdict}); `timeline check` tells where"
                raise StoreError(sentence, path=path, code="damaged")
            if not place(made, target):
                raise StoreError(f"{target} is there already; nothing was copied", path=target, code="exists")
    except OSError as error:
        raise StoreError(f"cannot write {target}: {error.strerror}", path=target, code="unwritable") from error


def _copied(path: Path, made: Path) -> str:
    """What SQLite says of the copy: `ok` if it is whole."""
    with plainly(path), closing(connect.connect(path)) as source:
        identity.revision(source, path)
        with closing(sqlite3.connect(connect.uri(made, "mode=rw"), uri=True)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            return str(copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
