"""A long text cut at the ends of paragraphs, each slice with the sentences before it that it may look back at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.model.sentence import Sentence
from timeline.segment import sentences
from timeline.segment.sentences import Writing

SLICE = 1 << 20
"""Characters; a text of no more is understood as a whole."""
LOOK_BACK = 8
"""Sentences before a slice that its own may lean on, and more to the beginning of their paragraph."""
FARTHEST = 64


class Slice(NamedTuple):
    """`[start, end)` of the text; the slices of a text follow each other without a gap."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    """Those looked back at, then its own."""
    since: int
    """Number of the first of its own."""


def slices(text: str, language: Writing, size: int = SLICE) -> Iterator[Slice]:
    """Slices of about `size` characters; at most twice as many where no paragraph ends."""
    before: tuple[Sentence, ...] = ()
    own: list[Sentence] = []
    start = 0
    for sentence in sentences(text, language):
        if own and _is_full(own[-1].end - start, size, own[-1].paragraph == sentence.paragraph):
            yield Slice(start, own[-1].end, (*before, *own), len(before))
            before, start, own = _behind((*before, *own)), own[-1].end, []
        own.append(sentence)
    yield Slice(start, len(text), (*before, *own), len(before))


def _is_full(length: int, size: int, inside: bool) -> bool:
    return length >= (2 * size if inside else size)


def _behind(read: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The last sentences, to the beginning of a paragraph if that is not far, and the heading above them."""
    first = max(0, len(read) - LOOK_BACK)
    least = max(0, len(read) - FARTHEST)
    while first > least and read[first - 1].paragraph == read[first].paragraph:
        first -= 1
    heading = next((one for one in reversed(read[:first]) if one.kind == "heading"), None)
    return read[first:] if heading is None else (heading, *read[first:])
