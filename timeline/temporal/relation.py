"""Allen's thirteen relations between two stretches of time."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How one stretch lies to another (J. F. Allen, Maintaining Knowledge about Temporal Intervals, CACM 1983)."""

    BEFORE = "before"
    """Ends with at least a day between."""
    MEETS = "meets"
    """Ends on the day before the other begins."""
    OVERLAPS = "overlaps"
    """Begins earlier, ends inside."""
    STARTS = "starts"
    """Begins together, ends earlier."""
    DURING = "during"
    """Begins later, ends earlier."""
    FINISHES = "finishes"
    """Begins later, ends together."""
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"

    @property
    def inverse(self) -> Relation:
        """The relation of the other to this one: `before` ↔ `after`, …"""
        return _ORDER[len(_ORDER) - 1 - _ORDER.index(self)]


_ORDER = tuple(Relation)  # written so that the inverse is the mirror image


def relate(first: int, last: int, other_first: int, other_last: int) -> Relation:
    """The relation of days `first…last` to days `other_first…other_last`, both ends included."""
    if last < other_first:
        return Relation.MEETS if last + 1 == other_first else Relation.BEFORE
    if other_last < first:
        return Relation.MET_BY if other_last + 1 == first else Relation.AFTER
    begins = (first > other_first) - (first < other_first)
    ends = (last > other_last) - (last < other_last)
    return _SHARING[begins, ends]


_SHARING = {
    (-1, -1): Relation.OVERLAPS,
    (-1, 0): Relation.FINISHED_BY,
    (-1, 1): Relation.CONTAINS,
    (0, -1): Relation.STARTS,
    (0, 0): Relation.EQUALS,
    (0, 1): Relation.STARTED_BY,
    (1, -1): Relation.DURING,
    (1, 0): Relation.FINISHES,
    (1, 1): Relation.OVERLAPPED_BY,
}
