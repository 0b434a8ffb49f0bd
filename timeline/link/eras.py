"""Linking more claims than fit in memory: era by era.

An era is a decade, or everything without a date: a pure function of a claim. Give `link_eras` the claims of one era
after the other, each era whole; then no more than one era is held, and as eras do not know each other they may be
linked by different machines. The price: two claims on both sides of New Year of a decade stay two events, and a word
is as rare as it is in its era. A claim's era never changes, so what was said of `link` holds for `link_eras` as well:
the same claims give the same events, however they came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.link import link
from timeline.link.window import FAR, window
from timeline.model.claim import Claim
from timeline.model.decision import Decision
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.temporal.ordinal import from_jdn

DECADE = 10


def era(claim: Claim) -> int | None:
    """The first year of the decade in which it may have begun; None: undated or of open beginning."""
    if claim.when is None:
        return None
    first, _ = window(claim.when)
    return None if first == -FAR else from_jdn(first)[0] // DECADE * DECADE


def link_eras(
    eras: Iterable[Sequence[Claim]], documents: Mapping[str, DocumentFacts], decisions: Sequence[Decision] = ()
) -> Iterator[Event]:
    """The events of each era as soon as it is linked; decisions about claims of two eras are passed over."""
    for claims in eras:
        yield from link(claims, documents, decisions)
