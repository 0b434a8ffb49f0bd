"""Files compressed by gzip, bzip2 or xz."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from timeline.read.budget import Budget, metered
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".gz", ".bz2", ".xz")
NEEDS = None

_GZIP, _BZIP2, _XZ = b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00"
_XZ_MEMORY = 1 << 27


def looks(head: bytes) -> bool:
    """The magic of one of the three."""
    return head.startswith((_GZIP, _XZ)) or (head.startswith(_BZIP2) and head[3:4].isdigit())


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source]:
    """The one stream in it, read piece by piece, again from its start whenever it is opened."""

    def opener() -> BinaryIO:
        magic, stream = source.head(6), source.open()
        return metered(_opened(magic, stream), budget, stream)

    yield replace(source, path=None, data=None, opener=opener, format=None, depth=source.depth + 1)


def _opened(magic: bytes, stream: BinaryIO) -> BinaryIO:
    if magic.startswith(_GZIP):
        return cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    if magic.startswith(_BZIP2):
        return cast("BinaryIO", bz2.BZ2File(stream))
    return io.BufferedReader(_Xz(stream), 1 << 16)


class _Xz(io.RawIOBase):
    """As lzma.LZMAFile, with a limit to the memory that the file may ask for."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._decompressor = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Some bytes; EOFError when the file is cut off."""
        while True:
            if self._decompressor.eof:
                packed = self._decompressor.unused_data or self._stream.read(1 << 16)
                if not packed.strip(b"\0"):
                    return 0
                self._decompressor = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
            elif self._decompressor.needs_input:
                packed = self._stream.read(1 << 16)
                if not packed:
                    raise EOFError("it is cut off")
            else:
                packed = b""
            data = self._decompressor.decompress(packed, max_length=len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
