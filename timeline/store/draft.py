"""Files that have their name only when they are whole; what a killed process left half-made goes at the next one."""

from __future__ import annotations

import fcntl
import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """An empty file beside a path, to be filled and placed; gone at the end. OSError where none can be made.

    Its lock tells others that somebody is at work on it: the kernel takes it back from whoever is killed.
    """
    _sweep(path)
    made = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    with made.open("xb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield made
        finally:
            made.unlink(missing_ok=True)
            made.with_name(f"{made.name}-journal").unlink(missing_ok=True)


def place(made: Path, path: Path) -> bool:
    """Give a finished file its name, on disk before that; False, and nothing done, where something is there already."""
    with made.open("rb") as file:
        os.fsync(file.fileno())
    try:
        os.link(made, path)
    except OSError:
        if path.exists():
            return False
        made.rename(path)  # a file system without hard links
    return True


def _sweep(path: Path) -> None:
    """Drafts of this path that nobody works on."""
    begin = f".{path.name}."
    for name in os.listdir(path.parent):  # noqa: PTH208 - any bytes may stand in a name
        if name.startswith(begin) and name.endswith(".new"):
            left = path.with_name(name)
            with suppress(OSError), left.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                left.unlink()
                left.with_name(f"{name}-journal").unlink(missing_ok=True)
