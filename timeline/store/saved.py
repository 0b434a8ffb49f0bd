"""Queries that a person named: `show @NAME`, and `select * from NAME`.

A saved query is what its filter was made of, as JSON. Its view says the same in plain SQL, for whoever asks the
database with another program; what needs a function of ours (a regular expression) has no view.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.store.filter import Filter
from timeline.store.fold import fold
from timeline.store.marks import of_label
from timeline.store.words import fts_query, label_query

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from timeline.store.writer import Writer

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TIMES = ("since", "until", "on")
_FLAGS = ("disputed", "inferred", "starred")


class Saved:
    """The saved queries of one database."""

    def __init__(
        self, snapshot: Callable[[], AbstractContextManager[sqlite3.Connection]], writer: Callable[[], Writer]
    ) -> None:
        self._snapshot, self._writer = snapshot, writer

    def save(self, name: str, wanted: Mapping[str, Any]) -> bool:
        """Keep what a filter is made of, in place of what was saved under that name; whether it has a view.

        InputError for a name that is not small letters, digits and `_`, or that a table has already.
        """
        if not _NAME.fullmatch(name):
            raise InputError(f"{name!r} is no name for a query: take small letters, digits and _", name=name)
        told = {key: _plain(value) for key, value in sorted(wanted.items()) if value not in (None, False, (), [], "")}
        view = definition(Filter.of(**wanted))
        return self._writer().run(_save, name, json.dumps(told, ensure_ascii=False), view)

    def get(self, name: str) -> dict[str, Any]:
        """What the filter is made of; times are EDTF texts. InputError, with the names there are, for another."""
        saved = self.all()
        if name not in saved:
            named = f"there are {', '.join(saved)}" if saved else "none is saved yet; `show … --save NAME` does it"
            raise InputError(f"there is no saved query {name!r}; {named}", name=name)
        return saved[name]

    def all(self) -> dict[str, dict[str, Any]]:
        """Every one, by name."""
        with self._snapshot() as connection:
            rows = connection.execute("SELECT name, wanted FROM saved ORDER BY name").fetchall()
        return {name: json.loads(wanted) for name, wanted in rows}

    def forget(self, name: str) -> None:
        """Take one away, its view too; InputError if there is none of that name."""
        self.get(name)
        self._writer().run(_forget, name)


def park(connection: Connection) -> None:
    """Take the views away while migrations rebuild the tables that they read."""
    for name in _names(connection):
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')


def restore(connection: Connection) -> None:
    """Make the views that are not there from what was saved."""
    from timeline.temporal.interval import Interval

    for name in _names(connection):
        told = connection.exec_driver_sql("SELECT wanted FROM saved WHERE name = ?", (name,)).scalar_one()
        wanted = json.loads(told)
        times = {time: Interval.parse(wanted[time]) for time in _TIMES if time in wanted}
        view = definition(Filter.of(**{**wanted, **times}))
        if view is not None:
            connection.exec_driver_sql(f'CREATE VIEW IF NOT EXISTS "{name}" AS {view}')


def _names(connection: Connection) -> list[str]:
    if connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'saved'").first() is None:
        return []
    return [name for (name,) in connection.exec_driver_sql("SELECT name FROM saved ORDER BY name").all()]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple | list) else value if isinstance(value, int) else str(value)


def _save(connection: Connection, name: str, wanted: str, view: str | None) -> bool:
    known = connection.exec_driver_sql("SELECT 1 FROM saved WHERE name = ?", (name,)).first()
    taken = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE lower(name) = ?", (name,)).first()
    if (taken and not known) or name.startswith("sqlite_"):
        raise InputError(f"{name!r} is the name of a table; take another", name=name)
    _forget(connection, name)
    connection.exec_driver_sql("INSERT INTO saved (name, wanted) VALUES (?, ?)", (name, wanted))
    if view is not None:
        connection.exec_driver_sql(f'CREATE VIEW "{name}" AS {view}')
    return view is not None


def _forget(connection: Connection, name: str) -> None:
    if connection.exec_driver_sql("DELETE FROM saved WHERE name = ?", (name,)).rowcount:
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')


def definition(filter_: Filter) -> str | None:
    """The SELECT of a view, without a parameter or a function of ours; None where that cannot be."""
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
    names = [("actor", name) for name in filter_.actor] + [("place", name) for name in filter_.place]
    where = [
        "t.id IN (SELECT n.event_id FROM event_entity AS n JOIN entity_alias AS a ON a.entity_id = n.entity_id "
        f"WHERE n.role = '{role}' AND a.folded = {_quoted(fold(name))})"
        for role, name in names
    ]
    for text in filter_.source:
        told = f"SELECT rowid FROM document_told WHERE document_told MATCH {_quoted(label_query(text))}"
        where.append(
            "t.id IN (SELECT l.event_id FROM claim AS c JOIN event_claim AS l ON l.claim_id = c.id "
            f"WHERE c.document_id IN ({told}))"
        )
    return where


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
