"""A small sketch of a text, by which copies of one report are known.

MinHash (Broder 1997) in its one-permutation form with the empty bins filled from their neighbours (Shrivastava and Li
2014): one hash of every run of five words instead of sixty-four, the same estimate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, count
from operator import add
from zlib import crc32

BINS = 64
WIDTH = 5
EMPTY = 0xFFFFFFFF
PIECE = 1 << 20
"""Characters."""
ROTATION = 0x9E3779B1
WORD = re.compile(r"[^\W_]+")
_MARKS = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0"
_BLANKED = bytes(code if chr(code).isalnum() and code < 128 else 32 for code in range(256))


def signature(text: str) -> bytes:
    """64 minima of four bytes; empty for a text of fewer than five words, which resembles nothing."""
    least: dict[int, int] = {}
    last: list[bytes] = []
    for piece in pieces(text):
        split = last + _words(piece.lower())
        last = split[1 - WIDTH :]
        for place, value in _least(split).items():
            if value < least.get(place, EMPTY + 1):
                least[place] = value
    if not least:
        return b""
    minima = [min(least[place], EMPTY - 1) if place in least else EMPTY for place in range(BINS)]
    return b"".join(value.to_bytes(4, "big") for value in _fill(minima))


def pieces(text: str) -> Iterator[str]:
    """The text, in pieces cut at blanks where it is long: their words would take fifty times its memory."""
    start = 0
    while len(text) - start > PIECE:
        blank = text.rfind(" ", start, start + PIECE)
        end = blank if blank > start else start + PIECE
        yield text[start:end]
        start = end
    yield text[start:] if start else text


def _least(split: list[bytes]) -> dict[int, int]:
    """Bin → the smallest hash of a run of words in it; empty for too few words."""
    if len(split) < WIDTH:
        return {}
    words = b" ".join(split)
    ends = list(map(add, accumulate(map(len, split)), count()))
    starts = [0, *(end + 1 for end in ends)]
    values = [crc32(words[start:end]) for start, end in zip(starts, ends[WIDTH - 1 :], strict=False)]
    values.sort(reverse=True)
    return {value & (BINS - 1): value for value in values}  # the last of each bin, which is the smallest


def _words(lower: str) -> list[bytes]:
    """The words in small letters; of text that is ASCII but for its quotation marks without a regex."""
    for mark in _MARKS:
        lower = lower.replace(mark, " ")
    if lower.isascii():
        return lower.encode("ascii").translate(_BLANKED).split()
    return " ".join(WORD.findall(lower)).encode("utf-8", "replace").split(b" ")


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
