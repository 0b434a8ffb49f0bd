"""Something that went wrong with one input, kept as a fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an input failed or was read only in part."""

    uri: str
    stage: str
    """`find`, `read`, `tag`, `extract`, …"""
    severity: str
    """`failed` (nothing of it is in the database) | `partial` | `note` (read, but remarkable: no date in it, …)."""
    code: str
    """A stable slug: `missing`, `empty`, `binary`, `unreadable`, `encoding`, `too-large`, `timeout`, …"""
    message: str
    """One sentence for a person."""
