"""The pages of a database file, read without SQLite: what a damaged one still holds.

The format is that of https://www.sqlite.org/fileformat2.html, sections 1.6 (B-tree pages) and 2.1 (records). Nothing of
it is trusted: whatever does not fit is told as a gap, with the keys beside it, and reading goes on behind it.
"""

from __future__ import annotations

import mmap
import struct
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    Reading = Callable[[bytes], tuple[Any, ...]]

_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR = 13, 5, 10, 2
_DEEPEST = 20
_FIXED = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
"""Bytes of a value by its serial type; from 12 on, they are what is told by it: even for bytes, odd for text."""
USUAL = 4096


class Found(NamedTuple):
    """A row: its number (None in an index or a table without numbers) and its values."""

    number: int | None
    values: tuple[Any, ...]
    whole: bool = True
    """All of its bytes are there."""


class Gap(NamedTuple):
    """Something that could not be read."""

    page: int
    why: str


class Broken(ValueError):  # noqa: N818 - never leaves this module
    """It does not fit the format."""


class Pages:
    """An open file. Page numbers begin at 1."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data: mmap.mmap | bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._data = self._data if len(self._data) >= USUAL else self._data[:].ljust(USUAL, b"\0")
        told = int.from_bytes(self._data[16:18], "big")
        self.size = 65536 if told == 1 else told if told in (512 << n for n in range(7)) else USUAL
        self._usable = self.size - (self._data[20] if self._data[20] <= 64 and self.size == told else 0)
        self.count = len(self._data) // self.size
        self.seen: set[int] = set()
        """Pages that belong to something."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(self._data, mmap.mmap):
            self._data.close()

    def walk(self, root: int) -> Iterator[Found | Gap]:
        """The rows of a B-tree in order, with the gaps where they are."""
        yield from self._walk(root, 0, _record)

    def gaps(self, root: int) -> Iterator[Gap]:
        """The gaps alone."""
        yield from (found for found in self._walk(root, 0, _looked_through) if isinstance(found, Gap))

    def free(self) -> None:
        """Mark the pages that are in no use, so that nobody takes what once stood there for a row."""
        trunk = int.from_bytes(self._data[32:36], "big")
        while 1 < trunk <= self.count and trunk not in self.seen:
            self.seen.add(trunk)
            page = self._page(trunk)
            trunk, leaves = struct.unpack_from(">II", page)
            if leaves <= self._usable // 4 - 2:
                self.seen.update(struct.unpack_from(f">{leaves}I", page, 8))

    def lost(self) -> Iterator[tuple[int, Found]]:
        """(page, row) of leaves that nothing leads to."""
        for number in range(2, self.count + 1):
            if number not in self.seen and self._data[(number - 1) * self.size] in (_TABLE_LEAF, _INDEX_LEAF):
                with suppress(Broken):
                    for found in self._walk(number, 0, _record):
                        if isinstance(found, Found):
                            yield number, found

    def _page(self, number: int) -> bytes:
        return self._data[(number - 1) * self.size : number * self.size]

    def _walk(self, number: int, depth: int, read: Reading) -> Iterator[Found | Gap]:
        if not 1 <= number <= self.count or number in self.seen or depth > _DEEPEST:
            yield Gap(number, "it is no page of its own")
            return
        self.seen.add(number)
        page, at = self._page(number), 100 if number == 1 else 0
        kind, _, cells, _, _ = struct.unpack_from(">BHHHB", page, at)
        if kind not in (_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR) or cells > self.size // 4:
            yield Gap(number, "it is no page of rows")
            return
        interior = kind in (_TABLE_INTERIOR, _INDEX_INTERIOR)
        head = at + (12 if interior else 8)
        for n in range(cells):
            (place,) = struct.unpack_from(">H", page, head + 2 * n) if head + 2 * n + 2 <= self.size else (0,)
            if interior:
                yield from self._child(page, place, depth, read)
            if kind != _TABLE_INTERIOR:
                try:
                    yield self._cell(page, place + (4 if interior else 0), kind, read)
                except (Broken, IndexError, struct.error) as error:
                    yield Gap(number, str(error) or "a row of it does not fit")
        if interior:
            yield from self._child(page, at + 8, depth, read)

    def _child(self, page: bytes, place: int, depth: int, read: Reading) -> Iterator[Found | Gap]:
        if place + 4 > len(page):
            yield Gap(0, "the way to a page is lost")
        else:
            yield from self._walk(int.from_bytes(page[place : place + 4], "big"), depth + 1, read)

    def _cell(self, page: bytes, place: int, kind: int, read: Reading) -> Found:
        if not 8 <= place < self._usable:
            raise Broken("a row lies outside of it")
        length, at = _varint(page, place)
        number: int | None = None
        if kind == _TABLE_LEAF:
            number, at = _varint(page, at)
        payload = self._payload(page, at, length, kind)
        return Found(number, read(payload), len(payload) == length)

    def _payload(self, page: bytes, at: int, length: int, kind: int) -> bytes:
        """What stands on the page and, as far as the chain holds, on those that it flows over to."""
        if not 0 < length <= len(self._data):
            raise Broken("a row is longer than the file")
        usable = self._usable
        most = usable - 35 if kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        least = (usable - 12) * 32 // 255 - 23
        if length <= most:
            return page[at : at + length]
        here = least + (length - least) % (usable - 4)
        here = here if here <= most else least
        parts, left = [page[at : at + here]], length - here
        following = int.from_bytes(page[at + here : at + here + 4], "big")
        while left > 0 and 1 < following <= self.count and following not in self.seen:
            self.seen.add(following)
            more = self._page(following)
            following = int.from_bytes(more[:4], "big")
            parts.append(more[4 : 4 + min(left, usable - 4)])
            left -= usable - 4
        return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of up to nine bytes, and the place behind it."""
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            value = value << 8 | byte
            return (value - (1 << 64) if value >> 63 else value), at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + n + 1
    raise Broken("a number without an end")


def _record(payload: bytes) -> tuple[Any, ...]:
    """The values; of one that is cut off, what is there of it."""
    kinds, place = _head(payload)
    values = []
    for kind in kinds:
        length = _FIXED[kind] if kind < 12 else (kind - 12) // 2
        values.append(_value(kind, payload[place : place + length]))
        place += length
    return tuple(values)


def _looked_through(payload: bytes) -> tuple[Any, ...]:
    """No values, but the same complaints."""
    _head(payload)
    return ()


def _head(payload: bytes) -> tuple[list[int], int]:
    """The serial types, and the place where the values begin."""
    end, at = _varint(payload, 0)
    if not 1 <= end <= len(payload):
        raise Broken("a row has no head")
    kinds = []
    place = end
    while at < end:
        kind = payload[at]
        if kind < 0x80:
            at += 1
        else:
            kind, at = _varint(payload, at)
        if kind >= 12:
            place += (kind - 12) // 2
        elif 0 <= kind < 10:
            place += _FIXED[kind]
        else:
            raise Broken("there is no such kind of value")
        kinds.append(kind)
    if place < len(payload) or at != end:
        raise Broken("a row is not as long as it says")
    return kinds, end


def _value(kind: int, data: bytes) -> Any:
    if kind >= 12:
        return data.decode("utf-8", "replace") if kind % 2 else data
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return struct.unpack(">d", data)[0] if len(data) == 8 else None
    return int.from_bytes(data, "big", signed=True) if kind else None
