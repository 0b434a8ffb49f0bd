"""Files that have their name only when they are whole; what a killed process left half-made goes at the next one."""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 2.0
"""Seconds to wait for somebody who sweeps."""


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """An empty file beside a path, to be filled and placed; gone at the end. OSError where none can be made.

    A lock on the folder tells others that somebody is at work in it: the kernel takes it back from whoever is killed.
    The file itself is not kept open: once it has its name, closing it would take back every lock that another thread
    has on the database by then.
    """
    with _at_work(path):
        made = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
        try:
            made.open("xb").close()
            yield made
        finally:
            try:
                _remove(made)
            finally:  # a signal may interrupt the first attempt
                _remove(made)


def place(made: Path, path: Path) -> bool:
    """Give a finished file its name, on disk before that; False, and nothing done, where something is there already."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links: the name is taken first, for renaming asks nobody
        try:
            path.open("xb").close()
        except FileExistsError:
            return False
        made.rename(path)
    return True


@contextmanager
def _at_work(path: Path) -> Iterator[None]:
    """Whoever is alone in the folder takes away what was left of this path; then others may be at work beside us."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        if _locked(folder, fcntl.LOCK_EX):
            _sweep(path)
        until = time.monotonic() + _PATIENCE
        while not _locked(folder, fcntl.LOCK_SH) and time.monotonic() < until:
            time.sleep(0.01)
        yield
    finally:
        os.close(folder)


def _locked(folder: int, kind: int) -> bool:
    """False too where a file system has no such locks: then nothing is swept."""
    with suppress(OSError):
        fcntl.flock(folder, kind | fcntl.LOCK_NB)
        return True
    return False


def _remove(made: Path) -> None:
    made.unlink(missing_ok=True)
    made.with_name(f"{made.name}-journal").unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Drafts of this path, and of the same database's backups (`x.db.before-…`): nobody works on them."""
    begin = f".{path.name.partition('.before-')[0]}."
    for name in os.listdir(path.parent):  # noqa: PTH208 - any bytes may stand in a name
        if name.startswith(begin) and name.endswith(".new"):
            with suppress(OSError):
                _remove(path.with_name(name))
