"""Give time expressions their place, from a stated anchor; never from a clock."""

from __future__ import annotations

from timeline.resolve.resolver import carried, resolve

__all__ = ["carried", "resolve"]
