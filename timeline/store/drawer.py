"""Events on their way to the tables, in chronological order: in memory, or in a file where they are many."""

from __future__ import annotations

import pickle
import sqlite3
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.store.bucket import bucket

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.event import Event

MOST = 50_000
"""Events that are held in memory."""
_SHEET = """
CREATE TABLE sheet (
  hidden, undated, open, first, endless, last, clock, fineness, document, start, key, salience, event, claims,
  sources
)
"""
_ORDER = "ORDER BY hidden, undated, open, first, endless, last, clock, fineness, document, start, key"


class Sheet(NamedTuple):
    """One event without its claims, which take more memory than all the rest."""

    event: Event
    claims: Sequence[int]
    """Their ids, in the event's order."""
    sources: Sequence[str]
    """Who publishes the documents that tell of it, each once."""


class Drawer:
    """Put events in, in any order; then take them out in chronological order, as often as need be."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: list[tuple[tuple[Any, ...], Sheet]] = []
        self._file: sqlite3.Connection | None = None
        self._sorted = True
        self.count = 0
        self.shown = 0
        """How many are not hidden."""

    def put(self, event: Event, claims: Sequence[int], sources: Sequence[str] = ()) -> None:
        """Another event, the ids of its claims, and who publishes them."""
        self._held.append((rank(event), Sheet(replace(event, claims=()), claims, sources)))
        self._sorted = False
        self.count += 1
        self.shown += not event.hidden
        if len(self._held) > self._most:
            self._spill()

    def __iter__(self) -> Iterator[Sheet]:
        if self._file is None:
            self._sort()
            yield from (sheet for _, sheet in self._held)
            return
        self._spill()
        for kept in self._file.execute(f"SELECT event, claims, sources FROM sheet {_ORDER}"):
            yield Sheet(*map(pickle.loads, kept))

    def saliences(self) -> Iterator[tuple[bool, float]]:
        """Whether it is hidden, and its salience, of each in order."""
        if self._file is None:
            self._sort()
            yield from ((sheet.event.hidden, sheet.event.salience) for _, sheet in self._held)
            return
        self._spill()
        yield from (
            (bool(hidden), told) for hidden, told in self._file.execute(f"SELECT hidden, salience FROM sheet {_ORDER}")
        )

    def _sort(self) -> None:
        if not self._sorted:
            self._held.sort(key=itemgetter(0))
            self._sorted = True

    def _spill(self) -> None:
        if self._file is None:
            self._file = sqlite3.connect("", isolation_level=None)  # a file without a name, gone with the connection
            self._file.execute("PRAGMA journal_mode=OFF")
            self._file.execute(_SHEET)
        self._file.execute("BEGIN")
        self._file.executemany(
            f"INSERT INTO sheet VALUES ({', '.join('?' * 15)})", (_row(*held) for held in self._held)
        )
        self._file.execute("COMMIT")
        self._held.clear()


def place(event: Event) -> int | None:
    """The class of an event's length; None: undated."""
    return bucket(event.when.first_day, event.when.last_day) if event.when else None


def rank(event: Event) -> tuple[Any, ...]:
    """Chronological: first day, last day, clock, finest first, then as told; an open beginning first, the undated last.

    What is hidden stands behind all that is not, so that no range of ids that is asked for holds any of it.
    """
    when = event.when
    if when is None or place(event) is None:
        return (event.hidden, True, False, 0, False, 0, "", 0, "", 0, event.key)
    first, last = when.first_day, when.last_day
    days = (first is not None, first or 0, last is None, last or 0)
    told = min(((claim.document, claim.start) for claim in event.claims), default=("", 0))
    return (event.hidden, False, *days, when.clock or "", when.precision.rank, *told, event.key)


def _row(place: tuple[Any, ...], sheet: Sheet) -> tuple[Any, ...]:
    kept = pickle.dumps(sheet.event, pickle.HIGHEST_PROTOCOL)
    return (*place, sheet.event.salience, kept, pickle.dumps(tuple(sheet.claims)), pickle.dumps(sheet.sources))
