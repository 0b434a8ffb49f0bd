"""The dates of a digest: as a page with quotes, and as rows, one a sentence."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from timeline.render.beside import beside
from timeline.render.number import counted
from timeline.render.quote import quotation
from timeline.render.when import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.model.facts import DocumentFacts
    from timeline.model.highlight import Highlight
    from timeline.render.page import Page

COLUMNS = ("edtf", "weight", "sources", "documents", "document", "start", "end", "quote")


def told(highlights: Iterable[Highlight], documents: Mapping[str, DocumentFacts], page: Page) -> Iterator[str]:
    """A date, how many sources tell of it, and its best sentences."""
    for number, highlight in enumerate(highlights):
        date = in_words(highlight.when.edtf, str(highlight.when.precision.value))
        yield "\n" if number else ""
        yield from beside(page, (date, "date"), (counted(highlight.sources, "source"), "dim"))
        for claim in highlight.claims:
            cited = asdict(claim) | {"document": documents[claim.document].uri}
            yield "".join(f"{line}\n" for line in quotation(cited, page))


def rows(highlights: Iterable[Highlight], documents: Mapping[str, DocumentFacts]) -> Iterator[tuple[object, ...]]:
    """In the order of COLUMNS."""
    for highlight in highlights:
        about = highlight.when.edtf, highlight.weight, highlight.sources, highlight.documents
        for claim in highlight.claims:
            yield (*about, documents[claim.document].uri, claim.start, claim.end, claim.quote)
