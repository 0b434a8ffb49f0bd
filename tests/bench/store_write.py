"""The store at size: how fast it is written, how large it gets, how fast every filter answers.

    python tests/bench/store.py PATH [EVENTS]

Makes PATH with about EVENTS events (1,000,000) if it is not there, and then asks it: CPU milliseconds, median and 99th
percentile, of a page of 50 rows with their evidence. Goals: 10 ms; 50 ms for a word in more than 1 % of the events and
for exact counts.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from tests.bench.store_world import FIRST, LAST, documents, link, words
from timeline.store import Filter, Store
from timeline.store.write import Batch

SAMPLES = 300
Wanted = Callable[[], dict[str, object]]
"""Keywords of a filter, other ones at each call."""
YEAR = 365


def make(path: Path, events: int) -> None:
    """Write the world, and say what it cost."""
    spent, claims = 0.0, 0
    with Store.open(path, create=True) as store:
        store.report([])
        waiting = documents(events)
        while batch := list(islice(waiting, 1000)):
            began = time.process_time()
            claims += store.add(batch).claims
            spent += time.process_time() - began
        began = time.process_time()
        count = store.relink(link)
        linked = time.process_time() - began
    size = path.stat().st_size
    print(f"{claims:,} claims written: {spent:.1f} s cpu, {claims / spent:,.0f} a second")
    print(f"{count:,} events written: {linked:.1f} s cpu, with reading the claims and the linker")
    print(f"{size / 1e6:,.0f} MB: {size / claims:,.0f} bytes a claim")


def against_raw(path: Path) -> None:
    """The writer beside `executemany` of the same rows into the same empty tables, in turn."""
    results = list(islice(documents(100_000), 2000))
    costs: dict[str, list[float]] = {"the writer": [], "raw executemany": []}
    for round_ in range(3):
        kept: list[tuple[str, list[tuple[object, ...]]]] = []
        with Store.open(path.with_name(f"raw-{round_}.db"), create=True) as store:
            writer = store._write()
            began = time.process_time()
            for n in range(0, len(results), 100):
                writer.run(lambda connection, part: Batch(connection).add(part), results[n : n + 100])
            costs["the writer"].append(time.process_time() - began)
            with closing(sqlite3.connect(store.path)) as connection:
                for table in ("document", "document_location", "claim", "entity", "claim_entity"):
                    kept.append((table, connection.execute(f"SELECT * FROM {table}").fetchall()))
        with Store.open(path.with_name(f"raw-{round_}-again.db"), create=True) as store:
            store._write()
            with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
                connection.execute("PRAGMA cache_size=-65536")
                began = time.process_time()
                insert_raw(connection, kept)
                costs["raw executemany"].append(time.process_time() - began)
        for name in (f"raw-{round_}.db", f"raw-{round_}-again.db"):
            path.with_name(name).unlink()
    best = {name: min(seconds) for name, seconds in costs.items()}
    for name, seconds in best.items():
        print(f"{name:16} {seconds:6.2f} s cpu")
    print(f"the writer costs {best['the writer'] / best['raw executemany']:.2f} times raw executemany")


def insert_raw(connection: sqlite3.Connection, kept: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    """The rows in as many transactions as the writer took."""
    for part in range(20):
        connection.execute("BEGIN IMMEDIATE")
        for table, rows in kept:
            share = rows[len(rows) * part // 20 : len(rows) * (part + 1) // 20]
            marks = ",".join("?" * len(share[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", share)
        connection.execute("COMMIT")


def questions(dice: Random) -> Iterator[tuple[str, Wanted]]:
    """What is asked, each time with other values."""
    vocabulary = words(20_000)

    def day() -> int:
        return dice.randint(FIRST, LAST)

    def window(days: int, **more: object) -> dict[str, object]:
        since = day()
        return {"since": since, "until": since + days, **more}

    def name(low: int, high: int) -> str:
        return vocabulary[dice.randint(400 + low, 400 + high)].title()

    for label, days in (("a day", 0), ("a month", 30), ("a year", YEAR), ("ten years", 10 * YEAR)):
        yield f"window of {label}", partial(window, days)
        yield f"… begins in {label}", partial(window, days, part="begins")
    yield "since a day", lambda: {"since": day()}
    yield "until a day, latest first", lambda: {"until": day(), "reverse": True}
    yield "actor, any", lambda: {"actor": name(0, 4999)}
    yield "actor, top 20, ten years", lambda: window(10 * YEAR) | {"actor": name(0, 19)}
    yield "two actors, one of the top 20", lambda: {"actor": (name(0, 19), name(0, 4999))}
    yield "place, a year", lambda: window(YEAR) | {"place": vocabulary[dice.randint(0, 799)].title() + "stan"}
    yield "source of one publisher, a year", lambda: window(YEAR) | {"source": f"Publisher {dice.randint(0, 39):02d}"}
    yield "source of one file", lambda: {"source": f"{dice.randint(0, 9999):08d}.txt"}
    yield "status denied, a year", lambda: window(YEAR) | {"status": "denied"}
    yield "disputed, ten years", lambda: window(10 * YEAR) | {"disputed": True}
    yield "five sources", lambda: window(10 * YEAR) | {"min_sources": 5}
    yield "rare word", lambda: {"match": vocabulary[dice.randint(10_000, 19_999)]}
    yield "rare word, a year", lambda: window(YEAR) | {"match": vocabulary[dice.randint(10_000, 19_999)]}
    yield "frequent word (>1 %), a year", lambda: window(YEAR) | {"match": vocabulary[dice.randint(0, 15)]}
    yield "frequent word, any actor", lambda: {"match": vocabulary[dice.randint(0, 15)], "actor": name(0, 4999)}
    yield "two frequent words", lambda: {"match": " ".join(vocabulary[n] for n in dice.sample(range(15), 2))}
    yield "top 20 of all", lambda: {"top": 20}
    yield "top 20 of a year", lambda: window(YEAR) | {"top": 20}
    yield "top 20 of thirty years", lambda: window(30 * YEAR) | {"top": 20}
    yield "top 20 of an actor, top 20", lambda: {"top": 20, "actor": name(0, 19)}


def counts(dice: Random) -> Iterator[tuple[str, Wanted]]:
    """What is counted exactly."""
    vocabulary = words(20_000)

    def year() -> dict[str, object]:
        since = dice.randint(FIRST, LAST)
        return {"since": since, "until": since + YEAR}

    yield "count of a year", year
    yield "count of all", dict
    yield "count of an actor, top 20", lambda: {"actor": vocabulary[400 + dice.randint(0, 19)].title()}
    yield "count of a frequent word", lambda: {"match": vocabulary[dice.randint(0, 15)]}


def measure(label: str, ask: Callable[[], object]) -> None:
    """Median and 99th percentile of warm calls."""
    spent = []
    for _ in range(SAMPLES):
        began = time.process_time()
        ask()
        spent.append((time.process_time() - began) * 1000)
        if sum(spent) > 20_000:
            break
    spent.sort()
    print(f"{label:36} {spent[len(spent) // 2]:9.2f} {spent[int(len(spent) * 0.99)]:9.2f}   ms", flush=True)


def page(store: Store, wanted: Wanted) -> list[dict[str, object]]:
    """The first fifty, with their evidence."""
    return list(store.rows(Filter.of(limit=50, **wanted())))


def count(store: Store, wanted: Wanted) -> int:
    """Exactly how many."""
    return store.count(Filter.of(**wanted()))


def ask_everything(path: Path) -> None:
    """All filters, one after another."""
    dice = Random(11)
    with Store.open(path) as store:
        print(f"{store.counts()}\n{'':36} {'median':>9} {'p99':>9}")
        for label, wanted in questions(dice):
            measure(label, partial(page, store, wanted))
        for label, wanted in counts(dice):
            measure(label, partial(count, store, wanted))
        measure("histogram by year", store.years)
        keys = [row["key"] for row in store.rows(Filter.of(limit=500, reverse=True))]
        measure("the page after a key", lambda: list(store.rows(Filter.of(limit=50, after=dice.choice(keys)))))
        measure("one event by its key", lambda: store.row(dice.choice(keys)))


def main() -> None:
    """Make, compare, ask."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path, events = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    if not path.exists():
        make(path, events)
        against_raw(path)
    ask_everything(path)


if __name__ == "__main__":
    main()
