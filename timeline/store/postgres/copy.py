"""All that a server keeps, as an SQLite file: for `timeline backup`, and for what only a file can be asked."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, cast

from timeline.errors import StoreError
from timeline.store import connect, migrate
from timeline.store.dialect import inserting
from timeline.store.digest import digest
from timeline.store.draft import draft, place
from timeline.store.postgres.session import Session
from timeline.store.schema import metadata

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from timeline.store.postgres.address import Address

_TOGETHER = 1000


def copy(address: Address, path: Path) -> str:
    """Fill a new file with it, as it is at one moment; the digest of what is on the server.

    A role that can only read is enough. Two walks through the server's rows see the same: it is one snapshot.
    """
    from timeline.store.dialect import rebuild_text
    from timeline.store.engine import engine
    from timeline.store.saved import restore

    path.write_bytes(migrate.fresh(path))
    made = engine(path)
    with closing(Session(address)) as source:
        source.execute("BEGIN")
        with made.begin() as target:
            for table in metadata.sorted_tables:
                names = ", ".join(f'"{column.name}"' for column in table.columns)
                rows = source.stream(f'SELECT {names} FROM "{table.name}"')
                while several := list(islice(rows, _TOGETHER)):
                    target.exec_driver_sql(inserting(table), several)
            rebuild_text(target)
            restore(target)
        made.dispose()
        connect.settle(path)
        return digest(cast("sqlite3.Connection", source))


def backup(address: Address, target: Path) -> None:
    """The copy under its name, once it is known to be the same; StoreError, and no file, where one is already."""
    if target.exists():
        raise StoreError(f"{target} is there already; nothing was copied", path=target, code="exists")
    try:
        with draft(target) as made:
            there = copy(address, made)
            with closing(connect.reading(made)) as copied:
                if digest(copied) != there:
                    raise StoreError(f"the copy of {address.name} is not the same", path=target, code="damaged")
            if not place(made, target):
                raise StoreError(f"{target} is there already; nothing was copied", path=target, code="exists")
    except OSError as error:
        raise StoreError(f"cannot write {target}: {error.strerror}", path=target, code="unwritable") from error
