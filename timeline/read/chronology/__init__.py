"""Chronologies that people made by hand or with other programs: each entry says itself when and what happened."""

from __future__ import annotations

import json
from typing import Any

from timeline.errors import InputError
from timeline.model.entry import Entry
from timeline.read.chronology import events, table, timelinejs
from timeline.read.decode import decode

__all__ = ["chronology", "decisions"]


def chronology(data: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of our own JSON or JSON lines, of TimelineJS, or of a CSV with a date and a text in each row.

    InputError, with `name` in its sentence, where it is none of them.
    """
    text = decode(data, None).text.removeprefix("\ufeff").replace("\0", " ")
    value = _json(text)
    if isinstance(value, dict) and isinstance(value.get("events"), list):
        found = timelinejs.entries(value)
    elif isinstance(value, list) and value and all(isinstance(one, dict) and "title" in one for one in value):
        found = events.entries(value)
    elif value is not None:
        raise InputError(f"{name} is JSON, but neither events of timeline nor TimelineJS nor decisions", path=name)
    else:
        found = table.entries(text, name)
    if not found:
        raise InputError(f"{name} has no entry with a text", path=name)
    return tuple(found)


def decisions(data: bytes) -> list[dict[str, Any]] | None:
    """The list that `timeline decisions -f json` writes; None where it is something else."""
    value = _json(decode(data, None).text.removeprefix("\ufeff"))
    if isinstance(value, list) and value and all(isinstance(one, dict) and "payload" in one for one in value):
        return value
    return None


def _json(text: str) -> Any:
    """The value, or the list of the values of its lines; None where it is no JSON."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError):
        return None
