"""Files, folders, patterns and standard input become sources, in an order that depends on their names alone."""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.model.problem import Problem
from timeline.read.clean import clean_name
from timeline.read.source import Source

STANDARD_INPUT = "-"


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source | Problem]:
    """Every file below the paths, once; hidden files and folders inside a named folder are left aside."""
    seen: set[tuple[int, int]] = set()
    for named in paths:
        for found in _named(os.fspath(named)):
            if isinstance(found, Source) and found.path is not None:
                try:
                    status = os.stat(found.path)  # noqa: PTH116 - a hundred thousand times
                except OSError as error:
                    yield unreadable(found.uri, error)
                    continue
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
            yield found


def unreadable(uri: str, error: OSError) -> Problem:
    """A file that the system does not give us."""
    if error.errno == errno.ENOENT:
        return Problem(uri, "find", "failed", "missing", f"There is no file or folder {uri}.")
    return Problem(uri, "find", "failed", "unreadable", f"{uri} cannot be read: {(error.strerror or 'error').lower()}.")


def _named(name: str) -> Iterator[Source | Problem]:
    if name == STANDARD_INPUT:
        yield Source(STANDARD_INPUT, data=sys.stdin.buffer.read())
        return
    uri = clean_name(name)
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError) as error:
        matches = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207
        if not matches:
            yield unreadable(uri, error if isinstance(error, OSError) else FileNotFoundError(errno.ENOENT, ""))
        for match in matches:
            yield from _named(match)
        return
    if stat.S_ISDIR(mode):
        yield from _folder(name, uri)
    elif stat.S_ISREG(mode):
        yield Source(uri, path=name)
    else:
        yield Problem(uri, "find", "failed", "not-a-file", f"{uri} is neither a file nor a folder.")


def _folder(name: str, uri: str) -> Iterator[Source | Problem]:
    errors: list[OSError] = []
    empty = True
    for folder, below, files in os.walk(name, onerror=errors.append):
        below[:] = sorted(entry for entry in below if not entry.startswith("."))
        for file in sorted(files):
            path = os.path.join(folder, file)  # noqa: PTH118
            if not file.startswith(".") and _is_regular(path):
                empty = False
                yield Source(clean_name(path), path=path, named=False)
        for error in errors:
            empty = False
            yield unreadable(clean_name(str(error.filename)), error)
        errors.clear()
    for error in errors:
        empty = False
        yield unreadable(clean_name(str(error.filename)), error)
    if empty:
        yield Problem(uri, "find", "failed", "no-documents", f"There are no documents in the folder {uri}.")


def _is_regular(path: str) -> bool:
    """A file, or a link to one; pipes, sockets and devices would block."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116
    except OSError:
        return True  # it is named again, with its reason, when it is opened
