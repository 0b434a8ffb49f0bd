"""What a filter needs looked up before it can be asked: ids of names, ids at the edges of its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import InputError
from timeline.store import bucket
from timeline.store.fold import fold
from timeline.store.often import is_always_said, is_always_told
from timeline.store.sources import source, told_by
from timeline.store.words import fts_query

if TYPE_CHECKING:
    import sqlite3

    from timeline.store.filter import Filter
    from timeline.store.sources import Usual


END = 1 << 62
"""Above every id."""


class Named(NamedTuple):
    """A name that is asked for."""

    role: str
    """`source` for a publisher."""
    ids: tuple[int, ...]
    """All that go by it."""
    events: int
    """Of all of them."""


class Scope(NamedTuple):
    """What had to be looked up first, in the same snapshot."""

    first: int
    last: int
    """Range of ids of the events that begin in the window (undated ones among them, if they are asked for)."""
    since: int | None
    """First day of the window: what began before it may be under way."""
    starts: tuple[int, ...]
    """For each class of length but the long one: the first id that may still be under way on that day."""
    entities: tuple[Named, ...]
    """The one of fewest events first."""
    text: str | None
    """FTS5 query over title and quotes."""
    sources: tuple[str | tuple[int, ...], ...]
    """For each other source asked for: ids of its documents or, if they are many, an FTS5 query of their events."""
    cursor: int | None
    total: int
    """Dated events."""
    tier: int | None = None
    """Only among the most salient: which of TOPS."""
    share: float = 1.0
    """Of all events, about so many are told by the sources asked for; only `most_salient` wants to know."""
    usual: tuple[Usual, ...] = ()
    """Those of `sources` that most documents are called."""
    called: tuple[str | None, ...] = ()
    """For each of `sources`: the words in a row that it is, in quotation marks, if it is nothing else."""


def scope(connection: sqlite3.Connection, filter_: Filter) -> Scope | None:
    """In the snapshot that the answer is read in; None if nothing can match."""
    names = [("actor", name) for name in filter_.actor] + [("place", name) for name in filter_.place]
    entities = {_named(connection, role, name) for role, name in names}
    if not all(named.ids for named in entities):
        return None
    since, until = filter_.window
    if since is not None and until is not None and until < since:
        return None
    total = int(told(connection, "dated", "0"))
    starts = () if since is None else tuple(_first_from(connection, day, total) for day in bucket.starts(since))
    if filter_.hidden:
        first, last, starts, since = int(told(connection, "shown", "0")) + 1, END, (), None
    else:
        first, last = _range(connection, filter_.undated, since, until, total)
    text = fts_query(filter_.match) if filter_.match and not is_always_said(connection, filter_.match) else None
    told_of = [typed for typed in filter_.source if not is_always_told(connection, typed)]
    meant = [source(connection, typed, share=filter_.top is not None) for typed in told_of]
    entities |= {
        Named("source", one.publishers, told_by(connection, one.publishers)) for one in meant if one.publishers
    }
    sources = tuple(one.words or one.documents or () for one in meant if not one.publishers)
    cursor = _cursor(connection, filter_.after)
    share = min((one.share for one in meant), default=1.0)
    rarest_first = tuple(sorted(entities, key=lambda named: (named.events, named)))
    usual = tuple(one.usual for one in meant if one.usual)
    called = tuple(one.called for one in meant if not one.publishers)
    return Scope(first, last, since, starts, rarest_first, text, sources, cursor, total, None, share, usual, called)


def _range(
    connection: sqlite3.Connection, undated: bool | None, since: int | None, until: int | None, dated: int
) -> tuple[int, int]:
    """First and last id of what begins in the window."""
    shown = int(told(connection, "shown", "0"))
    if undated:  # what has no date is in no window
        return dated + 1, shown if since is None and until is None else dated
    first = 1 if since is None else _first_from(connection, since, dated)
    if until is None:
        return first, dated if undated is False or since is not None else shown
    return first, _first_from(connection, until + 1, dated) - 1


def _first_from(connection: sqlite3.Connection, day: int, dated: int) -> int:
    """The id of the first event that begins on that day or later; one above all dated ones if there is none."""
    sql = "SELECT id FROM event WHERE first_day >= ? AND id <= ? ORDER BY first_day, id LIMIT 1"
    found = connection.execute(sql, (day, dated)).fetchone()
    return found[0] if found else dated + 1


def _named(connection: sqlite3.Connection, role: str, name: str) -> Named:
    """Every entity that goes by that name."""
    sql = (
        "SELECT e.id, e.events FROM entity_alias AS a JOIN entity AS e ON e.id = a.entity_id "
        "WHERE a.folded = ? ORDER BY e.id"
    )
    found = connection.execute(sql, (fold(name),)).fetchall()
    return Named(role, tuple(id_ for id_, _ in found), sum(events for _, events in found))


def _cursor(connection: sqlite3.Connection, key: str | None) -> int | None:
    if key is None:
        return None
    found = connection.execute("SELECT id FROM event WHERE key = ?", (key,)).fetchone()
    if found is None:
        raise InputError(f"there is no event {key} to go on after", key=key)
    return int(found[0])


def told(connection: sqlite3.Connection, name: str, default: str) -> str:
    """A fact of the whole database, from table `property`."""
    found = connection.execute("SELECT value FROM property WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else default
