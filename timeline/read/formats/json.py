"""JSON: one object is one document, a list of objects is many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from timeline.errors import InputError
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.decode import decode
from timeline.read.fields import fields
from timeline.read.reading import Reading
from timeline.read.rows import Rows
from timeline.read.source import Source

SUFFIXES = (".json",)
NEEDS = None

_LISTS = ("articles", "documents", "docs", "items", "results", "entries", "records", "data", "rows", "messages")


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source | Problem]:
    """Each object of the list; or the one object, or the objects of the list that it holds."""
    try:
        value = json.loads(decode(source.load(), reading.encoding).text)
    except ValueError as error:
        raise InputError(f"It is no JSON: {' '.join(str(error).split())[:120]}.", code="damaged") from error
    listed = records(value, reading)
    rows = Rows(source, reading, "json", lambda: iter(listed))
    for record in listed:
        yield rows.part(record)


def records(value: Any, reading: Reading) -> list[Any]:
    """The objects that stand for documents."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and "text" not in fields(value, reading.fields):
        for name in _LISTS:
            inner = value.get(name)
            if isinstance(inner, list) and inner and isinstance(inner[0], dict):
                return inner
    return [value]
