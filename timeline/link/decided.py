"""A person's decisions as pairs of claims: what must be one event, what must not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.link.forest import root
from timeline.model.decision import Decision

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Decided:
    """Numbers of claims; each pair in order."""

    together: tuple[Pair, ...] = ()
    apart: frozenset[Pair] = frozenset()

    def parts(self, one: Sequence[int], other: Sequence[int]) -> bool:
        """Some claim of the one may not be with some claim of the other."""
        if not self.apart:
            return False
        if len(one) * len(other) <= len(self.apart):
            return any((min(i, j), max(i, j)) in self.apart for i in one for j in other)
        some, others = set(one), set(other)
        return any((i in some and j in others) or (j in some and i in others) for i, j in self.apart)


def decide(numbers: Mapping[str, int], decisions: Sequence[Decision]) -> Decided:
    """`numbers` by claim key. A merge that would bring a split pair together, even by way of others, is passed over."""
    wanted = {"merge": set[Pair](), "split": set[Pair]()}
    for decision in decisions:
        left, right = ([numbers[key] for key in side if key in numbers] for side in (decision.left, decision.right))
        wanted[decision.verb].update((min(i, j), max(i, j)) for i in left for j in right if i != j)
    apart = frozenset(wanted["split"])
    parent = {n: n for pair in wanted["merge"] for n in pair}
    members = {n: [n] for n in parent}
    kept = []
    for i, j in sorted(wanted["merge"] - apart):
        a, b = sorted((root(parent, i), root(parent, j)))
        if a == b:
            kept.append((i, j))
        elif not Decided((), apart).parts(members[a], members[b]):
            parent[b] = a
            members[a] += members.pop(b)
            kept.append((i, j))
    return Decided(tuple(kept), apart)
