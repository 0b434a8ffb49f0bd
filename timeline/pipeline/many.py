"""Values too many to be held at once: kept as packed bytes, unpacked a portion at a time."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, overload

from timeline.pipeline.parcel import packed

T = TypeVar("T")
_LEVEL = 1
"""Of compression: a sixth of the size for a tenth of the time that making the values takes."""


@dataclass(frozen=True, slots=True)
class Many(Sequence[T]):
    """A sequence to go through once or twice, portion by portion; single ones are looked up slowly."""

    portions: tuple[tuple[int, bytes], ...]
    """How many values, and these."""

    @classmethod
    def of(cls, portions: Iterable[Sequence[T]]) -> Many[T]:
        """Of values that come a portion at a time."""
        return cls(tuple(portion(values) for values in portions if values))

    def __len__(self) -> int:
        return sum(count for count, _ in self.portions)

    def __iter__(self) -> Iterator[T]:
        for _, values in self.portions:
            yield from pickle.loads(zlib.decompress(values))

    def __reversed__(self) -> Iterator[T]:
        for _, values in reversed(self.portions):
            yield from reversed(pickle.loads(zlib.decompress(values)))

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return tuple(self)[place]


def portion(values: Sequence[object]) -> tuple[int, bytes]:
    """Some values as `Many` keeps them."""
    return len(values), zlib.compress(packed(tuple(values)), _LEVEL)
