"""The marks of events, which are what filters are answered by, held against what they are made of."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.store.marks import LETTERS, SOURCES, TOPS, of_label

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    Tally = dict[str, list[int]]
    """By mark: how many events have it, and the sum of their ids."""

MOST = 20
"""Events that are told of by themselves."""
_EVENTS = "SELECT id, marks, bucket, precision, status, disputed, inferred, starred, labels, sources FROM event"
_NAMED = (
    ("entity", "SELECT role, entity_id, count(*), sum(event_id) FROM event_entity GROUP BY role, entity_id"),
    ("source", "SELECT 'source', source_id, count(*), sum(event_id) FROM event_source GROUP BY source_id"),
)
_BEST = """
SELECT count(*), coalesce(sum(id), 0) FROM (
    SELECT id FROM event WHERE NOT hidden ORDER BY salience DESC, id DESC LIMIT ?
) AS best
"""
_COUNTED = "apuv"
"""What the marks of names and of salience begin with: no event tells by itself whether they are right."""


def marks(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each event, name or measure whose marks are not right."""
    tally: Tally = defaultdict(lambda: [0, 0])
    yield from islice(_events(connection, tally), MOST)
    yield from islice(_names(connection, tally), MOST)
    yield from _best(connection, tally)
    yield from (f"marks {mark}: no such name is there" for mark in islice(tally, MOST))


def _events(connection: sqlite3.Connection, tally: Tally) -> Iterator[str]:
    """What a row says by itself; what it does not, is counted."""
    for id_, told, *row in connection.execute(_EVENTS):
        words = told.split()
        for word in words:
            if word[0] in _COUNTED:
                counted = tally[word]
                counted[0] += 1
                counted[1] += id_
        if sorted(word for word in words if word[0] not in _COUNTED) != sorted(_expected(row)):
            yield f"the marks of event {id_} are not those of what it says"


def _expected(row: Sequence[Any]) -> list[str]:
    bucket, precision, status, disputed, inferred, starred, labels, sources = row
    words = [f"s{status}"] if bucket is None else [f"s{status}", f"b{bucket}", f"q{precision}"]
    words += [word for word, flag in (("d1", disputed), ("i1", inferred), ("t1", starred)) if flag]
    words += [of_label(label) for label in _labels(labels)]
    return words + [f"n{count}" for count in SOURCES if sources >= count]


def _labels(listed: str) -> list[str]:
    """One that no event has, where they cannot be read."""
    try:
        found = [] if listed == "[]" else json.loads(listed)
    except ValueError:
        found = None
    return [*map(str, found)] if isinstance(found, list) else ["\0"]


def _names(connection: sqlite3.Connection, tally: Tally) -> Iterator[str]:
    """As many events, and the same as far as a sum can tell."""
    for kind, sql in _NAMED:
        for role, id_, count, sum_ in connection.execute(sql):
            if tally.pop(f"{LETTERS.get(role)}{id_}", None) != [count, sum_]:
                yield f"the marks of {kind} {id_} ({role}) are not on the {count} events that it belongs to"


def _best(connection: sqlite3.Connection, tally: Tally) -> Iterator[str]:
    (shown,) = connection.execute("SELECT count(*) FROM event WHERE NOT hidden").fetchone()
    for tier, share in enumerate(TOPS):
        many = _within(shown, share)
        if tally.pop(f"v{tier}", [0, 0]) != list(connection.execute(_BEST, (many,)).fetchone()):
            yield f"the {many} most salient events do not have the mark v{tier}"


def _within(shown: int, share: float) -> int:
    """How many places from the first, each as a part of all, are not beyond a share."""
    many = int(shown * share)
    while many + 1 <= int(shown * TOPS[-1]) and (many + 1) / shown <= share:
        many += 1
    while many and many / shown > share:
        many -= 1
    return many
