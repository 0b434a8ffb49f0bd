"""Answers: rows of the views with their evidence, for reading commands; nothing of the model is imported."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from timeline.errors import InputError
from timeline.store.filter import pattern
from timeline.store.often import counted
from timeline.store.query import counting, listing, most_salient
from timeline.store.scope import scope, told
from timeline.store.sources import telling

if TYPE_CHECKING:
    import re
    import sqlite3
    from collections.abc import Generator, Iterator, Sequence

    from timeline.store.filter import Filter
    from timeline.store.query import Statement
    from timeline.store.scope import Scope

TIMELINE = (
    *("id", "key", "date", "date_latest", "year", "decade", "month", "edtf", "precision", "approximate", "uncertain"),
    *("kind", "title", "status", "actors", "places", "documents", "mentions", "sources", "disputed", "inferred"),
    *("salience", "first_day", "last_day", "clock", "starred", "labels", "note", "edited"),
)
"""Keys of the view `timeline`."""
EVIDENCE = (
    *("event_id", "event_key", "document", "title", "published", "page", "start", "end", "quote", "time_text", "edtf"),
    *("status", "rule", "anchor", "claim_key", "claim_title", "time_start", "time_end", "basis", "speaker", "negated"),
)
"""Keys of the view `evidence`."""

_COLUMNS = ", ".join(f"e.{name}" for name in TIMELINE[1:])
_FLAGS = ("approximate", "uncertain", "disputed", "inferred", "starred", "edited")
_LISTS = ("actors", "places", "labels")
_PAGE = 200
"""Events whose evidence is read at once."""
_SPARE = 10
"""Events that are looked at beyond those that are wanted, where most of them fit."""
_EVIDENCE = """
SELECT l.event_id, d.uri, d.title, d.published_edtf, c.page, c.start, c."end", c.quote, c.time_text, c.edtf, c.status,
       c.rule, c.anchor, c.key, c.title, c.time_start, c.time_end, c.basis, c.speaker, c.negated
FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id JOIN document AS d ON d.id = c.document_id
WHERE l.event_id IN ({ids}) ORDER BY l.event_id, l.position
"""


def prepare(connection: sqlite3.Connection) -> None:
    """The function that `grep` calls."""
    connection.create_function("regexp", 2, _found, deterministic=True)


def ids_and_columns(connection: sqlite3.Connection, filter_: Filter, columns: str) -> Iterator[Sequence[Any]]:
    """Rows (id, *columns of `event AS e`) that a filter asks for, in order; what is no SQLite finds them by itself."""
    if (find := getattr(connection, "find", None)) is not None:
        return cast("Iterator[Sequence[Any]]", find(filter_, columns))
    where = scope(connection, filter_)
    if where is None:
        return iter(())
    if filter_.top is not None:
        return islice(_best(connection, filter_, where, columns), filter_.limit)
    if where.usual and filter_.limit and filter_.limit <= _PAGE:
        found = _among_the_first(connection, filter_, where, columns)
        if found is not None:
            return iter(found)
    return islice(_listed(connection, filter_, where, columns), filter_.limit)


def _listed(connection: sqlite3.Connection, filter_: Filter, where: Scope, columns: str) -> Iterator[Sequence[Any]]:
    return (row for told_ in listing(filter_, where, columns) for row in connection.execute(*told_))


def _among_the_first(
    connection: sqlite3.Connection, filter_: Filter, where: Scope, columns: str
) -> list[Sequence[Any]] | None:
    """The answer, if the sources are told of so often that it is among the first few that fit but for them."""
    limit = filter_.limit or 0
    words = {one.words for one in where.usual}
    publishers = {one.publishers for one in where.usual if one.words is None}
    unusual = where._replace(
        sources=tuple(one for one in where.sources if one not in words),
        entities=tuple(one for one in where.entities if one.role != "source" or one.ids not in publishers),
    )
    few = list(islice(_listed(connection, filter_, unusual, columns), limit + _SPARE))
    left = {row[0] for row in few}
    for usual in where.usual:
        left &= telling(connection, usual, left)
    found = [row for row in few if row[0] in left]
    return found[:limit] if len(found) >= limit or len(few) < limit + _SPARE else None


def _best(connection: sqlite3.Connection, filter_: Filter, where: Scope, columns: str) -> Iterator[Sequence[Any]]:
    top, looks = filter_.top or 0, most_salient(filter_, where, columns, filter_.top or 0)
    found: list[Sequence[Any]] = []
    asked: Statement | None = next(looks)
    while asked is not None:
        found = connection.execute(asked.sql, asked.parameters).fetchall()
        asked = _sent(looks, len(found)) if len(found) < top else None
    return iter(found)


def _sent(looks: Generator[Statement, int, None], found: int) -> Statement | None:
    """The next statement, if there is one."""
    try:
        return looks.send(found)
    except StopIteration:
        return None


def rows(connection: sqlite3.Connection, filter_: Filter) -> Iterator[dict[str, Any]]:
    """One dict an event: the keys of `timeline` (its lists as lists) and `evidence`, dicts of that view."""
    found = ids_and_columns(connection, filter_, _COLUMNS)
    while page := list(islice(found, _PAGE)):
        evidence = _evidence(connection, {row[0]: row[1] for row in page})
        for row in page:
            yield _timeline(row) | {"evidence": evidence[row[0]]}


def count(connection: sqlite3.Connection, filter_: Filter) -> int:
    """How many events a filter asks for, whatever its `limit` and `top`."""
    if (other := getattr(connection, "count", None)) is not None:
        return int(other(filter_))
    where = scope(connection, filter_)
    if where is None:
        return 0
    statements = counting(filter_, where, counted(connection, filter_, where))
    return sum(connection.execute(sql, parameters).fetchone()[0] for sql, parameters in statements)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of the tables that a person asks after."""
    found = {
        name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for name, table in (
            *(("documents", "document"), ("claims", "claim"), ("events", "event WHERE NOT hidden")),
            *(("entities", "entity"), ("problems", "problem WHERE severity <> 'note'"), ("decisions", "decision")),
        )
    }
    return {**found, "undated": found["events"] - int(told(connection, "dated", "0"))}


def years(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """(year, events that begin in it), for a histogram; years are astronomical."""
    return connection.execute("SELECT year, events FROM event_year ORDER BY year").fetchall()


def key(connection: sqlite3.Connection, prefix: str) -> str:
    """The one key that begins so; InputError, with the candidates, if there is none or more than one."""
    sought = prefix.strip().lower()
    sql = "SELECT key, title FROM event WHERE key >= ? AND key < ? ORDER BY key LIMIT 6"
    found = connection.execute(sql, (sought, sought + "\U0010ffff")).fetchall() if sought else []
    if not found:
        raise InputError(f"there is no event {prefix!r}; `timeline show` lists their keys", key=prefix, candidates=[])
    if len(found) > 1:
        named = ", ".join(candidate for candidate, _ in found[:5]) + (", …" if len(found) > 5 else "")
        raise InputError(f"{prefix!r} could be {named}; give more of the key", key=prefix, candidates=found)
    return str(found[0][0])


def row(connection: sqlite3.Connection, key_: str) -> dict[str, Any]:
    """The event with exactly that key."""
    found = connection.execute(f"SELECT e.id, {_COLUMNS} FROM event AS e WHERE e.key = ?", (key_,)).fetchone()
    return _timeline(found) | {"evidence": _evidence(connection, {found[0]: found[1]})[found[0]]}


def told_in(connection: sqlite3.Connection, claim: str) -> tuple[str, str]:
    """Text and language of the document of a claim, by its key."""
    sql = "SELECT d.text, d.language FROM claim AS c JOIN document AS d ON d.id = c.document_id WHERE c.key = ?"
    text, language = connection.execute(sql, (claim,)).fetchone()
    return text, language


def problems(connection: sqlite3.Connection) -> list[tuple[str, str, str, str, str]]:
    """(uri, stage, severity, code, message) of everything that went wrong, by uri."""
    sql = "SELECT uri, stage, severity, code, message FROM problem ORDER BY uri, position"
    return connection.execute(sql).fetchall()


def _timeline(found: Sequence[Any]) -> dict[str, Any]:
    told_ = dict(zip(TIMELINE, found, strict=True))
    for name in _FLAGS:
        told_[name] = bool(told_[name])
    for name in _LISTS:
        told_[name] = [] if told_[name] == "[]" else json.loads(told_[name])
    return told_


def _evidence(connection: sqlite3.Connection, keys: dict[int, str]) -> dict[int, list[dict[str, Any]]]:
    """Evidence by event id."""
    found: dict[int, list[dict[str, Any]]] = {id_: [] for id_ in keys}
    for id_, *claim, negated in connection.execute(_EVIDENCE.format(ids=",".join(map(str, keys)))):
        found[id_].append(dict(zip(EVIDENCE, (id_, keys[id_], *claim, negated == 1), strict=True)))
    return found


@lru_cache(maxsize=64)
def _compiled(text: str) -> re.Pattern[str]:
    return pattern(text)


def _found(expression: str, text: str | None) -> bool:
    return text is not None and _compiled(expression).search(text) is not None
