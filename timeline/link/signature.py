"""A small sketch of a text, by which copies of one report are known.

MinHash (Broder 1997) in its one-permutation form with the empty bins filled from their neighbours (Shrivastava and Li
2014): one hash of every run of five words instead of sixty-four, the same estimate.
"""

from __future__ import annotations

import re
from itertools import accumulate
from zlib import crc32

BINS = 64
WIDTH = 5
EMPTY = 0xFFFFFFFF
ROTATION = 0x9E3779B1
WORD = re.compile(r"[^\W_]+")


def signature(text: str) -> bytes:
    """64 minima of four bytes; empty for a text of fewer than five words, which resembles nothing."""
    words = " ".join(WORD.findall(text.lower())).encode("utf-8", "replace")
    ends = list(accumulate(map(len, words.split(b" ")), lambda end, size: end + 1 + size))
    if len(ends) < WIDTH:
        return b""
    runs = zip([0, *(end + 1 for end in ends)], ends[WIDTH - 1 :], strict=False)
    minima = [EMPTY] * BINS
    for value in sorted([crc32(words[start:end]) for start, end in runs], reverse=True):
        minima[value & (BINS - 1)] = min(value, EMPTY - 1)
    return b"".join(value.to_bytes(4, "big") for value in _fill(minima))


def _fill(minima: list[int]) -> list[int]:
    """An empty bin borrows the next filled one, told apart by how far it lies: sparse texts still differ."""
    filled = []
    for place, own in enumerate(minima):
        steps, value = 0, own
        while value == EMPTY:
            steps += 1
            value = minima[(place + steps) % BINS]
        filled.append((value + steps * ROTATION) & EMPTY if steps else value)
    return filled


def resemblance(one: bytes, other: bytes) -> float:
    """The estimated share of the runs of five words that two texts have in common, 0 to 1."""
    if not one or not other or len(one) != len(other):
        return 0.0
    places = range(0, len(one), 4)
    return sum(one[n : n + 4] == other[n : n + 4] for n in places) / len(places)
