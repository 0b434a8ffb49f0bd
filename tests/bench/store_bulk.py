"""A database of any size with the skew of a real one, written as fast as rows can be: ten million events in minutes.

    python -m tests.bench.store_bulk PATH [EVENTS]

What `Store.add` and `Store.relink` would write of the documents of `store_numbers.py` is written directly, table by
table, the indexes last; `timeline check --deep` finds it whole.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.bench.store_numbers import ACTORS, PER_DOCUMENT, PUBLISHERS, World, key, mixed
from timeline.store import Store, census, migrate, rows, seal
from timeline.store.bucket import bucket
from timeline.store.dialect import REBUILD_TEXT
from timeline.store.fold import fold
from timeline.store.marks import marks
from timeline.temporal.interval import Interval

BREAK = " \ue000 "
CHUNK = 20_000
PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1500000", "locking_mode=EXCLUSIVE", "temp_store=MEMORY")
Gathered = dict[str, list[tuple[Any, ...]]]
_time = lru_cache(maxsize=1 << 16)(rows.time_row)


def make(path: Path, events: int) -> None:
    """Write it, and say what it cost."""
    world = World(events)
    draft = path.with_name(f"{path.name}.draft")
    migrate.create(draft)
    began = time.process_time()
    with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        sql = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        indexes = [made for (made,) in connection.execute(sql).fetchall()]
        for made in indexes:
            connection.execute(f"DROP INDEX {made.split()[2]}")
        connection.execute("BEGIN")
        names = [*world.names, *world.lands]
        insert(connection, "entity", [(n, name, "", 0) for n, name in enumerate(names, 1)])
        insert(connection, "entity_alias", sorted((fold(name), n) for n, name in enumerate(names, 1)))
        insert(connection, "source", [(n + 1, f"Publisher {n:02d}", 0, 0) for n in range(PUBLISHERS)])
        for step, run in (("documents", documents), ("events", happenings)):
            for gathered in run(world):
                for table, told in gathered.items():
                    insert(connection, table, told)
            print(f"{step}: {time.process_time() - began:,.0f} s cpu", flush=True)
        for made in indexes:
            connection.execute(made)
        summarise(connection)
        for statement in REBUILD_TEXT[1:]:
            connection.execute(statement)
        connection.execute("COMMIT")
    vouch(draft)
    draft.rename(path)
    size = path.stat().st_size
    print(f"{world.events:,} events, {world.claims:,} claims: {time.process_time() - began:,.0f} s cpu")
    print(f"{size / 1e6:,.0f} MB: {size / world.claims:,.0f} bytes a claim")


def vouch(path: Path) -> None:
    """With the checksums of everything, and the counts of what many events have."""
    with Store.open(path) as store:
        store._write().run(seal.fill)
        store._write().run(lambda connection: census.take(connection.exec_driver_sql))


def insert(connection: sqlite3.Connection, table: str, told: list[tuple[Any, ...]]) -> None:
    """Whole rows; of the full-text index too, whose first column is the row's number."""
    if told:
        into = "event_text(rowid, title, quotes, marks, told)" if table == "event_text" else f'"{table}"'
        connection.executemany(f"INSERT INTO {into} VALUES ({','.join('?' * len(told[0]))})", told)


def documents(world: World) -> Iterator[Gathered]:
    """Documents with their claims, in order of both."""
    for start in range(0, world.documents, CHUNK // PER_DOCUMENT):
        gathered: Gathered = {"document": [], "document_location": [], "claim": [], "claim_entity": []}
        for number in range(start, min(start + CHUNK // PER_DOCUMENT, world.documents)):
            document(world, number, gathered)
        gathered["document_location"].sort()
        yield gathered


def document(world: World, number: int, gathered: Gathered) -> None:
    """One, its claims one sentence after another."""
    uri, title, publisher = world.called(number)
    at, quotes = 0, []
    for n in range(number * PER_DOCUMENT, (number + 1) * PER_DOCUMENT):
        said, event = world.saying(n)
        when = world.when(event)
        heading = world.title(event)
        quote = world.quote(said, heading, when)
        end = at + len(quote)
        start = end - 1 - len(when.edtf) if when else None
        words = when.edtf if when else ""
        gathered["claim"].append(
            (
                *(n + 1, key(n, world.claims), number + 1, at, end, quote, heading, *_time(when), "point"),
                *(start, start and end - 1, words, "say", None, None, "reported", 0, None, "[]", None),
                *("date.year", None, "stated" if when else "none"),
            )
        )
        gathered["claim_entity"] += [
            (n + 1, place, id_, "country", role, at, at, "")
            for place, (id_, role) in enumerate(
                [(a + 1, "who") for a in world.actors(event)] + [(p + 1 + ACTORS, "where") for p in world.places(event)]
            )
        ]
        quotes.append(quote)
        at = end + 1
    text = "\n".join(quotes)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    published = _time(Interval.of_jdn(2_460_676 - number % 9000))
    gathered["document"].append(
        (
            *(number + 1, key(number, world.documents), uri, "text", sha256, sha256, "bench", title, publisher, None),
            *("en", *published, "byline", "[]", mixed(number).to_bytes(8, "big") * 16, len(text), text),
        )
    )
    gathered["document_location"].append((uri, number + 1))


def happenings(world: World) -> Iterator[Gathered]:
    """Events, and what leads to them."""
    tables = ("event", "event_claim", "event_entity", "event_source", "event_text")
    for start in range(0, world.events, CHUNK):
        gathered: Gathered = {table: [] for table in tables}
        for number in range(start, min(start + CHUNK, world.events)):
            happening(world, number, gathered)
        gathered["event_entity"].sort(key=lambda row: row[:3])
        gathered["event_source"].sort(key=lambda row: row[:2])
        yield gathered


def happening(world: World, number: int, gathered: Gathered) -> None:
    """One event, its claims in order of documents."""
    event, id_ = world.told(number), number + 1
    when = event.when
    class_ = bucket(when.first_day, when.last_day) if when else None
    named = [("actor", a + 1) for a in world.actors(number)] + [("place", p + 1 + ACTORS) for p in world.places(number)]
    said = sorted((world.claim(n), n) for n in world.said_by(number))
    by = sorted({published(world.called(n // PER_DOCUMENT)[2]) for n, _ in said})
    marked = marks(event, class_, [*named, *(("source", id_) for id_ in by)], world.standing(number))
    gathered["event"].append(rows.event_row(id_, event, marked))
    gathered["event_claim"] += [(id_, place, n + 1) for place, (n, _) in enumerate(said)]
    last_day = when.last_day if when else None
    gathered["event_entity"] += [(entity, role, id_, class_, last_day) for role, entity in named]
    gathered["event_source"] += [(source, id_, class_, last_day) for source in by]
    quotes = "\n".join(world.quote(n, event.title, when) for _, n in said)
    told = BREAK.join(BREAK.join(world.called(n)) for n in sorted({n // PER_DOCUMENT for n, _ in said}))
    gathered["event_text"].append((id_, event.title, quotes, marked, told))


def published(name: str) -> int:
    """The id of a publisher."""
    return int(name.rpartition(" ")[2]) + 1


def summarise(connection: sqlite3.Connection) -> None:
    """What is true of the whole database."""
    years: Counter[int] = Counter(dict(connection.execute("SELECT year, count(*) FROM event GROUP BY year").fetchall()))
    insert(connection, "event_year", sorted((year, count) for year, count in years.items() if year is not None))
    connection.execute(
        "UPDATE entity SET kind = CASE WHEN id <= ? THEN 'country' ELSE 'place' END, events = "
        "(SELECT count(*) FROM event_entity WHERE entity_id = entity.id)",
        (ACTORS,),
    )
    connection.execute("DELETE FROM entity_alias WHERE entity_id NOT IN (SELECT entity_id FROM claim_entity)")
    connection.execute("DELETE FROM entity WHERE id NOT IN (SELECT entity_id FROM claim_entity)")
    connection.execute(
        "UPDATE source SET documents = (SELECT count(*) FROM document WHERE publisher = source.name), "
        "events = (SELECT count(*) FROM event_source WHERE source_id = source.id)"
    )
    connection.execute("DELETE FROM source WHERE NOT documents")
    (shown,) = connection.execute("SELECT count(*) FROM event").fetchone()
    (dated,) = connection.execute("SELECT count(bucket) FROM event").fetchone()
    told = {"stale": "0", "dated": str(dated), "shown": str(shown), "key_length": "12"}
    insert(connection, "property", list(told.items()))


def main() -> None:
    """Make it if it is not there."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path = Path(sys.argv[1])
    if path.exists():
        sys.exit(f"{path} is there already")
    make(path, int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)


if __name__ == "__main__":
    main()
