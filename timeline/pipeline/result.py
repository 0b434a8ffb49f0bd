"""All that was understood of one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.model.mention import TimeMention
from timeline.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Result:
    """One document, ready to be stored; it can be pickled."""

    document: Document
    mentions: Sequence[TimeMention]
    claims: Sequence[Claim]
    """A tuple each; of a long document a `Many`."""
    published: Published | None
    """The document's date as it was used: given, from metadata, from a byline, or inferred."""
    problems: tuple[Problem, ...]
    """Remarks of the reader and of the stages; none of them is `failed`."""
    signature: bytes
    """`link.signature` of the text."""
    fingerprint: str
    """Of the options it was made with."""
