"""An interval in plain English words."""

from __future__ import annotations


def words(edtf: str, clock: str | None) -> str:
    """The EDTF text, until the words are written."""
    return edtf if clock is None else f"{edtf} {clock}"
