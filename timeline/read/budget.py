"""How much may come out of one file: the wall against archives that unfold without end."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from timeline.errors import InputError

FREE = 1 << 28
"""Bytes that any archive may unfold to."""
RATIO = 120
"""Times its own size that it may unfold to beyond that; text packs 3 to 15 times."""
DEEPEST = 6
"""Containers in containers: a list in a message of a mailbox in an archive in a `.tar.gz` lies five deep."""
MEMBERS = 1_000_000


@dataclass(slots=True)
class Budget:
    """Counts what is unpacked of one file, however deep; shared by all containers inside it."""

    left: int
    members: int = MEMBERS

    @classmethod
    def of(cls, size: int) -> Budget:
        """For a file of so many bytes."""
        return cls(FREE + RATIO * size)

    def spend(self, size: int) -> None:
        """Take so many bytes; InputError when there are not so many left."""
        self.left -= size
        if self.left < 0:
            raise InputError("It unfolds to far more than its size: a bomb? Unpack it by hand.", code="bomb")

    @contextmanager
    def unspent(self) -> Iterator[None]:
        """What is unpacked once more is counted once."""
        left = self.left
        try:
            yield
        finally:
            self.left = left

    def member(self) -> None:
        """Count one part."""
        self.members -= 1
        if self.members < 0:
            raise InputError(f"It has more than {MEMBERS} parts.", code="too-many")


class Metered(io.RawIOBase):
    """A stream whose bytes are taken from a budget."""

    def __init__(self, stream: BinaryIO, budget: Budget, below: BinaryIO | None) -> None:
        super().__init__()
        self._stream, self._below = stream, below
        self._read = getattr(stream, "read1", stream.read)  # gives what comes before a cut
        self._budget = budget

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Some bytes."""
        data = self._read(len(buffer))
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """With the streams below."""
        if not self.closed:
            self._stream.close()
            if self._below is not None:
                self._below.close()
        super().close()


def metered(stream: BinaryIO, budget: Budget, below: BinaryIO | None = None) -> BinaryIO:
    """A buffered stream whose bytes are taken from a budget; `below` is closed with it."""
    return io.BufferedReader(Metered(stream, budget, below), 1 << 16)
