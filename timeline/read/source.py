"""Bytes with a name: a file, standard input, or a part of either."""

from __future__ import annotations

import io
import os
import posixpath
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO, cast

from timeline.errors import InputError

BARE = "bare"
"""A fact of a source that took too much with its attachments, and is now read without them: why."""
DIVISIBLE = frozenset({"eml"})
"""Formats that can be read without their attachments."""
LARGEST = 1 << 29
"""Bytes of one document; more is refused (a container may be larger, its parts may not)."""
_PIECE = 1 << 20


def whole(stream: BinaryIO) -> bytes:
    """All bytes of a stream, read in pieces (asked for many at once, `read` would claim the memory for all of them).

    InputError above LARGEST.
    """
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        check(size)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def check(size: int) -> None:
    """InputError above LARGEST."""
    if size > LARGEST:
        raise InputError(f"It is larger than {LARGEST >> 20} MB; cut it into parts.", code="too-large")


def so_far(stream: BinaryIO, most: int) -> tuple[bytes, bool]:
    """At most so many bytes, and whether the stream breaks off behind them; EOFError where nothing comes before."""
    pieces: list[bytes] = []
    size = 0
    try:
        while size < most and (piece := cast("io.BufferedReader", stream).read1(min(_PIECE, most - size))):
            pieces.append(piece)
            size += len(piece)
    except EOFError:
        if not pieces:
            raise
        return b"".join(pieces), True
    return b"".join(pieces), False


@dataclass(frozen=True, slots=True)
class Source:
    """One input. Exactly one of `path`, `data` and `opener` says where its bytes are."""

    uri: str
    """As the user named it; a part is `mail.mbox#3`, `a.zip!b.txt`."""
    path: str | None = None
    data: bytes | None = None
    opener: Callable[[], BinaryIO] | None = None
    """For a stream inside a container; a source with an opener stays in its process."""
    format: str | None = None
    """Name of the reader, once known."""
    container: str | None = None
    """Name of the format that it is a part of: `jsonl`, `zip`."""
    named: bool = True
    """The user named it; False: found in a folder or an archive, where other things may lie about."""
    depth: int = 0
    """Containers around it."""
    found: tuple[int, int, int] | None = None
    """Of a file: its device, inode and size, when it was found."""
    watch: Callable[[BinaryIO], None] | None = None
    """Is shown the stream of a file when it is opened; only in the process that found it."""
    facts: tuple[tuple[str, str], ...] = ()
    """What the container says of it: `published`, `url`, `title`."""

    @property
    def name(self) -> str:
        """The last part of the uri, for its suffix; of a compressed stream the name without `.gz`."""
        name = (self.uri.rpartition("!")[2] or self.uri).rstrip("/").rpartition("/")[2]
        return name if self.opener is None else posixpath.splitext(name)[0]

    @property
    def suffix(self) -> str:
        """Lower-case, with its dot; empty without one."""
        return posixpath.splitext(self.name)[1].lower()

    @property
    def size(self) -> int:
        """Bytes; 0 when unknown."""
        if self.data is not None:
            return len(self.data)
        if self.found is not None:
            return self.found[2]
        if self.path is not None:
            try:
                return os.stat(self.path).st_size  # noqa: PTH116 - a hundred thousand times
            except OSError:
                return 0
        return 0

    def open(self) -> BinaryIO:
        """A stream of the bytes; OSError when they cannot be had."""
        if self.data is not None:
            return io.BytesIO(self.data)
        if self.opener is not None:
            return self.opener()
        assert self.path is not None
        stream = open(self.path, "rb")  # noqa: SIM115, PTH123 - the caller closes it; a hundred thousand times
        if self.watch is not None:
            self.watch(stream)
        return stream

    def load(self) -> bytes:
        """All bytes; InputError above LARGEST, OSError when they cannot be had."""
        if self.data is not None:
            return self.data
        with self.open() as stream:
            return whole(stream)

    def head(self, length: int) -> bytes:
        """The first bytes."""
        if self.data is not None:
            return self.data[:length]
        if self.path is None:
            with self.open() as stream:
                return so_far(stream, length)[0]
        size = self.found[2] if self.found else length
        file = os.open(self.path, os.O_RDONLY)  # half of what `open` takes: a hundred thousand times
        try:
            head = os.read(file, min(length, size + 1))  # room for more than there is costs more than the reading
            while len(head) < length and (more := os.read(file, length - len(head)) if len(head) != size else b""):
                head += more
            return head
        finally:
            os.close(file)

    def read(self, least: int) -> Source:
        """The same with its bytes, if it is a file of fewer than that; otherwise, or where it cannot be had, as it is.

        `unpack` finds out what is the matter.
        """
        if self.path is None or self.size >= least:
            return self
        try:
            data = self.head(least)
        except OSError:
            return self
        return self if len(data) >= least else Source(self.uri, None, data, *(None, None, None, self.named, self.depth))

    def part(self, name: str, data: bytes, *, mark: str = "#", container: str = "", **facts: str) -> Source:
        """A part of this container; `format` is to be found anew."""
        return Source(
            uri=f"{self.uri}{mark}{name}",
            data=data,
            container=container or self.container,
            named=False,
            depth=self.depth + 1,
            facts=tuple(sorted(facts.items())),
        )

    def known_as(self, name: str) -> Source:
        """The same, its format known."""
        return replace(self, format=name)

    def holding(self, data: bytes, name: str, **facts: str) -> Source:
        """The same with all of its bytes, and its format known: it can go to another process."""
        told = (self.container, self.named, self.depth)  # `replace` takes twice as long
        return Source(self.uri, None, data, None, name, *told, facts=(*self.facts, *facts.items()))

    def fact(self, name: str) -> str | None:
        """What the container says of it."""
        return next((value for key, value in self.facts if key == name), None)
