"""Mailboxes in the mbox form: one document a message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.errors import InputError
from timeline.read.budget import Budget
from timeline.read.reading import Reading
from timeline.read.source import LARGEST, Source

SUFFIXES = (".mbox", ".mbx")
NEEDS = None

_FROM = re.compile(rb"From [^\s]{1,200} {1,3}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} {1,2}[0-9]{1,2} ")
_QUOTED = re.compile(rb"^>(>{0,20}From )", re.MULTILINE)
_LINE = 1 << 20


def looks(head: bytes) -> bool:
    """A `From ` line at the start."""
    return _FROM.match(head) is not None


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source]:
    """Each message, numbered from 1."""
    lines: list[bytes] = []
    size = number = 0
    with source.open() as stream:
        blank = True
        while line := stream.readline(_LINE):
            if blank and line.startswith(b"From ") and _FROM.match(line):
                if lines:
                    yield _message(source, number, lines)
                lines, size = [], 0
                number += 1
            else:
                lines.append(line)
                size += len(line)
                if size > LARGEST:
                    raise InputError(f"Message {number} is larger than {LARGEST >> 20} MB.", code="too-large")
            blank = line in (b"\n", b"\r\n")
    if lines:
        yield _message(source, number, lines)


def _message(source: Source, number: int, lines: list[bytes]) -> Source:
    data = _QUOTED.sub(rb"\1", b"".join(lines))
    return source.part(str(number), data, container="mbox").known_as("eml")
