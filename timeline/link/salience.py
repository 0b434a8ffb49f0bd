"""How much an event mattered to those who wrote: it is told by many, later, and again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log

from timeline.link.window import FAR, window
from timeline.model.claim import Claim
from timeline.model.facts import DocumentFacts
from timeline.temporal.interval import Interval

LATER = 2
"""Days after which a document looks back."""


def salience(
    claims: Iterable[Claim], when: Interval | None, documents: Mapping[str, DocumentFacts], voices: Mapping[str, str]
) -> float:
    """log(1 + documents) + log(1 + documents that look back) + log(1 + days of publication), copies counted once."""
    keys = {voices.get(claim.document, claim.document) for claim in claims}
    days = [facts.published_day for key in keys if (facts := documents.get(key)) and facts.published_day is not None]
    last = FAR if when is None else window(when)[1]
    later = sum(day >= last + LATER for day in days)
    return round(log(1 + len(keys)) + log(1 + later) + log(1 + len(set(days))), 6)
