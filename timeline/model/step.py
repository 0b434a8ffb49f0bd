"""How far a run of `add` has come."""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """Told after each input: a file, or a message, row, entry or member in one."""

    done: int
    """Inputs so far."""
    total: int | None
    """Of how many: counted for files, estimated while a file that holds many is read; None: nobody knows."""
    uri: str
    state: str
    """`done` | `partial` | `unchanged` | `failed` | `passed` (left aside)."""
    claims: int
    seconds: float
    """Of work on this input."""
