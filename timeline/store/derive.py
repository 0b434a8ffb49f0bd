"""The derived tables, written anew from the events that the linker made of all claims.

An event's id is its place in chronological order, so a window of time is a range of ids, and the order of the ids is
the order of the answer for every filter. That is why all events are written at every link.
"""

from __future__ import annotations

import heapq
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from timeline.extract.who.gazetteer import builtin
from timeline.languages import codes
from timeline.link.collector import collector_off
from timeline.store import rows, schema, seal
from timeline.store.connect import unmapped
from timeline.store.dialect import dialect, inserting
from timeline.store.drawer import Drawer, place
from timeline.store.fold import fold
from timeline.store.gather import gathered
from timeline.store.marks import TOPS, marks
from timeline.store.write import set_property

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Table

    from timeline.model.event import Event
    from timeline.store.writer import Writer

    Link = Callable[..., Iterable[Event]]
    Linked = tuple[Drawer, list[tuple[str, int]]]

_DERIVED = (
    *(schema.event_claim, schema.event_entity, schema.event_source, schema.event_decision, schema.event_year),
    *(schema.entity_alias, schema.source, schema.event),
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
    writer.run(_ready)
    with collector_off(), unmapped(reader):
        for _ in range(ATTEMPTS):
            version, linked = _linked(reader, link)
            drawer = linked[0]
            if writer.rebuild(_write_unless_changed, reader, version, linked):
                return drawer.shown
        return writer.rebuild(_link_and_write, reader, link)


def _ready(_: Connection) -> None:
    """To begin to write changes the file, if only its mode: that must not look as if somebody had written meanwhile."""


def _link_and_write(connection: Connection, reader: sqlite3.Connection, link: Link) -> int:
    _, (drawer, bearing) = _linked(reader, link)
    write_events(connection, drawer, bearing)
    return drawer.shown


def _linked(reader: sqlite3.Connection, link: Link) -> tuple[int, Linked]:
    """The events of one state of the database, and that state's version."""
    reader.execute("BEGIN")
    try:
        return _version(reader), gathered(reader, link)
    finally:
        reader.execute("COMMIT")


def _write_unless_changed(connection: Connection, reader: sqlite3.Connection, version: int, linked: Linked) -> bool:
    if _version(reader) != version:
        return False
    write_events(connection, *linked)
    return True


def _version(reader: sqlite3.Connection) -> int:
    """Changes when another connection commits."""
    return int(reader.execute("PRAGMA data_version").fetchone()[0])


def write_events(connection: Connection, drawer: Drawer, decided: Iterable[tuple[str, int]] = ()) -> None:
    """Put these events in place of those that are there, inside the caller's transaction."""
    for table in _DERIVED:
        connection.exec_driver_sql(f"DELETE FROM {table.name}")
    connection.exec_driver_sql("DELETE FROM entity WHERE id NOT IN (SELECT entity_id FROM claim_entity)")
    connection.exec_driver_sql("DELETE FROM seal WHERE kind IN ('event', 'entity', 'entity_alias')")
    keys = _write_rows(connection, drawer)
    _write_decided(connection, decided)
    _write_names(connection)
    dialect(connection).rebuild_text(connection)
    set_property(connection, "stale", "0")
    set_property(connection, "shown", str(drawer.shown))
    set_property(connection, "key_length", str(telling_length(keys)))


def _write_rows(connection: Connection, drawer: Drawer) -> list[str]:
    """Some thousands at a time, so that rows do not take as much memory again as the events; the keys of all."""
    entities = {name: id_ for name, id_ in connection.exec_driver_sql("SELECT name, id FROM entity")}  # noqa: C416
    sources = _write_sources(connection)
    standings = _standings(drawer)
    years: Counter[int] = Counter()
    keys: list[str] = []
    dated = sealed = 0
    sheets = iter(drawer)
    while chunk := list(islice(sheets, _CHUNK)):
        event_rows, claim_rows, entity_rows, source_rows = [], [], [], []
        for id_, (event, claims, told) in enumerate(chunk, len(keys) + 1):
            named = _named(event, entities)
            by = [("source", sources[name]) for name in told]
            length = place(event)
            row = rows.event_row(id_, event, marks(event, length, [*named, *by], standings.get(id_, 1.0)))
            event_rows.append(row)
            dated += length is not None and not event.hidden
            if row[_YEAR] is not None and not event.hidden:
                years[row[_YEAR]] += 1
            claim_rows += [(id_, position, claim) for position, claim in enumerate(claims)]
            entity_rows += [(entity_id, role, id_, row[_BUCKET], row[_LAST_DAY]) for role, entity_id in named]
            source_rows += [(source_id, id_, row[_BUCKET], row[_LAST_DAY]) for _, source_id in by]
        keys += [sheet.event.key for sheet in chunk]
        entity_rows.sort(key=lambda row: row[:3])
        source_rows.sort(key=lambda row: row[:2])
        sealed += seal.of_events(event_rows)
        _insert(connection, schema.event, event_rows)
        _insert(connection, schema.event_claim, claim_rows)
        _insert(connection, schema.event_entity, entity_rows)
        _insert(connection, schema.event_source, source_rows)
    _insert(connection, schema.event_year, sorted(years.items()))
    connection.exec_driver_sql(
        "UPDATE source SET events = (SELECT count(*) FROM event_source WHERE source_id = source.id)"
    )
    set_property(connection, "dated", str(dated))
    _insert(connection, schema.seal, [("event", "", sealed)])
    return keys


def _write_sources(connection: Connection) -> dict[str, int]:
    """Everybody who publishes, in order of names; their ids."""
    sql = "SELECT publisher, count(*) FROM document WHERE publisher <> '' GROUP BY publisher ORDER BY publisher"
    found = [(n, name, count, 0) for n, (name, count) in enumerate(connection.exec_driver_sql(sql), 1)]
    _insert(connection, schema.source, found)
    return {name: id_ for id_, name, *_ in found}


def _named(event: Event, entities: Mapping[str, int]) -> list[tuple[str, int]]:
    """(role, entity id) of everybody and every place, each once."""
    roles = (("actor", event.actors), ("place", event.places))
    return [(role, entities[name]) for role, names in roles for name in dict.fromkeys(names)]


def _insert(connection: Connection, table: Table, gathered: list[Any]) -> None:
    if gathered:
        connection.exec_driver_sql(inserting(table), gathered)


def _standings(drawer: Drawer) -> dict[int, float]:
    """For those of the most salient that have a mark: place by salience over the number of events; the later first."""
    shown = ((-salience, -id_) for id_, (hidden, salience) in enumerate(drawer.saliences(), 1) if not hidden)
    best = heapq.nsmallest(int(drawer.shown * TOPS[-1]), shown)
    return {-id_: n / drawer.shown for n, (_, id_) in enumerate(best, 1)}


def _write_decided(connection: Connection, decided: Iterable[tuple[str, int]]) -> None:
    for key, number in decided:
        connection.exec_driver_sql(
            "INSERT INTO event_decision (event_id, decision_id) SELECT id, CAST(? AS integer) FROM event WHERE key = ?",
            (number, key),
        )


def _write_names(connection: Connection) -> None:
    """For each entity: the kind that most claims give it, its count of events, and every name it goes by."""
    connection.exec_driver_sql(
        "UPDATE entity SET kind = (SELECT kind FROM claim_entity WHERE entity_id = entity.id "
        "GROUP BY kind ORDER BY count(*) DESC, kind LIMIT 1), "
        "events = (SELECT count(*) FROM event_entity WHERE entity_id = entity.id)"
    )
    whole = sorted(map(tuple, connection.exec_driver_sql("SELECT id, name, kind, events FROM entity")))
    written = [(int(id_), str(name)) for id_, name, *_ in whole]
    written += _known_names({name: id_ for id_, name in written})
    written += connection.exec_driver_sql(
        "SELECT DISTINCT entity_id, text FROM claim_entity WHERE text <> '' AND start < \"end\""
    ).all()
    aliases = sorted({(fold(name), id_) for id_, name in written})
    _insert(connection, schema.entity_alias, aliases)
    _insert(
        connection, schema.seal, [("entity", "", seal.checksum(whole)), ("entity_alias", "", seal.checksum(aliases))]
    )


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
