"""Every row is the one that was written, by its seal; and what is counted of others is what a count gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.store import seal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

_WHAT = {
    "understood": "what is kept of {} (its claims and times, how they were dated, who takes part) is not what was "
    "written; `timeline recover` understands it anew",
    "problem": "what went wrong with {} is not what was written",
    "saved": "the saved query {} is not what was saved",
    "event": "the events are not what was linked; run `timeline link`",
    "entity": "who takes part in events is not what was linked; run `timeline link`",
    "entity_alias": "the names that filters know are not what was linked; run `timeline link`",
}
_NAMED = "SELECT uri FROM document WHERE key = ?"
_ODD = (
    (
        "events by year",
        "SELECT year, events FROM event_year EXCEPT SELECT year, count(*) FROM event "
        "WHERE NOT hidden AND year IS NOT NULL GROUP BY year",
    ),
    (
        "what publishers tell",
        "SELECT name FROM source AS s WHERE documents <> (SELECT count(*) FROM document WHERE publisher = s.name) "
        "OR events <> (SELECT count(*) FROM event_source WHERE source_id = s.id)",
    ),
    (
        "first names of documents",
        "SELECT uri FROM document AS d WHERE uri <> (SELECT min(uri) FROM document_location WHERE document_id = d.id)",
    ),
    *(
        (
            f"times of {table}",
            f"SELECT event_id FROM {table} AS n JOIN event AS e ON e.id = n.event_id "
            "WHERE coalesce(n.bucket, -1) <> coalesce(e.bucket, -1) "
            "OR coalesce(n.last_day, -999999999) <> coalesce(e.last_day, -999999999)",
        )
        for table in ("event_entity", "event_source")
    ),
    (
        "signs that tell events apart",
        "SELECT 'too few' WHERE (SELECT count(*) FROM event) <> (SELECT count(*) FROM (SELECT DISTINCT substr(key, 1, "
        "(SELECT CAST(value AS integer) FROM property WHERE name = 'key_length')) FROM event) AS told)",
    ),
    ("marks of the whole", "SELECT name FROM property WHERE name = 'stale' AND value NOT IN ('0', '1')"),
)


def facts(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each document, problem and saved query that is not what was written."""
    kinds = "'understood', 'problem', 'saved'"
    return _broken(connection, f"SELECT kind, name, value FROM seal WHERE kind IN ({kinds})", seal.seals)


def derived(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for what is made at every link and is not what was made."""
    kinds = "'event', 'entity', 'entity_alias'"
    yield from _broken(connection, f"SELECT kind, name, value FROM seal WHERE kind IN ({kinds})", seal.derived)
    for what, sql in _ODD:
        found = connection.execute(f"{sql} LIMIT 5").fetchall()
        if found:
            yield f"{what} are not right: {', '.join(str(row[0]) for row in found)}"


def _broken(
    connection: sqlite3.Connection, sql: str, made: Callable[[seal.Read], Iterator[seal.Seal]]
) -> Iterator[str]:
    kept = {(kind, name): value for kind, name, value in connection.execute(sql)}
    for kind, name, value in made(connection.execute):
        if kept.pop((kind, name), 0) != value:  # of nothing, it is 0
            called = connection.execute(_NAMED, (name,)).fetchone() if kind == "understood" else None
            yield _WHAT[kind].format(called[0] if called else name)
    yield from (f"something was sealed that is not there: {kind} {name}" for kind, name in kept)
