"""What kind of value each column of the views `timeline` and `evidence` holds, for formats that have types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.render.page import Row

EVENT = (
    *("id", "key", "date", "date_latest", "year", "decade", "month", "edtf", "precision", "approximate", "uncertain"),
    *("kind", "title", "status", "actors", "places", "documents", "mentions", "sources", "disputed", "inferred"),
    *("salience", "first_day", "last_day", "clock", "starred", "labels", "note", "edited"),
)
CLAIM = (
    *("event_id", "event_key", "document", "title", "published", "page", "start", "end", "quote", "time_text", "edtf"),
    *("status", "rule", "anchor", "claim_key", "claim_title", "time_start", "time_end", "basis", "speaker", "negated"),
)
WHOLE = (
    *("id", "event_id", "year", "decade", "month", "documents", "mentions", "sources", "first_day", "last_day"),
    *("page", "start", "end", "time_start", "time_end"),
)
TRUTH = ("approximate", "uncertain", "disputed", "inferred", "negated", "starred", "edited")
LISTS = ("actors", "places", "labels")
REAL = ("salience",)
"""What is none of these is text."""


def typed(row: Row, names: Iterable[str]) -> Row:
    """The named columns; SQLite's 0 and 1 as truth, and text that is valid UTF-8."""
    return {name: _value(name, row.get(name)) for name in names}


def _value(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_value("", inner) for inner in value]
    return bool(value) if name in TRUTH and value is not None else value
