"""A small sketch of a text, by which copies of one report are known.

MinHash (Broder 1997) in its one-permutation form with the empty bins filled from their neighbours (Shrivastava and Li
2014): one hash of every run of five words instead of sixty-four, the same estimate.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import pack
from zlib import crc32

BINS = 64
WIDTH = 5
EMPTY = 0xFFFFFFFF
PIECE = 1 << 20
"""Characters."""
ROTATION = 0x9E3779B1
_ASCII = bytes(range(128))
_BLANKED = bytes(code if code >= 128 or chr(code).isalnum() else 32 for code in range(256))


def signature(text: str) -> bytes:
    """64 minima of four bytes; empty for a text of fewer than five words, which resembles nothing."""
    minima = [EMPTY] * BINS
    last: list[bytes] = []
    for piece in pieces(text):
        words = last + _words(piece.lower())
        last = words[1 - WIDTH :]
        runs = zip(*(words[first:] for first in range(WIDTH)), strict=False)
        for value in map(crc32, map(b" ".join, runs)):
            if value < minima[value % BINS]:  # noqa: PLR1730 (`min` is a call a word)
                minima[value % BINS] = value
    if min(minima) == EMPTY:
        return b""
    return pack(f">{BINS}I", *(_fill(minima) if EMPTY in minima else minima))


def pieces(text: str) -> Iterator[str]:
    """The text, in pieces cut at blanks where it is long: their words would take fifty times its memory."""
    start = 0
    while len(text) - start > PIECE:
        blank = text.rfind(" ", start, start + PIECE)
        end = blank if blank > start else start + PIECE
        yield text[start:end]
        start = end
    yield text[start:] if start else text


def _words(lower: str) -> list[bytes]:
    """The words in small letters, without a regex: every sign that is no letter and no digit becomes a blank."""
    if not lower.isascii():
        for sign in set(lower.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8")):
            if not sign.isalnum():
                lower = lower.replace(sign, " ")
    return lower.encode("utf-8", "replace").translate(_BLANKED).split()


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
