"""A small sketch of a text, by which copies of one report are known.

MinHash (Broder 1997) in its one-permutation form with the empty bins filled from their neighbours (Shrivastava and Li
2014): one hash of every run of five words instead of sixty-four, the same estimate.
"""

from __future__ import annotations

import re
from zlib import crc32

BINS = 64
WIDTH = 5
EMPTY = 0xFFFFFFFF
ROTATION = 0x9E3779B1
WORD = re.compile(r"[^\W_]+")


def signature(text: str) -> bytes:
    """64 minima of four bytes; empty for a text of fewer than five words, which resembles nothing."""
    words = WORD.findall(text.lower())
    if len(words) < WIDTH:
        return b""
    minima = [EMPTY] * BINS
    for n in range(len(words) - WIDTH + 1):
        value = crc32(" ".join(words[n : n + WIDTH]).encode("utf-8", "replace"))
        value = min((value * ROTATION ^ value >> 15) & EMPTY, EMPTY - 1)
        place = value & (BINS - 1)
        minima[place] = min(minima[place], value)
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
