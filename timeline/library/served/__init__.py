"""The database in a web browser, by datasette (extra `serve`): read-only, as it is at every moment, for this machine.

`serving` gives an ASGI application; who runs it binds to `ADDRESS` and to nothing else.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from timeline.library.served.loopback import ADDRESS as ADDRESS
from timeline.library.served.metadata import metadata
from timeline.library.served.plugin import Plugin, register
from timeline.read.extras import need
from timeline.store import connect
from timeline.store.database import database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.library.served.loopback import Application

SETTINGS = {
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 1500,
    "default_cache_ttl": 0,  # what is added is seen at once
    "suggest_facets": False,
    "allow_download": False,
}


@contextmanager
def serving(path: str) -> Iterator[Application]:
    """The application, as long as it is needed; then the file is one file again. A server's database is copied first.

    InputError where datasette is not installed; StoreError where there is no database of ours at this schema.
    """
    app = need("datasette.app", "serve", "timeline serve")
    with database(path).as_file() as path, _guarded(path) as guard:  # noqa: PLR1704 - from here on it is a file
        saved = [str(name) for (name,) in guard.execute("SELECT name FROM saved ORDER BY name")]
        datasette = app.Datasette([], settings=SETTINGS)
        datasette.remove_database("_memory")
        opened: list[sqlite3.Connection] = []
        name = datasette.add_database(_database(datasette, path, opened)).name
        told = metadata(name, saved, lambda view: str(datasette.urls.table(name, view)))
        plugin = Plugin(path, told, frozenset(("timeline", *saved)))
        manager = register(plugin)
        need("datasette.handle_exception", "serve").rich = None  # a slip in a query is told in the browser, no more
        try:
            yield datasette.app()
        finally:
            manager.unregister(plugin)
            datasette.executor.shutdown()
            for connection in opened:
                connection.close()


@contextmanager
def _guarded(path: str) -> Iterator[sqlite3.Connection]:
    """A reader that keeps the side files of a database that is being written, and cleans up when it leaves last."""
    guard = connect.reading(path)
    try:
        yield guard
    finally:
        guard.close()
        connect.settle(path)


def _database(datasette: Any, path: str, opened: list[sqlite3.Connection]) -> Any:
    """The file as datasette knows one, but opened as `timeline sql` opens it: datasette's way fails for odd names."""
    database = need("datasette.database", "serve").Database(datasette, path=os.path.abspath(path))  # noqa: PTH100

    def connected(write: bool = False) -> sqlite3.Connection:
        if write:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        uri = connect.read_only(path)
        connection = sqlite3.connect(uri, uri=True, timeout=connect.PATIENCE, check_same_thread=False)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)  # a read-only connection could write to another file
        opened.append(connection)
        return connection

    database.connect = connected
    return database
