"""What an add did; apart from the writing, so that where nothing is to be written nothing heavy is loaded."""

from __future__ import annotations

from typing import NamedTuple


class Added(NamedTuple):
    """What an add did, in documents; `claims` are those of the new and changed ones."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    claims: int = 0
    copies: int = 0
    """Further names of what is stored."""

    def __add__(self, other: object) -> Added:
        """Sum of two adds."""
        if not isinstance(other, Added):
            return NotImplemented
        return Added(*(one + another for one, another in zip(self, other, strict=True)))
