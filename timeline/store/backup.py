"""A copy of a database while it is in use: verified before it has its name."""

from __future__ import annotations

import os
import secrets
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store import connect, identity
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
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}.new")
    try:
        with plainly(path), closing(connect.connect(path)) as source:
            identity.revision(source, path)
            draft.touch(exist_ok=False)
            with closing(sqlite3.connect(draft)) as copy:
                source.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
                (verdict,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise StoreError(f"{path} is damaged ({verdict}); `timeline check` tells where", path=path, code="damaged")
        place(draft, target)
    except OSError as error:
        raise StoreError(f"cannot write {target}: {error.strerror}", path=target, code="unwritable") from error
    finally:
        draft.unlink(missing_ok=True)


def place(draft: Path, path: Path) -> bool:
    """Give a finished file its name, on disk before that; False, and nothing done, where something is there already."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except OSError:
        if path.exists():
            return False
        draft.rename(path)  # a file system without hard links
    return True
