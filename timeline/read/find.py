"""Files, folders, patterns and standard input become sources, in an order that depends on their names alone."""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from timeline.model.problem import Problem
from timeline.read.clean import clean_name
from timeline.read.source import Source

STANDARD_INPUT = "-"
Watch = Callable[[BinaryIO], None]


def find(paths: Iterable[str | os.PathLike[str]], watch: Watch | None = None) -> Iterator[Source | Problem]:
    """Every file below the paths, once; hidden files and folders inside a named folder are left aside.

    `watch` is shown the streams of files when they are opened.
    """
    seen: set[tuple[int, int]] = set()
    for named in paths:
        for found in _named(os.fspath(named), watch):
            if isinstance(found, Source) and found.found is not None:
                if found.found[:2] in seen:
                    continue
                seen.add(found.found[:2])
            yield found


def unreadable(uri: str, error: OSError) -> Problem:
    """A file that the system does not give us."""
    if error.errno == errno.ENOENT:
        return Problem(uri, "find", "failed", "missing", f"There is no file or folder {uri}.")
    return Problem(uri, "find", "failed", "unreadable", f"{uri} cannot be read: {(error.strerror or 'error').lower()}.")


def _named(name: str, watch: Watch | None) -> Iterator[Source | Problem]:
    if name == STANDARD_INPUT:
        yield Source(STANDARD_INPUT, data=sys.stdin.buffer.read())
        return
    uri = clean_name(name)
    try:
        status = os.stat(name)  # noqa: PTH116 - as of each file below
    except (OSError, ValueError) as error:
        matches = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []  # noqa: PTH207
        if not matches:
            yield unreadable(uri, error if isinstance(error, OSError) else FileNotFoundError(errno.ENOENT, ""))
        for match in matches:
            yield from _named(match, watch)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _folder(name, uri, watch)
    elif stat.S_ISREG(status.st_mode):
        yield _file(uri, name, status, watch, named=True)
    else:
        yield Problem(uri, "find", "failed", "not-a-file", f"{uri} is neither a file nor a folder.")


def _file(uri: str, path: str, status: os.stat_result, watch: Watch | None, *, named: bool) -> Source:
    return Source(uri, path, named=named, found=(status.st_dev, status.st_ino, status.st_size), watch=watch)


def _folder(name: str, uri: str, watch: Watch | None) -> Iterator[Source | Problem]:
    errors: list[OSError] = []
    empty = True
    for folder, below, files in os.walk(name, onerror=errors.append):
        below[:] = sorted(entry for entry in below if not entry.startswith("."))
        for file in sorted(files):
            if file.startswith("."):
                continue
            path = os.path.join(folder, file)  # noqa: PTH118
            try:
                status = os.stat(path)  # noqa: PTH116 - a hundred thousand times
            except OSError as lost:
                empty = False
                yield unreadable(clean_name(path), lost)
                continue
            if stat.S_ISREG(status.st_mode):  # pipes, sockets and devices would block
                empty = False
                yield _file(clean_name(path), path, status, watch, named=False)
        for error in errors:
            empty = False
            yield unreadable(clean_name(str(error.filename)), error)
        errors.clear()
    for error in errors:
        empty = False
        yield unreadable(clean_name(str(error.filename)), error)
    if empty:
        yield Problem(uri, "find", "failed", "no-documents", f"There are no documents in the folder {uri}.")
