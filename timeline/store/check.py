"""Is the database whole: its pages, its references, its full-text index, every text and every quote?

SQLite keeps no checksum of its pages, so a flipped byte inside a text is found by the text's own hash.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import InputError
from timeline.store import census, cited, connect, dated, identity, marked, sealed, tally
from timeline.store.dialect import CHECK_TEXT
from timeline.store.filter import Filter
from timeline.store.scope import told
from timeline.store.trouble import trouble
from timeline.store.verbs import keys_of, validated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Part = Callable[[sqlite3.Connection, Path], Iterator["Finding"]]

_MOST = 20
"""Findings of one kind that are told."""
_AGAIN = 100
"""Times that the very same may have been decided."""


class Finding(NamedTuple):
    """One thing that is wrong."""

    code: str
    """`pages` `schema` `references` `search` `marks` `text` `quote` `dates` `seals` `counts` `orphans`
    `decisions` `stale` or `damaged`."""
    message: str

    def __str__(self) -> str:
        return self.message


_DAMAGE = (sqlite3.DatabaseError, ValueError, TypeError, AttributeError, ArithmeticError, LookupError)
"""What reading raises where a page holds the rows of another: values of any kind, in any column."""


def check(path: Path, *, deep: bool = True) -> list[Finding]:
    """What is wrong, empty if nothing is; StoreError if the file is no database of ours at this schema.

    Without `deep` the texts are not read: pages as far as SQLite can tell without them, references, counts.
    """
    identity.verify_file(path)
    with closing(connect.looking(path)) as connection:
        try:
            identity.verify_current(connection, path)
            connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
            connection.execute("BEGIN")
            stale = is_stale(connection)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            return [Finding("damaged", str(trouble(error, path)))]
        parts: list[Part] = [_pages_deeply, _schema, _texts] if deep else [_pages]
        parts += [_references, _words, *([_stale] if stale else [_counts, _orphans])]
        parts += [_dates, _seals, *([] if stale else [_marks, _often, _made])] if deep else []
        found = [finding for part in parts for finding in _guarded(part, connection, path)]
        with suppress(sqlite3.DatabaseError):  # a damaged one may have left it already
            connection.execute("ROLLBACK")
        return found if stale or not deep else [*found, *_guarded(_search, connection, path)]


def content(connection: sqlite3.Connection, *, deep: bool = True) -> list[Finding]:
    """What is wrong with what is kept, whatever keeps it."""
    parts: list[Part] = [_texts] if deep else []
    parts += [_words, *([_stale] if is_stale(connection) else [_counts, _orphans])]
    parts += [_dates, _seals, *([] if is_stale(connection) else [_marks, _often, _made])] if deep else []
    return [finding for part in parts for finding in part(connection, Path())]


def is_stale(connection: sqlite3.Connection) -> bool:
    """Counts and index are not yet those of what is kept."""
    return told(connection, "stale", "0") == "1"


def _guarded(part: Part, connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    """What one part of the check finds, and the damage that keeps it from going on."""
    try:
        yield from part(connection, path)
    except _DAMAGE as error:
        yield Finding("damaged", f"{path} is damaged ({error}); `timeline recover` saves what is left")


def _pages(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    for (verdict,) in connection.execute(f"PRAGMA quick_check({_MOST})"):
        if verdict != "ok":
            yield Finding("pages", verdict)


def _pages_deeply(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    """As SQLite sees it and, where it sees a fault, which tables the pages belong to."""
    try:
        verdicts = [verdict for (verdict,) in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    except sqlite3.DatabaseError as error:
        verdicts = [str(error)]
    if verdicts != ["ok"]:
        yield from (Finding("pages", verdict) for verdict in verdicts)
        yield from (Finding("pages", sentence) for sentence in islice(_gaps(path), _MOST))


def _gaps(path: Path) -> Iterator[str]:
    from timeline.store.pages import Gap, Pages

    with Pages(path) as pages:
        roots = [row.values for row in pages.walk(1) if not isinstance(row, Gap) and len(row.values) == 5]
        for kind, name, _, root, _ in roots:
            for gap in pages.gaps(root) if isinstance(root, int) and root > 1 else ():
                yield f"page {gap.page} of {kind} {name}: {gap.why}"


def _schema(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    """Tables, views, indexes and triggers are those that the migrations make; a person's own are left alone."""
    from timeline.store.migrate import fresh

    with closing(sqlite3.connect(":memory:")) as other:
        other.deserialize(fresh(Path(":memory:")))
        sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        told_ = {(kind, name): made for kind, name, made in connection.execute(sql)}
        for kind, name, made in other.execute(sql):
            if (kind, name) not in told_:
                yield Finding("schema", f"{kind} {name} is missing")
            elif _words_of(told_[kind, name]) != _words_of(made):
                yield Finding("schema", f"{kind} {name} is not what this program makes")


def _words_of(sql: str) -> list[str]:
    """What a statement is made of: a table that a migration rebuilt has its constraints in another order."""
    return sorted(sql.replace('"', "").replace(",", " ").split())


def _references(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
        yield Finding("references", f"row {row} of {table} refers to a row of {parent} that is not there")


def _words(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    """A person's decisions can be read, and every saved query has a filter that can be asked."""
    sql = "SELECT id, key, kind, payload, who, why, made FROM decision ORDER BY id"
    for number, key, kind, payload, *words in connection.execute(sql):
        try:
            validated(kind, json.loads(payload))
        except (InputError, ValueError) as error:
            yield Finding("decisions", f"decision {number} cannot be read ({error})")
        if key not in islice(keys_of(kind, payload, *words), _AGAIN):
            yield Finding("decisions", f"decision {number} is not what was decided")
    for name, wanted in connection.execute("SELECT name, wanted FROM saved ORDER BY name"):
        try:
            Filter.of(**json.loads(wanted))
        except (InputError, ValueError, TypeError) as error:
            yield Finding("decisions", f"the saved query {name} cannot be read ({error})")


def _search(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    """FTS5 compares its index with the events; this takes a lock for writing, though it writes nothing."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return  # a read-only file
    try:
        for statement in CHECK_TEXT:
            connection.execute(statement)
    except sqlite3.DatabaseError as error:
        if "readonly" in str(error):
            return
        yield Finding("search", f"the full-text index does not fit the texts ({error}); run `timeline link`")
    finally:
        connection.execute("ROLLBACK")


def _texts(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (Finding(code, sentence) for code, sentence in cited.texts(connection))


def _counts(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (Finding("counts", sentence) for sentence in tally.counts(connection))


def _often(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (
        Finding("counts", f"{sentence}; run `timeline link`") for sentence in islice(census.wrong(connection), _MOST)
    )


def _marks(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (Finding("marks", f"{sentence}; run `timeline link`") for sentence in marked.marks(connection))


def _dates(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (Finding("dates", sentence) for sentence in dated.dates(connection))


def _seals(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (Finding("seals", sentence) for sentence in islice(sealed.facts(connection), _MOST))


def _made(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (Finding("seals", sentence) for sentence in islice(sealed.derived(connection), _MOST))


def _orphans(connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    return (Finding("orphans", sentence) for sentence in tally.orphans(connection))


def _stale(_connection: sqlite3.Connection, _: Path) -> Iterator[Finding]:
    yield Finding("stale", "events are older than the documents or decisions; run `timeline link`")
