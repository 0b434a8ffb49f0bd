"""A text too long to be understood at once: slice by slice, with what the slices before have told carried on.

The claims are those of the whole text, but for these: the genre is chosen, and a date inferred, from the opening alone;
how often and with which title a name comes is asked of the slice and 64 thousand characters around it; and what only
a paragraph longer than two slices holds together may come apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.extract.passages import Passages
from timeline.extract.who.gazetteer import parse
from timeline.languages import Language, load
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.model.expression import TimeExpression
from timeline.model.mention import TimeMention
from timeline.pipeline.many import Many, portion
from timeline.pipeline.options import Options
from timeline.pipeline.slices import Slice, slices
from timeline.resolve import carried, reference, resolve
from timeline.resolve.genre import choose
from timeline.tag import tag

OPENING = 4000
"""Characters, at least, from which genre and date of the document are known."""
_CLOSING = 1000
"""Characters at the end in which a byline may stand."""
_MARGIN = 240
"""Characters around a slice that the tagger sees, so that an expression is read as amid its text."""


def understood(document: Document, options: Options, size: int) -> tuple[Document, Many[TimeMention], Many[Claim]]:
    """The document with its date, its times and its claims; `size`: characters of a slice."""
    language = load(document.language)
    reader = _Reader(document, options, language, size)
    names = parse(options.gazetteer, language.code) if options.gazetteer else None
    passages = Passages(reader.document, language, names, whole=options.whole)
    mentions, claims = [], []
    before: Sequence[TimeMention] = ()
    for piece, told in reader.read():
        seen = [*_looked_back(before, piece), *told]
        mentions.append(portion(told))
        claims.append(portion(passages.claims(piece.sentences, seen, piece.since)))
        before = seen
    return reader.document, Many(tuple(mentions)), Many(tuple(claims))


def times(document: Document, options: Options, size: int) -> tuple[Document, Many[TimeMention]]:
    """The same without claims."""
    reader = _Reader(document, options, load(document.language), size)
    return reader.document, Many.of(told for _, told in reader.read())


class _Reader:
    """Tags and resolves a document slice by slice."""

    def __init__(self, document: Document, options: Options, language: Language, size: int) -> None:
        text, self._language, self._size = document.text, language, size
        self._manner = "news" if options.genre == "auto" else options.genre
        opening = self._tagged(text, 0, max(size, OPENING))
        ends = self._tagged(text, max(size, OPENING, len(text) - _CLOSING), len(text))
        published = options.published or reference.find(document, [*opening, *ends], language)
        self._genre = choose(text, opening, language, published) if options.genre == "auto" else options.genre
        self.document = replace(document, published=published)

    def read(self) -> Iterator[tuple[Slice, tuple[TimeMention, ...]]]:
        """Each slice with its times."""
        text, published = self.document.text, self.document.published
        context = carried(text, self._language, published, self._genre)
        for piece in slices(text, self._language, self._size):
            tagged = self._tagged(text, piece.start, piece.end)
            yield piece, resolve(tagged, text, self._language, published, self._genre, context=context)

    def _tagged(self, text: str, start: int, end: int) -> list[TimeExpression]:
        """The expressions that begin in a stretch of the text."""
        first = max(0, start - _MARGIN)
        found = tag(text[first : end + _MARGIN], self._language, self._manner)
        moved = found if not first else (one._replace(start=one.start + first, end=one.end + first) for one in found)
        return [one for one in moved if start <= one.start < end]


def _looked_back(mentions: Sequence[TimeMention], piece: Slice) -> list[TimeMention]:
    """The times in the sentences that a slice looks back at."""
    seen = piece.sentences[: piece.since]
    return [one for one in mentions if any(sentence.start <= one.start < sentence.end for sentence in seen)]
