"""What writing costs: beside raw sqlite3 for the same rows, and as the database grows.

    python -m tests.bench.store_write FOLDER [DOCUMENTS]

In FOLDER, and gone afterwards. Goal: not more than 1.5 times the CPU of raw `executemany`; as many documents a second
at the end as at the beginning. DOCUMENTS: 20,000, of fifteen claims each.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from itertools import islice
from pathlib import Path

from tests.bench.store_world import CLAIMS_PER_EVENT, PER_DOCUMENT, documents, link
from timeline.store import Store
from timeline.store.sheet import sheet
from timeline.store.store import BATCH
from timeline.store.write import add_new

ROUNDS, DOCUMENTS = 15, 2 * BATCH
"""Rounds of both, one after the other, and the documents of each."""


def grow(path: Path, count: int) -> None:
    """Add so many documents, a tenth of them at a time, then link them."""
    claims, tenth = 0, max(100, count // 10)
    with Store.open(path, create=True) as store:
        store.add([])
        waiting = documents(int(count * PER_DOCUMENT / CLAIMS_PER_EVENT))
        rates = []
        while batch := list(islice(waiting, tenth)):
            began = time.process_time()
            claims += store.add(batch).claims
            rates.append(len(batch) / (time.process_time() - began))
        size = path.stat().st_size
        began = time.process_time()
        events = store.relink(link)
        linked = time.process_time() - began
    print(f"documents a second of cpu, a tenth at a time: {' '.join(f'{rate:,.0f}' for rate in rates)}")
    print(
        f"{claims:,} claims: {size / claims:,.0f} bytes each before linking, {path.stat().st_size / claims:,.0f} after"
    )
    print(
        f"{events:,} events written: {linked:.1f} s cpu, {linked / events * 1e6:,.0f} µs each, with reading the claims"
    )
    path.unlink()


def against_raw(path: Path) -> None:
    """The writer beside `executemany` of the same rows into the same empty tables, in turn.

    Sheets are told of by themselves: they are made where documents are understood.
    """
    results = list(islice(documents(100_000), DOCUMENTS))
    costs: dict[str, list[float]] = {"sheets": [], "the writer": [], "raw executemany": []}
    for round_ in range(ROUNDS):
        kept: list[tuple[str, list[tuple[object, ...]]]] = []
        with Store.open(path.with_name(f"raw-{round_}.db"), create=True) as store:
            writer = store._write()
            writer.run(lambda _: None)
            began = time.process_time()
            sheets = list(map(sheet, results))
            costs["sheets"].append(time.process_time() - began)
            began = time.process_time()
            for n in range(0, len(sheets), BATCH):
                writer.rebuild(add_new, sheets[n : n + BATCH])
            costs["the writer"].append(time.process_time() - began)
            with closing(sqlite3.connect(store.path)) as connection:
                for table in ("document", "document_location", "claim", "entity", "claim_entity", "seal"):
                    which = " WHERE kind = 'understood'" if table == "seal" else ""
                    kept.append((table, connection.execute(f"SELECT * FROM {table}{which}").fetchall()))
        with Store.open(path.with_name(f"raw-{round_}-again.db"), create=True) as store:
            store._write()
            with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
                for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-65536", "wal_autocheckpoint=8000"):
                    connection.execute(f"PRAGMA {pragma}")
                began = time.process_time()
                insert_raw(connection, kept)
                costs["raw executemany"].append(time.process_time() - began)
        for name in (f"raw-{round_}.db", f"raw-{round_}-again.db"):
            path.with_name(name).unlink()
    pairs = sorted(one / other for one, other in zip(costs["the writer"], costs["raw executemany"], strict=True))
    for name, seconds in costs.items():
        print(f"{name:16} {sorted(seconds)[ROUNDS // 2]:6.2f} s cpu (median of {ROUNDS})")
    print(
        f"the writer costs {pairs[ROUNDS // 2]:.2f} times raw executemany (least {pairs[0]:.2f}, most {pairs[-1]:.2f})"
    )


def insert_raw(connection: sqlite3.Connection, kept: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    """The rows in as many transactions as the writer took."""
    parts = DOCUMENTS // BATCH
    for part in range(parts):
        connection.execute("BEGIN IMMEDIATE")
        for table, rows in kept:
            share = rows[len(rows) * part // parts : len(rows) * (part + 1) // parts]
            marks = ",".join("?" * len(share[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", share)
        connection.execute("COMMIT")


def main() -> None:
    """Compare, then grow."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    against_raw(folder / "x.db")
    grow(folder / "grown.db", int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)


if __name__ == "__main__":
    main()
