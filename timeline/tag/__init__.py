"""Find time expressions in text. Knows no calendar and no reference time."""

from __future__ import annotations

from timeline.tag.engine import tag

__all__ = ["tag"]
