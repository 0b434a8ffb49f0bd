"""Keep documents, claims and events in one database, and answer what is asked of them."""

from __future__ import annotations

from timeline.store.filter import Filter
from timeline.store.store import Store

__all__ = ["Filter", "Store"]
