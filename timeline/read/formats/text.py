"""Plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.model.document import Document
from timeline.read.compose import Facts, compose
from timeline.read.decode import decode
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".txt", ".text", ".log", ".asc")
NEEDS = None

_TOP = 1500
_LONGEST = 200
_YEAR = re.compile("[0-9]{4}")
_BODY = (".", ",", ";", ":")


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
    """The first line above the body that stands alone and has some words: `Contact Us` is left for a longer one.

    Not for one with a year, which tells under the title who wrote it when.
    """
    lines = [line.strip("\ufeff \t\r") for line in text[:_TOP].split("\n")]
    found: list[str] = []
    for line, following in pairwise([*lines, ""]):
        if len(line) > _LONGEST or line.endswith(_BODY) or following[:1].islower():
            break
        if len(line) > 3:
            found.append(line)
    if len(found) == len([line for line in lines if line]):
        return None  # nothing that it could be the title of
    worded = (line for line in found if line.count(" ") >= 3 and (line == found[0] or not _YEAR.search(line)))
    return next(worded, found[0] if found else None)
