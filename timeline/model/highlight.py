"""A date of a digest: why it is there, and what best tells of it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.claim import Claim
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Highlight:
    """One of the dates that mattered most."""

    when: Interval
    weight: float
    """How much it mattered to those who wrote; only its order means something."""
    claims: tuple[Claim, ...]
    """The best sentences, the best first; no two say the same."""
    sources: int
    """Distinct voices that tell of the date."""
    documents: int
    """Distinct documents that do."""
