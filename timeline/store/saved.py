"""Queries that a person named: `show @NAME`, and `select * from NAME`.

A saved query is what its filter was made of, as JSON. Its view says the same in plain SQL, for whoever asks the
database with another program; what needs a function of ours (a regular expression) has no view.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.store import seal
from timeline.store.dialect import dialect
from timeline.store.filter import Filter

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from timeline.store.writer import Writer

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TIMES = ("since", "until", "on")


class Saved:
    """The saved queries of one database."""

    def __init__(
        self, snapshot: Callable[[], AbstractContextManager[sqlite3.Connection]], writer: Callable[[], Writer]
    ) -> None:
        self._snapshot, self._writer = snapshot, writer

    def save(self, name: str, wanted: Mapping[str, Any]) -> bool:
        """Keep what a filter is made of, in place of what was saved under that name; whether it has a view.

        InputError for a name that is not small letters, digits and `_`, that a table has already, or that SQL knows.
        """
        if not _NAME.fullmatch(name):
            raise InputError(f"{name!r} is no name for a query: take small letters, digits and _", name=name)
        told = {key: _plain(value) for key, value in sorted(wanted.items()) if value not in (None, False, (), [], "")}
        return self._writer().run(_save, name, json.dumps(told, ensure_ascii=False), Filter.of(**wanted))

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
        view = dialect(connection).definition(Filter.of(**{**wanted, **times}))
        if view is not None and not dialect(connection).has(connection, name):
            connection.exec_driver_sql(f'CREATE VIEW "{name}" AS {view}')


def _names(connection: Connection) -> list[str]:
    if not dialect(connection).has(connection, "saved"):
        return []
    return [name for (name,) in connection.exec_driver_sql("SELECT name FROM saved ORDER BY name").all()]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple | list) else value if isinstance(value, int) else str(value)


def _save(connection: Connection, name: str, wanted: str, filter_: Filter) -> bool:
    view = dialect(connection).definition(filter_)
    known = connection.exec_driver_sql("SELECT 1 FROM saved WHERE name = ?", (name,)).first()
    if (dialect(connection).has(connection, name) and not known) or name.startswith("sqlite_"):
        raise InputError(f"{name!r} is the name of a table; take another", name=name)
    _forget(connection, name)
    connection.exec_driver_sql("INSERT INTO saved (name, wanted) VALUES (?, ?)", (name, wanted))
    connection.exec_driver_sql(seal.INSERT, ("saved", name, seal.checksum([(name, wanted)])))
    if view is not None:
        connection.exec_driver_sql(f'CREATE VIEW "{name}" AS {view}')
        _verify_asked(connection, name)
    return view is not None


def _verify_asked(connection: Connection, name: str) -> None:
    """InputError for a word of SQL (`order`), by which no view could be asked."""
    from sqlalchemy.exc import DBAPIError

    try:
        connection.exec_driver_sql(f"SELECT * FROM {name} LIMIT 0")
    except DBAPIError:
        raise InputError(f"{name!r} is a word of SQL; take another", name=name) from None


def _forget(connection: Connection, name: str) -> None:
    if connection.exec_driver_sql("DELETE FROM saved WHERE name = ?", (name,)).rowcount:
        connection.exec_driver_sql(seal.FORGET, ("saved", name))
        connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')
