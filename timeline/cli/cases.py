"""What needs a person's look: disputed dates, pairs that all but became one event, dates that nobody told."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.library import Timeline
    from timeline.model.event import Event

KINDS = ("disputed", "near", "inferred")


class Case(NamedTuple):
    """One question."""

    kind: str
    events: tuple[Event, ...]
    """One; two of a near pair."""


def cases(timeline: Timeline, kinds: Sequence[str], **wanted: Any) -> list[Case]:
    """Disputes first, then pairs, then inferred dates; in each what is told of most or is most alike comes first.

    What a person accepted as it stands, or told apart, is not asked again.
    """
    settled = _accepted(timeline)
    makers = {
        "disputed": lambda: _single("disputed", timeline.events(**{**wanted, "disputed": True}), settled),
        "near": lambda: _pairs(timeline, wanted),
        "inferred": lambda: _single("inferred", timeline.events(**{**wanted, "inferred": True}), settled),
    }
    return list(chain.from_iterable(makers[kind]() for kind in KINDS if kind in kinds))


def _accepted(timeline: Timeline) -> set[frozenset[str]]:
    """The claims of events that were accepted; one that has more claims by now is asked about again."""
    held = (row for row in timeline.decisions() if row["kind"] == "accept" and not row["undone"])
    return {frozenset(cited["claim"] for cited in row["payload"]["claims"][0]) for row in held}


def _single(kind: str, events: Iterable[Event], settled: set[frozenset[str]]) -> list[Case]:
    found = [event for event in events if frozenset(claim.key for claim in event.claims) not in settled]
    return [Case(kind, (event,)) for event in sorted(found, key=lambda event: (-event.salience, event.key))]


def _pairs(timeline: Timeline, wanted: dict[str, Any]) -> list[Case]:
    from timeline.link.near import near

    events = {event.key: event for event in timeline.events(**wanted)}
    found = near(list(events.values()), timeline.store.facts(), timeline.store.ledger.held())
    return [Case("near", (events[pair.one], events[pair.other])) for pair in found]
