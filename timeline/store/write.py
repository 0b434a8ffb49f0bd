"""Documents into the database: one transaction a batch, whole rows as tuples, nothing edited.

What is stored does not depend on the order of adding: a changed document replaces the old one with all its claims, the
same bytes under two names are one document with two locations, and its uri is the one that sorts first.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from timeline.link.collector import collector_off
from timeline.store import rows, schema, seal
from timeline.store.added import Added
from timeline.store.dialect import inserting
from timeline.store.portions import PORTION, portions
from timeline.store.problems import write_problems
from timeline.store.standing import standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from timeline.model.claim import Claim
    from timeline.model.document import Document, Published
    from timeline.model.mention import TimeMention
    from timeline.model.problem import Problem

_TABLES = (
    *(schema.document, schema.document_location, schema.time_expression),
    *(schema.claim, schema.entity, schema.claim_entity, schema.seal),
)
_INSERT = {table.name: inserting(table) for table in _TABLES}


class Result(Protocol):
    """What the pipeline made of one document."""

    @property
    def document(self) -> Document: ...
    @property
    def mentions(self) -> Sequence[TimeMention]: ...
    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def published(self) -> Published | None: ...
    @property
    def signature(self) -> bytes: ...
    @property
    def fingerprint(self) -> str: ...


class _Known(NamedTuple):
    """A document that is stored."""

    id: int
    uri: str
    fingerprint: str


@dataclass(slots=True)
class Batch:
    """The writes of one transaction; rows are gathered and go out table by table."""

    connection: Connection
    pending: dict[str, list[rows.Row]] = field(default_factory=lambda: {table.name: [] for table in _TABLES})
    taken: set[str] = field(default_factory=set)
    """Uris and keys that mean something, or may: what is not among them is new without a look."""
    troubled: set[str] = field(default_factory=set)
    """Uris that have problems, or may."""
    entities: dict[str, int] = field(default_factory=dict)
    next_id: dict[str, int] = field(default_factory=dict)
    wrote: bool = False
    """Something other than problems came or went."""

    def look(self, results: Sequence[Result]) -> bool:
        """Learn what is there of these; whether each of them is new."""
        uris = {result.document.uri for result in results}
        keys = {result.document.key for result in results}
        names = {p.name for result in results for claim in result.claims for p in claim.participants}
        self.taken, self.troubled, self.entities = standing(self.connection, uris, keys, names)
        return not self.taken and len(uris) == len(keys) == len(results)

    def add(self, results: Sequence[Result]) -> Added:
        """Write them all, once they were looked at; the caller commits."""
        done = Added()
        with collector_off():
            for result in results:
                done += self._one(result)
            self.flush()
        if self.wrote:
            set_property(self.connection, "stale", "1")
        return done

    def _one(self, result: Result) -> Added:
        document = result.document
        if result.problems or document.uri in self.troubled:
            self.troubled.add(document.uri)
            write_problems(self.connection, document.uri, result.problems)
        if self.taken.isdisjoint((document.key, document.uri)):
            self._insert(result, {document.uri})
            return Added(new=1, claims=len(result.claims))
        self.flush()
        return self._again(result)

    def _again(self, result: Result) -> Added:
        """A name or a content that is there already."""
        document = result.document
        before, known = self.located(document.uri), self._known(document.key)
        done = _kind(before, known, result)
        if known is not None and not _replaces(known, result):
            if before != known.id:
                self.move(document.uri, known.id, before)
            return done
        uris = {document.uri}
        if known is not None:
            uris |= self._locations(known.id)
            self._delete(known.id)
        if before is not None and (known is None or before != known.id):
            self.leave(document.uri, before)
        self._insert(result, uris)
        return done._replace(claims=len(result.claims))

    def _insert(self, result: Result, uris: set[str]) -> None:
        document = result.document
        self.wrote = True
        self.taken |= uris
        self.taken.add(document.key)
        id_ = self._new_ids("document")
        published = result.published or document.published
        row = list(rows.document_row(id_, document, published, result.signature, result.fingerprint))
        row[2] = min(uris)
        pending, tally = self.pending, seal.Tally()
        pending["document"].append(tuple(row))
        pending["document_location"] += [(uri, id_) for uri in sorted(uris)]
        for times in portions(result.mentions):
            made = sorted(rows.mention_row(id_, mention) for mention in times)
            tally.time_expression = seal.checksum(made, tally.time_expression)
            pending["time_expression"] += made
            self._relieve()
        met: set[str] = set()
        for portion in portions(result.claims):
            self._insert_claims(id_, _first(portion, met), tally)
            self._relieve()
        pending["seal"].append(tally.seal(seal.head(row)))

    def _insert_claims(self, id_: int, claims: Sequence[Claim], tally: seal.Tally) -> None:
        numbered = range(start := self._new_ids("claim", len(claims)), start + len(claims))
        known, pending = self.entities, self.pending
        told = [rows.claim_row(n, id_, claim) for n, claim in zip(numbered, claims, strict=True)]
        named = [
            (claim_id, n, known.get(p.name) or self._entity(p.name), p.kind, p.role, p.start, p.end, p.text)
            for claim_id, claim in zip(numbered, claims, strict=True)
            for n, p in enumerate(claim.participants)
        ]
        tally.claim, tally.claim_entity = seal.checksum(told, tally.claim), seal.checksum(named, tally.claim_entity)
        pending["claim"] += told
        pending["claim_entity"] += named

    def _relieve(self) -> None:
        """Of a long document not all rows are held at once."""
        if len(self.pending["time_expression"]) + len(self.pending["claim"]) > 2 * PORTION:
            self.flush()

    def flush(self) -> None:
        """Everything gathered, parents first."""
        for table in _TABLES:
            gathered = self.pending[table.name]
            if gathered:
                self.connection.exec_driver_sql(_INSERT[table.name], gathered)
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
        sealed = "DELETE FROM seal WHERE kind = 'document' AND name = (SELECT key FROM document WHERE id = ?)"
        for sql in (sealed, "DELETE FROM document WHERE id = ?"):
            self.connection.exec_driver_sql(sql, (id_,))


def _first(claims: Sequence[Claim], met: set[str]) -> Sequence[Claim]:
    """Those whose keys are not met yet, each key once; they are met then."""
    keys = {claim.key for claim in claims}
    if len(keys) < len(claims) or not met.isdisjoint(keys):
        claims = [*{claim.key: claim for claim in reversed(claims) if claim.key not in met}.values()][::-1]
    met |= keys
    return claims


def _kind(before: int | None, known: _Known | None, result: Result) -> Added:
    """New, changed or unchanged; one more name for known bytes is nothing new."""
    if known is None:
        return Added(new=1) if before is None else Added(changed=1)
    if known.fingerprint != result.fingerprint or before not in (None, known.id):
        return Added(changed=1)
    return Added(copies=1) if before is None else Added(unchanged=1)


def _replaces(known: _Known, result: Result) -> bool:
    """Of two names of the same bytes, the reading of the one that sorts first holds, for readers look at names too."""
    uri = result.document.uri
    return uri < known.uri or (uri == known.uri and known.fingerprint != result.fingerprint)


def name_first(connection: Connection, id_: int) -> None:
    """A document is called by the one of its names that sorts first."""
    sql = "UPDATE document SET uri = (SELECT min(uri) FROM document_location WHERE document_id = ?1) WHERE id = ?1"
    connection.exec_driver_sql(sql, (id_,))


def add(connection: Connection, results: Sequence[Result]) -> Added:
    """Store them in the caller's transaction."""
    batch = Batch(connection)
    batch.look(results)
    return batch.add(results)


def add_new(connection: Connection, results: Sequence[Result]) -> Added | None:
    """The same if all of them are new: every row refers to what was just written. None, and nothing done, otherwise."""
    batch = Batch(connection)
    return batch.add(results) if batch.look(results) else None


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
    """Take away what was read from a path: itself and its parts (`a.zip!b.txt`, `mail.mbox#3`). How many names went."""
    where = """uri = ?1 OR (uri > ?1 || '!' AND uri < ?1 || '"') OR (uri > ?1 || '#' AND uri < ?1 || '$')"""
    found = connection.exec_driver_sql(f"SELECT uri, document_id FROM document_location WHERE {where}", (uri,)).all()
    connection.exec_driver_sql(f"DELETE FROM problem WHERE {where}", (uri,))
    connection.exec_driver_sql(f"DELETE FROM seal WHERE kind = 'problem' AND ({where.replace('uri', 'name')})", (uri,))
    batch = Batch(connection)
    for name, id_ in found:
        batch.leave(name, id_)
    if found:
        set_property(connection, "stale", "1")
    return len(found)


def set_property(connection: Connection, name: str, value: str) -> None:
    """A fact of the whole database."""
    sql = "INSERT INTO property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    connection.exec_driver_sql(sql, (name, value))
