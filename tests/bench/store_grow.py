"""A database that `store_bulk.py` made, with everything in it several times: ten million events in SQL alone.

    python -m tests.bench.store_grow FROM TO [TIMES]

Every document comes under other names, and what it tells happens again on the same day: rows, indexes and the doclists
of the full-text index are as long as those of a world that is so many times as large.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.bench.store_bulk import PRAGMAS, vouch
from timeline.store import connect, migrate
from timeline.store.dialect import REBUILD_TEXT

CALLED = "replace({}, '.txt', '-' || c || '.txt')"
OTHER = {
    "key": "substr(t.key, 1, 11) || c",
    "uri": CALLED.format("t.uri"),
    **dict.fromkeys(("id", "document_id", "claim_id", "event_id"), "(t.{} - 1) * {times} + 1 + c"),
}
"""What a column of a copy is, by name; all others are as they were."""
MULTIPLIED = (
    *(("document", "t.id, c"), ("document_location", "1"), ("claim", "t.id, c")),
    *(("claim_entity", "t.claim_id, c, t.position"), ("event", "t.id, c"), ("event_claim", "t.event_id, c")),
    *(("event_entity", "t.entity_id, t.role, t.event_id, c"), ("event_source", "t.source_id, t.event_id, c")),
)
"""Tables, and the order in which their rows come, which is that of their keys."""
AS_THEY_ARE = ("entity", "entity_alias", "source")


def grow(source: Path, target: Path, times: int) -> None:
    """Write it, and say what it cost."""
    draft = target.with_name(f"{target.name}.draft")
    migrate.create(draft)
    began = time.process_time()
    with closing(sqlite3.connect(draft, isolation_level=None, uri=True)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("ATTACH ? AS old", (connect.uri(source, "mode=ro"),))
        connection.execute("PRAGMA old.cache_size=-2500000")
        sql = "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        indexes = connection.execute(sql).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX main.{name}")
        connection.execute("CREATE TEMP TABLE copy (c INTEGER PRIMARY KEY)")
        connection.executemany("INSERT INTO copy VALUES (?)", [(c,) for c in range(times)])
        connection.execute("BEGIN")
        for table in AS_THEY_ARE:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM old.{table}")
        connection.execute("INSERT INTO main.property SELECT * FROM old.property")
        for table, order in MULTIPLIED:
            multiply(connection, table, order, times)
            print(f"{table}: {time.process_time() - began:,.0f} s cpu", flush=True)
        for number, (name, made) in enumerate(indexes):
            connection.execute(made)
            print(f"index {number + 1} of {len(indexes)}, {name}: {time.process_time() - began:,.0f} s cpu", flush=True)
        summarise(connection, times)
        texts(connection, times)
        print(f"full text: {time.process_time() - began:,.0f} s cpu", flush=True)
        connection.execute("COMMIT")
    vouch(draft)
    draft.rename(target)
    print(f"{target.stat().st_size / 1e6:,.0f} MB: {time.process_time() - began:,.0f} s cpu")


def multiply(connection: sqlite3.Connection, table: str, order: str, times: int) -> None:
    """Every row so many times."""
    names = [name for _, name, *_ in connection.execute(f"PRAGMA main.table_info({table})")]
    told = ", ".join(OTHER.get(name, f't."{name}"').format(name, times=times) for name in names)
    connection.execute(
        f"INSERT INTO main.{table} SELECT {told} FROM old.{table} AS t CROSS JOIN temp.copy ORDER BY {order}"
    )


def summarise(connection: sqlite3.Connection, times: int) -> None:
    """Every count is that of a larger world."""
    connection.execute("INSERT INTO main.event_year SELECT year, events * ? FROM old.event_year", (times,))
    connection.execute("UPDATE main.entity SET events = events * ?", (times,))
    connection.execute("UPDATE main.source SET documents = documents * ?1, events = events * ?1", (times,))
    connection.execute("UPDATE main.property SET value = value * ? WHERE name IN ('dated', 'shown')", (times,))


def texts(connection: sqlite3.Connection, times: int) -> None:
    """The words of each event, gathered once."""
    connection.execute("CREATE TEMP TABLE told AS SELECT * FROM old.event_text_source")
    connection.execute(
        "INSERT INTO main.event_text(rowid, title, quotes, marks, told) SELECT (id - 1) * ? + 1 + c, title, quotes, "
        f"marks, {CALLED.format('told')} FROM temp.told CROSS JOIN temp.copy ORDER BY 1",
        (times,),
    )
    for statement in REBUILD_TEXT[1:]:
        connection.execute(statement)


def main() -> None:
    """Make it if it is not there."""
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    if target.exists():
        sys.exit(f"{target} is there already")
    grow(source, target, int(sys.argv[3]) if len(sys.argv) > 3 else 10)


if __name__ == "__main__":
    main()
