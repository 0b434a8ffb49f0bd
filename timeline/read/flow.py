"""Text built from the pieces of a formatted document: paragraphs parted by blank lines, marks as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")


class Flow:
    """Collects words into paragraphs. `text()` is what a reader stores and what offsets refer to."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._mark = ""
        self._length = 0

    def add(self, words: str) -> None:
        """Words of the paragraph at hand."""
        if words:
            self._words.append(words)

    def ends_with(self, signs: tuple[str, ...]) -> bool:
        """Whether the paragraph at hand ends so."""
        return bool(self._words) and self._words[-1].endswith(signs)

    def begins(self) -> bool:
        """Whether the paragraph at hand has no words yet."""
        return not any(words.strip() for words in self._words)

    def mark(self, mark: str) -> None:
        """What the next paragraph begins with: `# `, `- `, `> `."""
        self._mark = mark

    def end(self) -> None:
        """The paragraph is complete."""
        words = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if words:
            self._append(self._mark + words)
        self._mark = ""

    def paragraphs(self, told: Iterable[str]) -> None:
        """Each a paragraph of its own."""
        for words in told:
            self.add(words)
            self.end()

    def row(self, cells: list[str]) -> None:
        """A row of a table."""
        self.end()
        told = [_SPACE.sub(" ", cell).strip() for cell in cells]
        if any(told):
            self._append("| " + " | ".join(told) + " |")

    def take(self) -> str:
        """The words of the paragraph at hand, which is given up: for the cells of a row."""
        words = "".join(self._words)
        self._words.clear()
        return words

    @property
    def length(self) -> int:
        """Where the next paragraph will begin in the text."""
        return self._length + 2 if self._blocks else 0

    def text(self) -> str:
        """All of it."""
        self.end()
        return "\n\n".join(self._blocks)

    def _append(self, block: str) -> None:
        self._length = self.length + len(block)
        self._blocks.append(block)
