"""A document as it was read: the text that every offset refers to, and what is known about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from timeline.model.problem import Problem
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Published:
    """The date that a document has, and how it is known."""

    when: Interval
    how: str
    """`given` (by the user) > `metadata` > `byline` (stated in the text) > `inferred` (from the text's consistency)."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its facts; `text` is final: NUL and lone surrogates are gone, offsets are into it."""

    key: str
    """`content_key` of the bytes that the document was made of: the same bytes are the same document."""
    uri: str
    """Where it was found, as the user named it; a part of a container is `mail.mbox#3`, `a.zip!b.txt`."""
    text: str
    format: str
    """The reader's name: `text`, `markdown`, …"""
    bytes_sha256: str
    text_sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str = "en"
    published: Published | None = None
    """What the reader knows (`given` or `metadata`); a byline or an inference is found later, from the text."""
    page_starts: tuple[int, ...] = ()
    """Offsets at which pages (or chapters) begin, for formats that have them; page n starts at `page_starts[n - 1]`."""
    problems: tuple[Problem, ...] = field(default=())

    def page(self, offset: int) -> int | None:
        """The page, counted from 1, that holds an offset; None where the format has no pages."""
        if not self.page_starts:
            return None
        return max(1, bisect_right(self.page_starts, offset))
