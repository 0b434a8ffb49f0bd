"""Bring a database to this program's schema, or refuse; a failure leaves the file as it was."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store import connect, identity
from timeline.store.backup import backup
from timeline.store.draft import draft, place
from timeline.store.trouble import plainly, trouble

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine

ONE_AT_A_TIME = threading.Lock()
"""Alembic's context is global; other processes are held off by BEGIN IMMEDIATE."""
_MADE: dict[tuple[Path, str], bytes] = {}
"""An empty database by the migrations that made it and their last revision."""


def location() -> Path:
    """The folder of the migrations: beside the package in a checkout, inside it in an installed wheel.

    An editable install leaves a stale copy in site-packages, so the checkout's pyproject.toml decides.
    """
    package = Path(__file__).parents[1]
    beside = package.parent
    return beside / "migrations" if (beside / "pyproject.toml").exists() else package / "_migrations"


def config() -> Config:
    """Alembic's settings, made here: no .ini file, and `%` in a path means itself."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(location()).replace("%", "%%"))
    return made


def create(path: Path) -> None:
    """A new database where nothing is. It appears whole or not at all; losing a race to another process is no error.

    It is made in memory, so that a kill leaves nothing half-made behind.
    """
    data = fresh(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft(path) as made:
            made.write_bytes(data)
            place(made, path)
    except OSError as error:
        raise StoreError(f"cannot make {path}: {error.strerror}", path=path, code="unwritable") from error


def fresh(path: Path) -> bytes:
    """An empty database, made once in a process; `path` is what a failure tells of."""
    known = (location(), identity.HEAD)
    if known not in _MADE:
        _MADE[known] = _run(None, path)
    return _MADE[known]


def upgrade(path: Path) -> Path | None:
    """Bring a database of ours to HEAD; gives the backup that was made first, None if there was nothing to do."""
    identity.verify_file(path)
    with plainly(path), closing(connect.looking(path)) as connection:
        version = identity.revision(connection, path)
        if version == identity.HEAD:
            return None
    copy = _backup(path, version)
    _run(path, path)
    return copy


def _run(file: Path | None, path: Path) -> bytes:
    """Every pending migration in one transaction, its foreign keys checked at its end; the bytes of one in memory."""
    from sqlalchemy.exc import DBAPIError

    from timeline.store.engine import engine

    made = engine(file, migrating=True)
    try:
        with ONE_AT_A_TIME, made.begin() as connection:
            to_head(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                sentence = f"{path} would lose {len(broken)} references; it is as it was"
                raise StoreError(sentence, path=path, code="damaged")
        return b"" if file else _bytes(made)
    except DBAPIError as error:
        raise trouble(error.orig or error, path) from error
    finally:
        made.dispose()


def to_head(connection: Connection) -> None:
    """Every pending migration, in a connection's transaction; saved queries, which are views, stand aside meanwhile.

    Nothing where somebody was faster while this transaction waited for its turn: others may have begun to write.
    """
    from alembic import command
    from alembic.runtime.migration import MigrationContext

    from timeline.store.dialect import dialect
    from timeline.store.saved import park, restore
    from timeline.store.seal import fill

    if MigrationContext.configure(connection).get_current_revision() == identity.HEAD:
        return
    settings = config()
    settings.attributes["connection"] = connection
    park(connection)
    command.upgrade(settings, "head")
    fill(connection)
    dialect(connection).complete_text(connection)
    restore(connection)


def _bytes(made: Engine) -> bytes:
    with made.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        connection.rollback()
        return raw.serialize()


def _backup(path: Path, version: str) -> Path:
    """A verified copy beside the database, `<name>.before-<revision>-was-<revision>.<n>`; never overwrites one."""
    stem = f"{path.name}.before-{identity.HEAD}-was-{version}"
    for number in count(1):
        copy = path.with_name(f"{stem}.{number}")
        try:
            backup(path, copy)
        except StoreError as error:  # of an earlier failure, or of another program that migrates at this moment
            if error.facts.get("code") != "exists":
                raise
        else:
            return copy
    raise AssertionError("numbers do not end")
