"""Which date the document has: given > metadata > stated byline > inferred from its own text > none."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages import Language
from timeline.model.document import Document, Published
from timeline.model.expression import TimeExpression


def find(document: Document, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """The document's date and how it is known; None when nothing tells it."""
    return document.published
