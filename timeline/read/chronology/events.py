"""Events as `timeline show -f json` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.model.entry import Entry

STATUSES = ("reported", "planned", "denied", "conditional")


def entries(rows: Iterable[Mapping[str, Any]]) -> list[Entry]:
    """One entry an event; who said so there is lost but for the note, for the quotes' documents are not here."""
    return [entry for row in rows if (entry := _entry(row)).text]


def _entry(row: Mapping[str, Any]) -> Entry:
    status, kind = row.get("status"), row.get("kind")
    return Entry(
        text=text(row.get("title")),
        date=text(row.get("edtf")) or text(row.get("date")),
        note=text(row.get("note")),
        kind="span" if kind == "span" else "point",
        status=status if status in STATUSES else "reported",
        actors=texts(row.get("actors")),
        places=texts(row.get("places")),
    )


def text(value: object) -> str:
    """One line; empty for what is no text or number."""
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def texts(value: object) -> tuple[str, ...]:
    """A list as it is, a text parted at its semicolons."""
    parts = value if isinstance(value, list) else str(value or "").split(";")
    return tuple(dict.fromkeys(told for part in parts if (told := text(part))))
