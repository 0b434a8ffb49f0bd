"""An event: claims of one happening, with a consensus date. Derived; it can be rebuilt from claims."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.claim import Claim
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Event:
    """One happening; the fields are those of the `timeline` view."""

    key: str
    """`content_key` of the smallest key among its claims."""
    title: str
    when: Interval | None
    kind: str
    status: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    claims: tuple[Claim, ...]
    """In order of document uri, then offset."""
    documents: int
    """Distinct documents."""
    mentions: int
    """Claims."""
    sources: int
    """Distinct voices: documents after near-duplicates were taken as one."""
    disputed: bool
    """Some claims cannot both be right about the date."""
    inferred: bool
    """The chosen date was inferred or inherited, not told."""
    salience: float
    hidden: bool = False
    """From here on: what a person decided, laid over what the sources say."""
    starred: bool = False
    labels: tuple[str, ...] = ()
    """Sorted."""
    note: str | None = None
    edited: bool = False
    """Title or date are a person's."""
