"""What a person decided about claims: it outlives every rebuilding of the events."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """Every claim of `left` with every claim of `right`; keys that no longer exist are passed over."""

    verb: str
    """`merge`: one event · `split`: never one event; where both name a pair, `split` holds."""
    left: tuple[str, ...]
    """Keys of claims."""
    right: tuple[str, ...]
