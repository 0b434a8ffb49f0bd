"""Quoted mail: `> ` opens its lines, and may stand inside a date: `on 13 December | > 2019`. Read without it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from timeline.model.expression import TimeExpression

_MARKS = re.compile(r"(?m)^[ \t]{0,3}>(?:[ \t]?>){0,20}[ \t]?")


class Unquoted:
    """A text without the signs of quoting that open its lines, and the way back to the offsets of the original."""

    def __init__(self, text: str) -> None:
        self._text = text
        kept: list[str] = []
        self._places: list[int] = []
        """Where each kept piece begins in the text without signs."""
        self._shifts: list[int] = []
        """How much further on it stands in the original."""
        done = length = 0
        for marks in _MARKS.finditer(text):
            self._keep(length, done - length)
            kept.append(text[done : marks.start()])
            length += marks.start() - done
            done = marks.end()
        self._keep(length, done - length)
        kept.append(text[done:])
        self.text = "".join(kept)

    def _keep(self, place: int, shift: int) -> None:
        self._places.append(place)
        self._shifts.append(shift)

    def _back(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._places, offset) - 1]

    def in_original(self, expressions: Iterable[TimeExpression]) -> tuple[TimeExpression, ...]:
        """Expressions found in the text without signs, where they stand in the original."""
        moved = []
        for one in expressions:
            start, end = self._back(one.start), self._back(one.end - 1) + 1
            moved.append(one._replace(start=start, end=end, text=self._text[start:end]))
        return tuple(moved)
