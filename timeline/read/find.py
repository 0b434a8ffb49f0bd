"""Files, folders, patterns and standard input become sources, in an order that depends on their names alone."""

from __future__ import annotations

import errno
import glob
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import BinaryIO

from timeline.model.problem import Problem
from timeline.read.clean import clean_name, plain_path
from timeline.read.source import Source

STANDARD_INPUT = "-"
Watch = Callable[[BinaryIO], None]
_NAME = attrgetter("name")
_ASIDE = {
    stat.S_IFDIR: "It is a link to a folder, which may lead round in a circle; name it itself to read it.",
    stat.S_IFIFO: "It is a pipe, not a file; give it as standard input.",
    stat.S_IFSOCK: "It is a socket, not a file.",
    stat.S_IFCHR: "It is a device, not a file.",
    stat.S_IFBLK: "It is a device, not a file.",
}
"""What lies in a folder and is not read."""


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
    name = plain_path(name)
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
    found = (status.st_dev, status.st_ino, status.st_size)
    return Source(uri, path, None, None, None, None, named, 0, found, watch)  # by place: a hundred thousand times


def _folder(name: str, uri: str, watch: Watch | None) -> Iterator[Source | Problem]:
    empty = True
    for found in _below(name, watch):
        empty = empty and isinstance(found, Problem) and found.severity == "note"
        yield found
    if empty:
        yield Problem(uri, "find", "failed", "no-documents", f"There are no documents in the folder {uri}.")


def _below(name: str, watch: Watch | None) -> Iterator[Source | Problem]:
    """The files of a folder by name, then those of the folders in it."""
    folders = [name]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as scanned:
                entries = sorted([entry for entry in scanned if entry.name[0] != "."], key=_NAME)
        except OSError as error:
            yield unreadable(clean_name(folder), error)
            continue
        before = "" if folder == "." else folder.rstrip("/") + "/"
        folders += [before + entry.name for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield _entry(entry, before + entry.name, watch)


def _entry(entry: os.DirEntry[str], path: str, watch: Watch | None) -> Source | Problem:
    uri = clean_name(path)
    try:
        status = entry.stat()
    except OSError as error:
        return unreadable(uri, error)
    mode = stat.S_IFMT(status.st_mode)
    if mode == stat.S_IFREG:
        return _file(uri, path, status, watch, named=False)
    return Problem(uri, "find", "note", "aside", _ASIDE.get(mode, "It is no file; what it gives would never end."))
