"""The order in which a page of two or more columns is read, from where its pieces of text stand.

Files keep the pieces in any order: most programs write column after column, some write across the page, line by line.
A gutter is a place that hardly any piece crosses, with lines of text on both sides that fill their column. Cells of a
table are short, so the rows of a table are not torn apart: where one stands among columns, each of its rows is a line
across the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

LEAST = 4
"""Lines on each side of a gutter."""
_WORDS = 4
_FILLED = 0.55
_WIDE = 10
_CROSSING = 0.34
_DEEPEST = 3
_CELLS = 3
"""In a row of a table, and rows of one table: fewer may be short lines of two columns, side by side."""
_SLACK = 1.0
_SPACE = 0.8
"""Of the height of a line: wider than between words, narrower than between columns."""


class Piece(NamedTuple):
    """Some words on one line, and the box that they stand in, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def in_order(pieces: Sequence[Piece]) -> list[str] | None:
    """The lines as they are read; None where the page has one column only."""
    lines, rows = _tables(_whole(pieces))
    ordered = _cut(lines, 0, frozenset(rows))
    return None if ordered is None else [" ".join(piece.text.split()) for piece in ordered]


def _whole(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that follow each other on one line, parted by no more than a space, as one: a bold word parts none."""
    lines: list[Piece] = []
    for piece in pieces:
        last = lines[-1] if lines else piece
        height = max(piece.top - piece.bottom, last.top - last.bottom)
        gap = piece.left - last.right
        level = abs(piece.bottom + piece.top - last.bottom - last.top) < height
        if lines and level and -height < gap < _SPACE * height:
            words = last.text + (" " if gap > _SPACE / 8 * height else "") + piece.text
            low, high = min(last.bottom, piece.bottom), max(last.top, piece.top)
            lines[-1] = Piece(min(last.left, piece.left), low, max(last.right, piece.right), high, words)
        else:
            lines.append(piece)
    return lines


def _tables(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces, each row of a table as one; and those rows."""
    lines, rows = [], []
    levels = [list(level) for _, level in groupby(sorted(pieces, key=_row), key=lambda piece: _row(piece)[0])]
    for is_table, found in groupby(levels, key=_are_cells):
        block = list(found)
        if is_table and len(block) >= _CELLS:
            rows += [_one(row) for row in block]
        else:
            lines += [piece for row in block for piece in row]
    return ([*lines, *rows], rows) if rows else (pieces, [])


def _are_cells(row: Sequence[Piece]) -> bool:
    return len(row) >= _CELLS and all(len(piece.text.split()) < _WORDS for piece in row)


def _one(row: Sequence[Piece]) -> Piece:
    lefts, bottoms, rights, tops, texts = zip(*row, strict=True)
    return Piece(min(lefts), min(bottoms), max(rights), max(tops), " ".join(texts))


def _cut(pieces: list[Piece], depth: int, rows: frozenset[Piece] = frozenset()) -> list[Piece] | None:
    """Each band between two pieces that cross the gutter: its left side, then its right side."""
    gutter = _gutter([piece for piece in pieces if piece not in rows]) if depth < _DEEPEST else None
    if gutter is None:
        return None
    left, crossing, right = _parted(pieces, gutter)
    ordered: list[Piece] = []
    above = float("inf")
    for across in [*sorted(crossing, key=lambda piece: -piece.top), None]:
        below = across.top if across else float("-inf")
        for side in (left, right):
            band = [piece for piece in side if below < (piece.bottom + piece.top) / 2 <= above]
            ordered += _cut(band, depth + 1, rows) or sorted(band, key=_row)
        if across:
            ordered.append(across)
            above = below
    return ordered


def _row(piece: Piece) -> tuple[float, float]:
    """Down the page; what stands on one line from left to right."""
    return (-round((piece.bottom + piece.top) / 2 / 4), piece.left)


def _parted(pieces: Sequence[Piece], gutter: float) -> tuple[list[Piece], list[Piece], list[Piece]]:
    left = [piece for piece in pieces if piece.right <= gutter + _SLACK]
    right = [piece for piece in pieces if piece.left >= gutter - _SLACK]
    crossing = [piece for piece in pieces if piece.right > gutter + _SLACK and piece.left < gutter - _SLACK]
    return left, crossing, right


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The left edge of a column that has another one to its left; of several the one with most lines on both sides."""
    edges: dict[int, list[float]] = {}
    for piece in pieces:
        edges.setdefault(round(piece.left / 4), []).append(piece.left)
    best, found = 0, None
    for near in edges.values():
        gutter = min(near) - _SLACK
        if len(near) < LEAST:
            continue
        left, crossing, right = _parted(pieces, gutter)
        lines = min(len(left), len(right))
        if lines <= max(best, LEAST - 1) or len(crossing) > _CROSSING * len(pieces):
            continue
        if _are_lines(left) and _are_lines(right):
            best, found = lines, gutter
    return found


def _are_lines(pieces: Sequence[Piece]) -> bool:
    """Running text: some words each, most of them about as wide as the widest, and that much wider than high."""
    width = max(piece.right - piece.left for piece in pieces)
    height = median(piece.top - piece.bottom for piece in pieces)
    words = median(len(piece.text.split()) for piece in pieces)
    filled = median(piece.right - piece.left for piece in pieces) >= _FILLED * width
    return words >= _WORDS and filled and width >= _WIDE * height
