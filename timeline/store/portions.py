"""What is too much for one transaction, or for memory, in portions."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    class Understood(Protocol):
        @property
        def document(self) -> Any: ...


T = TypeVar("T")
U = TypeVar("U", bound="Understood")
PORTION = 10_000
"""Rows of one document that are made at once."""
HEAVY = 1 << 24
"""Characters of the documents of one transaction, all of which are held until it is done."""


def batches(results: Iterable[U], most: int) -> Iterator[list[U]]:
    """At most so many documents, or the first few that are long together."""
    batch: list[U] = []
    size = 0
    for result in results:
        batch.append(result)
        size += len(result.document.text)
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
