"""A piece of text that says one thing: a sentence, a heading, a list item, a table row."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """A half-open span `[start, end)` of the document's text, trimmed of white space."""

    start: int
    end: int
    paragraph: int
    """Number of its paragraph (blocks parted by blank lines, list items, table rows), from 0."""
    kind: str = "prose"
    """`prose` | `heading` | `item` | `row` (of a table) | `quote`."""
