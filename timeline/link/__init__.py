"""Claims of many documents become events: what tells of one happening is one event, with the date most voices give.

Near-duplicate documents are one voice (`voices`) → pairs worth comparing (`blocking`) → how alike they are, with vetoes
(`similarity`) → connected components, average link inside each (`cluster`) → the same happening under another date
(`dispute`) → what the event says (`consensus`). Only whole numbers are summed and every tie is broken by claim keys, so
the same set of claims gives the same events in any order, on any machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.link.collector import collector_off
from timeline.link.consensus import event
from timeline.link.partition import partition
from timeline.link.signature import signature
from timeline.link.voices import voices
from timeline.model.claim import Claim
from timeline.model.decision import Decision
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts

__all__ = ["link", "signature"]


def link(
    claims: Sequence[Claim], documents: Mapping[str, DocumentFacts], decisions: Sequence[Decision] = ()
) -> tuple[Event, ...]:
    """Events in order of time, then key; every claim is in exactly one."""
    with collector_off():
        voice = voices(documents)
        ordered = sorted(claims, key=lambda claim: claim.key)
        groups = partition(ordered, documents, voice, decisions)
        events = [event([ordered[n] for n in group], documents, voice) for group in groups]
    return tuple(sorted(events, key=lambda found: (found.when is None, found.when and found.when.sort_key, found.key)))
