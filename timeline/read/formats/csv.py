"""CSV and TSV with a line of names; one document a row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from timeline.errors import InputError
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.decode import decode
from timeline.read.reading import Reading
from timeline.read.rows import Rows
from timeline.read.source import LARGEST, Source

SUFFIXES = (".csv", ".tsv", ".tab")
NEEDS = None

_SEPARATORS = ",;\t|"
_HEAD = 1 << 16
_BEYOND = re.compile(rb"[\x80-\xff]")
_TOLD = re.compile(r"\ufeff?sep=([,;\t|])\r?\n")
"""A first line by which spreadsheet programs tell each other."""


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source | Problem]:
    """Each row, as an object of its cells by the names of the first row."""

    def again() -> Iterator[dict[str, str]]:
        with budget.unspent():
            yield from _records(source, encoding)

    encoding, remark = _encoding(source, reading, budget)
    rows = Rows(source, reading, "csv", again)
    for number, record in enumerate(_records(source, encoding)):
        yield rows.part(record, encoding="" if number else remark)


def _encoding(source: Source, reading: Reading, budget: Budget) -> tuple[str, str]:
    """By the first lines, or, where these are plain ASCII, by the first that are not; and what is to be said of it."""
    head = source.head(_HEAD)
    decoded = decode(_lines(head), reading.encoding)
    if decoded.encoding == "utf-8" and head.isascii() and len(head) == _HEAD:
        with budget.unspent(), source.open() as stream:
            while (piece := stream.read(1 << 20)) and piece.isascii():
                pass
            if beyond := _BEYOND.search(piece):
                piece = piece[max(0, beyond.start() - 1000) : beyond.start() + _HEAD]
                decoded = decode(_lines(piece), reading.encoding)
    return decoded.encoding, decoded.remark


def _lines(data: bytes) -> bytes:
    """Whole ones."""
    return data[: data.rfind(b"\n") + 1] or data


def _records(source: Source, encoding: str) -> Iterator[dict[str, str]]:
    head = source.head(_HEAD)
    separator = _separator(head.decode(encoding, "replace"), source.suffix)
    before = csv.field_size_limit(LARGEST)
    try:
        with source.open() as stream:
            text = io.TextIOWrapper(stream, encoding, "replace", newline="")
            if _TOLD.match(head[:40].decode(encoding, "replace")):
                text.readline()
            table = csv.reader((line.replace("\0", "\ufffd") for line in text), delimiter=separator)
            names = [name.strip().removeprefix("\ufeff") for name in next(table, [])]
            if not any(names) or len(set(names)) < len(names):
                raise InputError("Its first line does not name the columns, each once.", code="no-fields")
            for cells in table:
                if any(cells):
                    yield dict(zip(names, cells, strict=False))
    finally:
        csv.field_size_limit(before)


def _separator(head: str, suffix: str) -> str:
    """The sign that parts the names in the first line."""
    if suffix in (".tsv", ".tab"):
        return "\t"
    if told := _TOLD.match(head):
        return told[1]
    first = re.sub(r'"[^"]{0,200}"', "", head.partition("\n")[0])
    return max(_SEPARATORS, key=first.count) if any(sign in first for sign in _SEPARATORS) else ","
