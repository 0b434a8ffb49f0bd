"""What a person can tell a reader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a reader may need beside the bytes."""

    date: Interval | None = None
    """Given by the user: above what the document says."""
    language: str = "auto"
    encoding: str | None = None
    """For bytes that do not tell theirs."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """`text` → the name that holds it, in JSON, CSV and the like; dots reach into nested objects."""
