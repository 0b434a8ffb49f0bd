"""What is too much for one transaction, or for memory, in portions."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.store.sheet import Sheet

T = TypeVar("T")
PORTION = 10_000
"""Rows of one document that are made at once."""
HEAVY = 1 << 20
"""Characters of the documents of one transaction: about a second's work, which is all that a kill undoes."""


def batches(sheets: Iterable[Sheet], most: int) -> Iterator[list[Sheet]]:
    """At most so many documents, or the first few that are long together."""
    batch: list[Sheet] = []
    size = 0
    for sheet in sheets:
        batch.append(sheet)
        size += sheet.size
        if len(batch) >= most or size >= HEAVY:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def portions(values: Sequence[T], most: int = PORTION) -> Iterator[Sequence[T]]:
    """Tuples of so many; `values` may be anything that is gone through quickly, not looked up quickly."""
    left = iter(values)
    while portion := tuple(islice(left, most)):
        yield portion
