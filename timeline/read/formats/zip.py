"""Zip archives of everything that can be read."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.errors import InputError
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.members import is_hidden, refused
from timeline.read.reading import Reading
from timeline.read.rows import Names
from timeline.read.source import Source
from timeline.read.zipped import LOCAL_HEADER, content, opened

SUFFIXES = (".zip",)
NEEDS = None

_OTHERS = (b"word/", b"[Content_Types].xml", b"mimetypeapplication/")


def looks(head: bytes) -> bool:
    """A zip file that is no .docx, .odt or .epub."""
    return head.startswith((LOCAL_HEADER, b"PK\x05\x06")) and not any(mark in head[:2048] for mark in _OTHERS)


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source | Problem]:
    """Each file in it, by name; nothing is written to disk."""
    names = Names()
    with source.open() as stream, opened(stream) as archive:
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            if info.is_dir():
                continue
            problem = refused(source, info.filename)
            if problem is not None:
                yield problem
                continue
            if is_hidden(info.filename):
                continue
            name = names.unlike(info.filename)
            try:
                data = content(archive, info, budget)
            except InputError as error:
                if error.facts.get("code") == "bomb":
                    raise
                yield Problem(f"{source.uri}!{name}", "read", "failed", str(error.facts["code"]), str(error))
                continue
            yield source.part(name, data, mark="!")
