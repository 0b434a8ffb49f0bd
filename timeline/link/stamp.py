"""The date that a page bears, which whatever it tells may seem to have."""

from __future__ import annotations

from timeline.model.claim import Claim
from timeline.model.facts import DocumentFacts


def stamped(claim: Claim, facts: DocumentFacts | None) -> bool:
    """The date is that of its own page, written out: it says when this was written, and of what is told little."""
    when, day = claim.when, facts.published_day if facts else None
    return (
        claim.provenance.basis == "stated"
        and when is not None
        and day is not None
        and when.first_day == when.last_day == day
    )
