"""One source into documents; whatever it holds, no exception leaves."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read.reading import Reading
from timeline.read.recognise import HEAD, recognise
from timeline.read.source import Source
from timeline.read.unpack import problem


def read(source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """The documents of a source that is no container (those pass `unpack` first), and what went wrong.

    MemoryError alone passes through: the worker that meets it is not to be trusted with another document.
    """
    try:
        data = source.load()
        if not data.strip(b" \t\r\n\x0b\x0c\0"):
            raise InputError("It holds nothing but blanks.", code="empty")
        found = recognise(source, data[:HEAD])
        if found.read is None:
            raise TypeError(f"{found.name} is a container")
        yield from found.read(data, source.known_as(found.name), reading)
        if lost := source.fact("partial"):
            yield Problem(source.uri, "read", "partial", "incomplete", lost)
    except (GeneratorExit, MemoryError):
        raise
    except Exception as error:
        yield problem(source, error)
