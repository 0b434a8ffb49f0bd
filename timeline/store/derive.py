"""The derived tables, written anew from the events that the linker made of all claims.

An event's id is its place in chronological order, so a window of time is a range of ids, and the order of the ids is
the order of the answer for every filter. That is why all events are written at every link.
"""

from __future__ import annotations

import heapq
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.extract.gazetteer import builtin
from timeline.languages import codes
from timeline.link.collector import collector_off
from timeline.store import material, rows, schema
from timeline.store.bucket import bucket
from timeline.store.decide import constraints, meant, overlaid
from timeline.store.dialect import dialect, inserting
from timeline.store.fold import fold
from timeline.store.marks import TOPS, marks
from timeline.store.rulings import rulings
from timeline.store.write import set_property

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from timeline.model.event import Event
    from timeline.store.writer import Writer

    Link = Callable[..., Iterable[Event]]

_DERIVED = (
    *(schema.event_claim, schema.event_entity, schema.event_decision, schema.event_year, schema.entity_alias),
    schema.event,
)
"""Children before parents."""
SHORTEST_KEY = 4
ATTEMPTS = 2
_CHUNK = 20_000
"""Events whose rows are in memory at once."""
_YEAR, _LAST_DAY, _BUCKET = (schema.event.columns.keys().index(name) for name in ("year", "last_day", "bucket"))


def relink(writer: Writer, reader: sqlite3.Connection, link: Link) -> int:
    """Rebuild the events; how many there are, those left out that a person has hidden.

    `link(claims, facts)` makes them; where a person merged or split events, `link(claims, facts, decisions)`.

    The lock is not held while the linker works. Should somebody else write meanwhile, it works again, in the end under
    the lock.
    """
    with collector_off():
        for _ in range(ATTEMPTS):
            version, linked = _linked(reader, link)
            if writer.rebuild(_write_unless_changed, reader, version, linked):
                return linked.shown
        return writer.rebuild(_link_and_write, reader, link)


def _link_and_write(connection: Connection, reader: sqlite3.Connection, link: Link) -> int:
    _, linked = _linked(reader, link)
    write_events(connection, *linked)
    return linked.shown


class Linked(NamedTuple):
    """What is to be written."""

    events: list[Event]
    decided: list[tuple[str, int]]
    """Which event (by key) each decision (by number) bears upon."""

    @property
    def shown(self) -> int:
        """How many are not hidden."""
        return sum(not event.hidden for event in self.events)


def _linked(reader: sqlite3.Connection, link: Link) -> tuple[int, Linked]:
    """The events of one state of the database, and that state's version."""
    reader.execute("BEGIN")
    try:
        facts = material.facts(reader)
        version = _version(reader)
        claims = tuple(material.claims(reader))
        decided = meant(rulings(reader), claims, facts)
    finally:
        reader.execute("COMMIT")
    held = constraints(decided)
    return version, Linked(*overlaid(link(claims, facts, held) if held else link(claims, facts), decided))


def _write_unless_changed(connection: Connection, reader: sqlite3.Connection, version: int, linked: Linked) -> bool:
    if _version(reader) != version:
        return False
    write_events(connection, *linked)
    return True


def _version(reader: sqlite3.Connection) -> int:
    """Changes when another connection commits."""
    return int(reader.execute("PRAGMA data_version").fetchone()[0])


def write_events(connection: Connection, events: Sequence[Event], decided: Iterable[tuple[str, int]] = ()) -> None:
    """Put these events in place of those that are there, inside the caller's transaction."""
    events = sorted(events, key=rank)
    shown = [event for event in events if not event.hidden]
    for table in _DERIVED:
        connection.exec_driver_sql(f"DELETE FROM {table.name}")
    connection.exec_driver_sql("DELETE FROM entity WHERE id NOT IN (SELECT entity_id FROM claim_entity)")
    _write_rows(connection, events)
    _write_decided(connection, events, decided)
    _write_names(connection)
    dialect(connection).rebuild_text(connection)
    set_property(connection, "stale", "0")
    set_property(connection, "dated", str(sum(place(event) is not None for event in shown)))
    set_property(connection, "shown", str(len(shown)))
    set_property(connection, "key_length", str(telling_length([event.key for event in events])))


def place(event: Event) -> int | None:
    """The class of an event's length; None: undated."""
    return bucket(event.when.first_day, event.when.last_day) if event.when else None


def rank(event: Event) -> tuple[Any, ...]:
    """Chronological: first day, last day, clock, finest first, then as told; an open beginning first, the undated last.

    What is hidden stands behind all that is not, so that no range of ids that is asked for holds any of it.
    """
    when = event.when
    if when is None or place(event) is None:
        return (event.hidden, 1, event.key)
    first, last = when.first_day, when.last_day
    days = (first is not None, first or 0, last is None, last or 0)
    told = min(((claim.document, claim.start) for claim in event.claims), default=("", 0))
    return (event.hidden, 0, *days, when.clock or "", when.precision.rank, *told, event.key)


def _write_rows(connection: Connection, events: Sequence[Event]) -> None:
    """Some thousands at a time, so that rows do not take as much memory again as the events."""
    ids = {key: id_ for key, id_ in connection.exec_driver_sql("SELECT key, id FROM claim")}  # noqa: C416
    entities = {name: id_ for name, id_ in connection.exec_driver_sql("SELECT name, id FROM entity")}  # noqa: C416
    standings = _standings(events)
    years: Counter[int] = Counter()
    for start in range(0, len(events), _CHUNK):
        event_rows, claim_rows, entity_rows = [], [], []
        for id_, event in enumerate(events[start : start + _CHUNK], start + 1):
            named = _named(event, entities)
            row = rows.event_row(id_, event, marks(event, place(event), named, standings.get(id_, 1.0)))
            event_rows.append(row)
            if row[_YEAR] is not None and not event.hidden:
                years[row[_YEAR]] += 1
            claim_rows += [(id_, position, ids[claim.key]) for position, claim in enumerate(event.claims)]
            entity_rows += [(entity_id, role, id_, row[_BUCKET], row[_LAST_DAY]) for role, entity_id in named]
        entity_rows.sort(key=lambda row: row[:3])
        _insert(connection, schema.event, event_rows)
        _insert(connection, schema.event_claim, claim_rows)
        _insert(connection, schema.event_entity, entity_rows)
    _insert(connection, schema.event_year, sorted(years.items()))


def _named(event: Event, entities: Mapping[str, int]) -> list[tuple[str, int]]:
    """(role, entity id) of everybody and every place, each once."""
    roles = (("actor", event.actors), ("place", event.places))
    return [(role, entities[name]) for role, names in roles for name in dict.fromkeys(names)]


def _insert(connection: Connection, table: Table, gathered: list[Any]) -> None:
    if gathered:
        connection.exec_driver_sql(inserting(table), gathered)


def _standings(events: Sequence[Event]) -> dict[int, float]:
    """For those of the most salient that have a mark: place by salience over the number of events; the later first."""
    shown = [(-event.salience, -id_) for id_, event in enumerate(events, 1) if not event.hidden]
    best = heapq.nsmallest(int(len(shown) * TOPS[-1]), shown)
    return {-id_: n / len(shown) for n, (_, id_) in enumerate(best, 1)}


def _write_decided(connection: Connection, events: Sequence[Event], decided: Iterable[tuple[str, int]]) -> None:
    ids = {event.key: id_ for id_, event in enumerate(events, 1)}
    bearing = [(ids[key], number) for key, number in decided]
    if bearing:
        connection.exec_driver_sql(inserting(schema.event_decision), bearing)


def _write_names(connection: Connection) -> None:
    """For each entity: the kind that most claims give it, its count of events, and every name it goes by."""
    connection.exec_driver_sql(
        "UPDATE entity SET kind = (SELECT kind FROM claim_entity WHERE entity_id = entity.id "
        "GROUP BY kind ORDER BY count(*) DESC, kind LIMIT 1), "
        "events = (SELECT count(*) FROM event_entity WHERE entity_id = entity.id)"
    )
    written = [(int(id_), str(name)) for id_, name in connection.exec_driver_sql("SELECT id, name FROM entity")]
    written += _known_names({name: id_ for id_, name in written})
    written += connection.exec_driver_sql(
        "SELECT DISTINCT entity_id, text FROM claim_entity WHERE text <> '' AND start < \"end\""
    ).all()
    aliases = sorted({(fold(name), id_) for id_, name in written})
    if aliases:
        connection.exec_driver_sql(inserting(schema.entity_alias), aliases)


def _known_names(ids: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    """Names that the tables of the program have for those who are told of, whether a document uses them or not."""
    for code in codes():
        for alias, entity in builtin(code).entries.items():
            if entity.name in ids:
                yield ids[entity.name], alias


def telling_length(keys: Iterable[str]) -> int:
    """How many signs of a key tell every event from every other; at least SHORTEST_KEY."""
    ordered = sorted(keys)
    shared = 0
    for one, other in pairwise(ordered):
        while one[: shared + 1] == other[: shared + 1]:
            shared += 1
    return max(SHORTEST_KEY, shared + 1)
