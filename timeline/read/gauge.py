"""How much of what was named has been taken up so far, also in the middle of one large file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import BinaryIO

from timeline.model.problem import Problem
from timeline.read.source import Source


class Gauge:
    """Bytes of files: those done with, and the place in the one at hand."""

    def __init__(self) -> None:
        self.files = 0
        """Inputs of `over` that were taken up, problems among them."""
        self._before = self._size = 0
        self._stream: BinaryIO | None = None

    def over(self, sources: Iterable[Source | Problem]) -> Iterator[Source | Problem]:
        """The same, counted; `watch` is to be shown their streams."""
        for found in sources:
            self.files += 1
            self._next(found.size if isinstance(found, Source) else 0)
            yield found
        self._next(0)

    @property
    def bytes(self) -> int:
        """Taken up so far."""
        place = 0
        if self._stream is not None and not self._stream.closed:
            with suppress(OSError, ValueError):
                place = self._stream.tell()
        return self._before + min(place, self._size)

    def _next(self, size: int) -> None:
        self._before += self._size
        self._size, self._stream = size, None

    def watch(self, stream: BinaryIO) -> None:
        """The stream that is read now."""
        self._stream = stream
