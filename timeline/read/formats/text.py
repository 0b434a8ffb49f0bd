"""Plain text."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.document import Document
from timeline.read.compose import Facts, compose
from timeline.read.decode import decode
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".txt", ".text", ".log", ".asc")
NEEDS = None


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """The text as it is stored; its title is a first line that stands alone."""
    decoded = decode(data, reading.encoding)
    yield compose(
        source,
        reading,
        data,
        decoded.text,
        Facts(title=first_line(decoded.text)),
        remarks=[("encoding", decoded.remark)],
    )


def first_line(text: str) -> str | None:
    """A short first line that does not end as a sentence does."""
    head = text[:1000].lstrip("\ufeff \t\r\n")
    line, _, rest = head.partition("\n")
    line = line.strip()
    return line if 3 < len(line) <= 200 and rest.strip() and line[-1] not in ".,;:" else None
