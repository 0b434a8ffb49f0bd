"""JSON Lines: one object a line, one document each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from timeline.errors import InputError
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.reading import Reading
from timeline.read.rows import Rows
from timeline.read.source import LARGEST, Source

SUFFIXES = (".jsonl", ".ndjson", ".jl")
NEEDS = None
BY_SUFFIX = True

_BEGIN = (b"{", b"\xef\xbb\xbf", b" ", b"\t", b"\r", b"\n", b"\v", b"\f")


def looks(head: bytes) -> bool:
    """Two lines, or a first one, that are whole objects."""
    if not head.startswith(_BEGIN):
        return False
    lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 3)[:3] if line.strip()]
    if not lines or not lines[0].lstrip().startswith(b"{"):
        return False
    return len(lines) > 1 and _is_object(lines[0]) and lines[1].lstrip().startswith(b"{")


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source | Problem]:
    """Each line; one that is no object is a problem of its own."""

    def again() -> Iterator[Any]:
        with budget.unspent():
            yield from (found.record for found in _lines(source) if isinstance(found, _Line))

    rows = Rows(source, reading, "jsonl", again)
    for found in _lines(source):
        yield found if isinstance(found, Problem) else rows.part(*found)


class _Line(NamedTuple):
    record: Any
    data: bytes


def _lines(source: Source) -> Iterator[_Line | Problem]:
    with source.open() as stream:
        number = 0
        while line := stream.readline(LARGEST + 1):
            number += 1
            if len(line) > LARGEST:
                raise InputError(f"Line {number} is longer than {LARGEST >> 20} MB.", code="too-large")
            stripped = line.strip(b"\xef\xbb\xbf \t\r\n")
            if not stripped:
                continue
            try:
                yield _Line(json.loads(stripped), stripped)
            except (ValueError, RecursionError) as error:
                yield _broken(source, number, error)


def _broken(source: Source, number: int, error: Exception) -> Problem:
    told = "it is nested too deep" if isinstance(error, RecursionError) else " ".join(str(error).split())[:120]
    return Problem(f"{source.uri}#line {number}", "read", "failed", "damaged", f"Line {number} is no JSON: {told}.")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
