"""Documents into the database: one transaction a batch, whole rows as tuples, nothing edited.

What is stored does not depend on the order of adding: a changed document replaces the old one with all its claims, the
same bytes under two names are one document with two locations, and its uri is the one that sorts first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count, repeat
from operator import add as add_up
from typing import TYPE_CHECKING, NamedTuple

from timeline.link.collector import collector_off
from timeline.store import schema
from timeline.store.added import Added
from timeline.store.dialect import inserting
from timeline.store.portions import PORTION
from timeline.store.problems import problem_rows, sealed, write_problems
from timeline.store.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from timeline.store.rows import Row
    from timeline.store.sheet import Leaf, Sheet

_INSERT = {
    table.name: inserting(table, last)
    for table, *last in (
        (schema.document, "id", "uri"),
        (schema.document_location,),
        (schema.time_expression, "document_id"),
        (schema.claim, "id", "document_id"),
        (schema.entity,),
        (schema.claim_entity, "claim_id", "entity_id"),
        (schema.problem,),
        (schema.seal,),
    )
}
"""Parents first; a sheet's rows, then the numbers that they are given here."""


class _Known(NamedTuple):
    """A document that is stored."""

    id: int
    uri: str
    fingerprint: str


@dataclass(slots=True)
class Batch:
    """The writes of one transaction; rows are gathered and go out table by table."""

    connection: Connection
    pending: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in _INSERT})
    taken: set[str] = field(default_factory=set)
    """Uris and keys that mean something, or may: what is not among them is new without a look."""
    troubled: set[str] = field(default_factory=set)
    """Uris that have problems, or may."""
    entities: dict[str, int] = field(default_factory=dict)
    next_id: dict[str, int] = field(default_factory=dict)
    wrote: bool = False
    """Something other than problems came or went."""

    def look(self, sheets: Sequence[Sheet]) -> bool:
        """Learn what is there of these; whether each of them is new."""
        uris, keys = {sheet.uri for sheet in sheets}, {sheet.key for sheet in sheets}
        names = {name for sheet in sheets for name in sheet.names}
        self.taken, self.troubled, self.entities = standing(self.connection, uris, keys, names)
        return not self.taken and len(uris) == len(keys) == len(sheets)

    def add(self, sheets: Sequence[Sheet]) -> Added:
        """Write them all, once they were looked at; the caller commits."""
        done = Added()
        with collector_off():
            for sheet in sheets:
                done += self._one(sheet)
            self.flush()
        if self.wrote:
            set_property(self.connection, "stale", "1")
        return done

    def _one(self, sheet: Sheet) -> Added:
        if sheet.uri in self.troubled:
            self.flush()
            write_problems(self.connection, sheet.uri, sheet.problems)
        elif sheet.problems:
            self.troubled.add(sheet.uri)
            told = problem_rows(sheet.uri, sheet.problems)
            self.pending["problem"] += told
            self.pending["seal"].append(sealed(told))
        if self.taken.isdisjoint((sheet.key, sheet.uri)):
            self._insert(sheet, {sheet.uri})
            return Added(new=1, claims=sheet.claims)
        self.flush()
        return self._again(sheet)

    def _again(self, sheet: Sheet) -> Added:
        """A name or a content that is there already."""
        before, known = self.located(sheet.uri), self._known(sheet.key)
        done = _kind(before, known, sheet)
        if known is not None and not _replaces(known, sheet):
            if before != known.id:
                self.move(sheet.uri, known.id, before)
            return done
        uris = {sheet.uri}
        if known is not None:
            uris |= self._locations(known.id)
            self._delete(known.id)
        if before is not None and (known is None or before != known.id):
            self.leave(sheet.uri, before)
        self._insert(sheet, uris)
        return done._replace(claims=sheet.claims)

    def _insert(self, sheet: Sheet, uris: set[str]) -> None:
        self.wrote = True
        self.taken |= uris
        self.taken.add(sheet.key)
        id_, pending = self._new_ids("document"), self.pending
        pending["document"].append((*sheet.document, id_, min(uris)))
        pending["document_location"] += [(uri, id_) for uri in sorted(uris)]
        for name in sheet.names:
            if name not in self.entities:
                self._entity(name)
        first = at = self._new_ids("claim", sheet.claims)
        for leaf in sheet.leaves:
            claims = leaf.rows("claims")
            pending["time_expression"] += map(add_up, leaf.rows("times"), repeat((id_,)))
            pending["claim"] += map(add_up, claims, zip(count(at), repeat(id_)))
            pending["claim_entity"] += self._named(first, leaf)
            at += len(claims)
            self._relieve()
        pending["seal"].append(("understood", sheet.key, sheet.seal))

    def _named(self, first: int, leaf: Leaf) -> list[Row]:
        """Who takes part in claims, of which the first of the document has that number."""
        ids = self.entities
        return [
            (position, kind, role, start, end, text, first + n, ids[name])
            for n, name, position, kind, role, start, end, text in leaf.rows("names")
        ]

    def _relieve(self) -> None:
        """Of a long document not all rows are held at once."""
        if len(self.pending["time_expression"]) + len(self.pending["claim"]) > 2 * PORTION:
            self.flush()

    def flush(self) -> None:
        """Everything gathered."""
        for table, gathered in self.pending.items():
            if gathered:
                self.connection.exec_driver_sql(_INSERT[table], gathered)
                gathered.clear()

    def _new_ids(self, table: str, count: int = 1) -> int:
        """The first of so many, above the highest; the write lock is ours, so nobody else takes them."""
        if table not in self.next_id:
            sql = f"SELECT coalesce(max(id), 0) + 1 FROM {table}"
            self.next_id[table] = self.connection.exec_driver_sql(sql).scalar_one()
        first = self.next_id[table]
        self.next_id[table] += count
        return first

    def _entity(self, name: str) -> int:
        """A name that is met for the first time."""
        id_ = self.entities[name] = self._new_ids("entity")
        self.pending["entity"].append((id_, name, "", 0))
        return id_

    def located(self, uri: str) -> int | None:
        sql = "SELECT document_id FROM document_location WHERE uri = ?"
        return self.connection.exec_driver_sql(sql, (uri,)).scalar()

    def _known(self, key: str) -> _Known | None:
        sql = "SELECT id, uri, fingerprint FROM document WHERE key = ?"
        found = self.connection.exec_driver_sql(sql, (key,)).one_or_none()
        return None if found is None else _Known(*found)

    def _locations(self, id_: int) -> set[str]:
        sql = "SELECT uri FROM document_location WHERE document_id = ?"
        return {uri for (uri,) in self.connection.exec_driver_sql(sql, (id_,))}

    def move(self, uri: str, id_: int, before: int | None) -> None:
        """One more name for a document that is stored."""
        self.wrote = True
        if before is not None:
            self.leave(uri, before)
        self.connection.exec_driver_sql(_INSERT["document_location"], (uri, id_))
        name_first(self.connection, id_)

    def leave(self, uri: str, id_: int) -> None:
        """A name no longer means that document; a document without a name goes."""
        self.connection.exec_driver_sql("DELETE FROM document_location WHERE uri = ?", (uri,))
        if self._locations(id_):
            name_first(self.connection, id_)
        else:
            self._delete(id_)

    def _delete(self, id_: int) -> None:
        sealed = "DELETE FROM seal WHERE kind = 'understood' AND name = (SELECT key FROM document WHERE id = ?)"
        for sql in (sealed, "DELETE FROM document WHERE id = ?"):
            self.connection.exec_driver_sql(sql, (id_,))


def _kind(before: int | None, known: _Known | None, sheet: Sheet) -> Added:
    """New, changed or unchanged; one more name for known bytes is nothing new."""
    if known is None:
        return Added(new=1) if before is None else Added(changed=1)
    if known.fingerprint != sheet.fingerprint or before not in (None, known.id):
        return Added(changed=1)
    return Added(copies=1) if before is None else Added(unchanged=1)


def _replaces(known: _Known, sheet: Sheet) -> bool:
    """Of two names of the same bytes, the reading of the one that sorts first holds, for readers look at names too."""
    return sheet.uri < known.uri or (sheet.uri == known.uri and known.fingerprint != sheet.fingerprint)


def name_first(connection: Connection, id_: int) -> None:
    """A document is called by the one of its names that sorts first."""
    sql = "UPDATE document SET uri = (SELECT min(uri) FROM document_location WHERE document_id = ?1) WHERE id = ?1"
    connection.exec_driver_sql(sql, (id_,))


def add(connection: Connection, sheets: Sequence[Sheet]) -> Added:
    """Store them in the caller's transaction."""
    batch = Batch(connection)
    batch.look(sheets)
    return batch.add(sheets)


def add_new(connection: Connection, sheets: Sequence[Sheet]) -> Added | None:
    """The same if all of them are new: every row refers to what was just written. None, and nothing done, otherwise."""
    batch = Batch(connection)
    return batch.add(sheets) if batch.look(sheets) else None


def locate(connection: Connection, uri: str, bytes_sha256: str) -> bool:
    """One more name for stored bytes; whether there was anything to do."""
    sql = "SELECT id FROM document WHERE bytes_sha256 = ? ORDER BY uri LIMIT 1"
    id_ = connection.exec_driver_sql(sql, (bytes_sha256,)).scalar()
    batch = Batch(connection)
    before = batch.located(uri)
    if id_ is None or before == id_:
        return False
    batch.move(uri, int(id_), before)
    set_property(connection, "stale", "1")
    return True


def remove(connection: Connection, uri: str) -> int:
    """Take away what was read from a path: itself and its parts (`a.zip!b.txt`, `mail.mbox#3`). How many names went.

    What is kept about a path that gave no document is a name too.
    """
    where = """uri = ?1 OR (uri > ?1 || '!' AND uri < ?1 || '"') OR (uri > ?1 || '#' AND uri < ?1 || '$')"""
    found = connection.exec_driver_sql(f"SELECT uri, document_id FROM document_location WHERE {where}", (uri,)).all()
    names = {name for name, _ in found}
    names.update(connection.exec_driver_sql(f"SELECT uri FROM problem WHERE {where}", (uri,)).scalars())
    connection.exec_driver_sql(f"DELETE FROM problem WHERE {where}", (uri,))
    connection.exec_driver_sql(f"DELETE FROM seal WHERE kind = 'problem' AND ({where.replace('uri', 'name')})", (uri,))
    batch = Batch(connection)
    for name, id_ in found:
        batch.leave(name, id_)
    if found:
        set_property(connection, "stale", "1")
    return len(names)


def set_property(connection: Connection, name: str, value: str) -> None:
    """A fact of the whole database."""
    sql = "INSERT INTO property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    connection.exec_driver_sql(sql, (name, value))
