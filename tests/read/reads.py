"""All documents and problems of some bytes, as `add` would get them."""

from __future__ import annotations

from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read import Reading, Source, read, unpack


def everything(source: Source, reading: Reading | None = None) -> tuple[list[Document], list[Problem]]:
    wish = reading or Reading()
    documents: list[Document] = []
    problems: list[Problem] = []
    for part in unpack(source, wish):
        for found in [part] if isinstance(part, Problem) else read(part, wish):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                documents.append(found)
    return documents, problems


def of(name: str, data: bytes, reading: Reading | None = None) -> tuple[list[Document], list[Problem]]:
    return everything(Source(name, data=data), reading)
