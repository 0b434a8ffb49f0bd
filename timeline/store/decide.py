"""What a person decided, applied while events are made of claims: a person's word wins over rules and sources.

Merges and splits become constraints for the linker; edits, labels, stars and what is hidden are laid over its events.
Where decisions contradict each other the newest holds, and of an older one as much as does not contradict it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.model.decision import Decision
from timeline.store.citation import Finder
from timeline.store.overlay import Overlay
from timeline.store.rulings import BY_HAND, holding
from timeline.store.verbs import citations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.claim import Claim
    from timeline.model.event import Event
    from timeline.model.facts import DocumentFacts
    from timeline.store.rulings import Ruling

JOINING = ("merge", "split", "accept")
"""Kinds that bear upon which claims are one event."""


class Meant(NamedTuple):
    """One decision that holds, and the claims that it names, as they are there now."""

    number: int
    kind: str
    payload: Mapping[str, Any]
    groups: tuple[tuple[str, ...], ...]
    """Keys of claims, in the groups of the payload."""

    @property
    def claims(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys(key for group in self.groups for key in group))


def meant(rows: Iterable[Ruling], claims: Iterable[Claim], facts: Mapping[str, DocumentFacts]) -> list[Meant]:
    """The decisions that hold, oldest first, with their claims found among those that there are."""
    finder = Finder(claims, facts)
    uris = {document.uri: key for key, document in facts.items() if document.uri.startswith(BY_HAND)}
    made: dict[str, list[str]] = {key: [] for key in uris.values()}
    for claim in claims if made else ():
        if claim.document in made:
            made[claim.document].append(claim.key)
    told = []
    for row in holding(rows):
        by_hand = made.get(uris.get(f"{BY_HAND}{row.key}", ""), [])
        groups = [tuple(by_hand)] if row.kind == "add" else finder.find(*citations(row.payload))
        told.append(Meant(row.number, row.kind, row.payload, tuple(groups)))
    return told


def constraints(decided: Iterable[Meant]) -> tuple[Decision, ...]:
    """What the linker must hold together and apart; free of contradictions."""
    will = _Will()
    for one in reversed([one for one in decided if one.kind in JOINING]):
        if one.kind == "split":
            will.part(*one.groups)
            for group in one.groups:
                will.join(group)
        else:
            will.join(one.claims)
    return will.told()


@dataclass(slots=True)
class _Will:
    """Groups that are together and pairs that are apart, as the newest decisions want them; older ones fit in."""

    home: dict[str, int] = field(default_factory=dict)
    """Claim → number of its group."""
    groups: dict[int, list[str]] = field(default_factory=dict)
    apart: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def join(self, claims: Iterable[str]) -> None:
        """Together, but for those that are apart: first come, first joined."""
        heaps: list[int] = []
        for number in sorted({self._group(key) for key in claims}, key=lambda number: self.groups[number][0]):
            heap = next((heap for heap in heaps if not self._parted(heap, number)), None)
            if heap is None:
                heaps.append(number)
            else:
                self._merge(heap, number)

    def part(self, left: Iterable[str], right: Iterable[str]) -> None:
        """Apart, but for those that are together."""
        for one, other in product(left, right):
            if self._group(one) != self._group(other):
                self.apart[one].add(other)
                self.apart[other].add(one)

    def told(self) -> tuple[Decision, ...]:
        """As decisions for the linker, in an order of their own."""
        joined = sorted(sorted(group) for group in self.groups.values() if len(group) > 1)
        merges = [Decision("merge", (group[0],), tuple(group[1:])) for group in joined]
        parted = {key: sorted(other for other in others if key < other) for key, others in self.apart.items()}
        splits = [Decision("split", (key,), tuple(parted[key])) for key in sorted(parted) if parted[key]]
        return (*merges, *splits)

    def _group(self, key: str) -> int:
        if key not in self.home:
            self.home[key] = len(self.home)
            self.groups[self.home[key]] = [key]
        return self.home[key]

    def _parted(self, one: int, other: int) -> bool:
        return any(not self.apart[key].isdisjoint(self.groups[other]) for key in self.groups[one] if key in self.apart)

    def _merge(self, one: int, other: int) -> None:
        for key in self.groups[other]:
            self.home[key] = one
        self.groups[one] = sorted(self.groups[one] + self.groups.pop(other))


def overlaid(events: Iterable[Event], decided: Sequence[Meant]) -> tuple[list[Event], list[tuple[str, int]]]:
    """Events as the person wants them; which event (by key) each decision (by number) bears upon."""
    listed = list(events)
    if not decided:
        return listed, []
    home = {claim.key: event.key for event in listed for claim in event.claims}
    overlay = Overlay({event.key: event for event in listed})
    bears: set[tuple[str, int]] = set()
    for one in decided:
        counted = Counter(home[key] for key in one.claims)
        target = min(counted, key=lambda key: (-counted[key], key), default=None)
        wide = one.kind in (*JOINING, "hide", "unhide", "add")
        bears.update((key, one.number) for key in (counted if wide else [target]) if key is not None)
        if target is not None:
            overlay.lay(one.kind, one.payload, one.claims, target)
    changed = [(event, overlay.changes(event)) for event in listed]
    return [replace(event, **changes) if changes else event for event, changes in changed], sorted(bears)
