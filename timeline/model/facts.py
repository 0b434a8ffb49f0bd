"""What linking must know of a document without its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """One document, small enough that all of them fit in memory."""

    key: str
    uri: str
    published_day: int | None = None
    """Julian Day Number of the first day of its date; None: it has none."""
    publisher: str | None = None
    signature: bytes = b""
    """`link.signature(text)`; empty: never taken for a copy of another."""
    language: str = "en"
