"""A filter as the SELECT of a view in SQLite, without a parameter or a function of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.store.fold import fold
from timeline.store.marks import of_label
from timeline.store.words import fts_query, label_query

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.store.filter import Filter

_DOCUMENTS = (
    "SELECT rowid FROM document_told WHERE document_told MATCH {0} UNION ALL "
    "SELECT d.id FROM source_told AS s JOIN source AS p ON p.id = s.rowid JOIN document AS d ON d.publisher = p.name "
    "WHERE source_told MATCH {0}"
)
_FLAGS = ("disputed", "inferred", "starred")


def definition(filter_: Filter) -> str | None:
    """The SELECT; None where that cannot be."""
    if filter_.grep or filter_.hidden or filter_.after:
        return None
    where = [*_when(filter_), *_who(filter_), *_what(filter_)]
    body = "SELECT t.* FROM timeline AS t" + (f" WHERE {' AND '.join(where)}" if where else "")
    if filter_.top is not None:
        best = f"SELECT id FROM ({body}) ORDER BY salience DESC, id DESC LIMIT {int(filter_.top)}"
        body = f"SELECT t.* FROM timeline AS t WHERE t.id IN ({best})"
    order = " ORDER BY t.id" + (" DESC" if filter_.reverse else "")
    return body + order + (f" LIMIT {int(filter_.limit)}" if filter_.limit is not None else "")


def _when(filter_: Filter) -> list[str]:
    """A window is overlapped; an event without a date is in none."""
    since, until = filter_.window
    undated = "t.first_day IS NULL AND t.last_day IS NULL"
    where = [f"({undated})"] if filter_.undated else [f"NOT ({undated})"]
    if filter_.undated is None and since is None and until is None:
        where = []
    if since is not None:
        where.append(f"(t.last_day >= {int(since)} OR t.last_day IS NULL)")
    if until is not None:
        where.append(f"(t.first_day <= {int(until)} OR t.first_day IS NULL)")
    return where


def _who(filter_: Filter) -> list[str]:
    told = (_DOCUMENTS.format(_quoted(label_query(typed))) for typed in filter_.source)
    return [*by_name(filter_, "t.id", _quoted), *(of_documents("t.id", documents) for documents in told)]


def by_name(filter_: Filter, event: str, quoted: Callable[[str], str]) -> list[str]:
    """That an event (an expression for its id) has each of the actors and places, by any of their names."""
    names = [("actor", name) for name in filter_.actor] + [("place", name) for name in filter_.place]
    return [
        f"{event} IN (SELECT n.event_id FROM event_entity AS n JOIN entity_alias AS a ON a.entity_id = n.entity_id "
        f"WHERE n.role = '{role}' AND a.folded = {quoted(fold(name))})"
        for role, name in names
    ]


def of_documents(event: str, documents: str) -> str:
    """That one of the documents, a SELECT of their ids, tells of an event."""
    return (
        f"{event} IN (SELECT l.event_id FROM claim AS c JOIN event_claim AS l ON l.claim_id = c.id "
        f"WHERE c.document_id IN ({documents}))"
    )


def _what(filter_: Filter) -> list[str]:
    where = [f"t.{name}" for name in _FLAGS if getattr(filter_, name)]
    for name in ("status", "precision"):
        if getattr(filter_, name):
            where.append(f"t.{name} IN ({', '.join(map(_quoted, getattr(filter_, name)))})")
    if filter_.min_sources:
        where.append(f"t.sources >= {int(filter_.min_sources)}")
    for label in filter_.label:
        where.append(f"t.id IN (SELECT id FROM event WHERE ' ' || marks || ' ' LIKE '% {of_label(label)} %')")
    if filter_.match:
        words = _quoted(f"{{title quotes}} : ({fts_query(filter_.match)})")
        where.append(f"t.id IN (SELECT rowid FROM event_text WHERE event_text MATCH {words})")
    return where


def _quoted(text: str) -> str:
    """An SQL text."""
    return "'" + text.replace("\0", " ").replace("'", "''") + "'"
