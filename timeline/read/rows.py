"""Records of a table or a list as parts of their container, each named once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from timeline.read.clean import clean
from timeline.read.dayfirst import Columns
from timeline.read.fields import identity
from timeline.read.reading import Reading
from timeline.read.source import Source


class Names:
    """No two alike in one container: a name that comes again gets its number."""

    def __init__(self) -> None:
        self._seen: set[int] = set()  # hashes: a million names are small
        self.count = 0

    def unlike(self, name: str) -> str:
        """The name, made different from those before."""
        self.count += 1
        told = clean(" ".join(name.split()) or str(self.count))[0]
        if hash(told) in self._seen:
            told = f"{told}@{self.count}"
        self._seen.add(hash(told))
        return told


class Rows:
    """Names the records of one container: by their id or address, else by their number."""

    def __init__(
        self, source: Source, reading: Reading, container: str, again: Callable[[], Iterator[Any]] | None = None
    ) -> None:
        """`again` goes through all records once more, where their dates may be written in either order."""
        self._source = source
        self._told = reading.fields
        self._container = container
        self._names = Names()
        self._columns = Columns(again, reading.fields) if again and reading.date is None else None

    def part(self, record: Any, data: bytes | None = None, *, encoding: str = "") -> Source:
        """The source of one record; `data` are its bytes as stored, else made from it; `encoding` is told of it."""
        name = self._names.unlike(identity(record, self._told) or "")
        facts = {"first": "1"} if self._names.count == 1 else {}
        facts |= {"encoding": encoding} if encoding else {}
        if self._columns is not None:
            settled, remarks = self._columns.settled(record)
            if settled is not record:
                record, data = settled, None
                facts |= remarks
        if data is None:
            data = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return self._source.part(name, data, container=self._container, **facts).known_as("record")
