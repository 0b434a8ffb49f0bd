"""Records of a table or a list as parts of their container, each named once."""

from __future__ import annotations

import json
from typing import Any

from timeline.read.clean import clean
from timeline.read.fields import identity
from timeline.read.reading import Reading
from timeline.read.source import Source


class Rows:
    """Names the records of one container: by their id or address, else by their number, and no two alike."""

    def __init__(self, source: Source, reading: Reading, container: str) -> None:
        self._source = source
        self._told = reading.fields
        self._container = container
        self._seen: set[int] = set()
        self._count = 0

    def part(self, record: Any, data: bytes | None = None) -> Source:
        """The source of one record; `data` are its bytes as stored, else they are made from it."""
        self._count += 1
        name = clean(identity(record, self._told) or str(self._count))[0]
        if hash_of(name) in self._seen:
            name = f"{name}@{self._count}"
        self._seen.add(hash_of(name))
        if data is None:
            data = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        facts = {"first": "1"} if self._count == 1 else {}
        return self._source.part(name, data, container=self._container, **facts).known_as("record")


def hash_of(name: str) -> int:
    """Small enough to keep for a million rows; equal in this process only."""
    return hash(name)
