"""Schemas of earlier releases on a server: each, filled, becomes what a fresh one is; a failure leaves it as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command

from tests.migrations.conftest import Later, later
from tests.migrations.released import REVISIONS, unpack
from tests.postgres.conftest import Cluster, program
from timeline.errors import StoreError
from timeline.store import Store, identity, migrate
from timeline.store.dialect import inserting
from timeline.store.postgres import text
from timeline.store.postgres.address import Address
from timeline.store.schema import metadata

__all__ = ["later"]


def settle(url: str, revision: str, file: Path) -> None:
    """A database of that schema with what the file holds."""
    from timeline.store.postgres.engine import engine

    settings = migrate.config()
    with closing(sqlite3.connect(file)) as source:
        made = engine(Address.of(url), migrating=True)
        with made.begin() as connection:
            settings.attributes["connection"] = connection
            command.upgrade(settings, revision)
            there = {name for (name,) in source.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            for table in metadata.sorted_tables:
                rows = source.execute(f'SELECT * FROM "{table.name}"').fetchall() if table.name in there else []
                if rows:
                    connection.exec_driver_sql(inserting(table), rows)
            text._keep(connection, "event_text", text.events(text._streamed(connection, text.EVENTS)))
            for (name,) in source.execute("SELECT name FROM saved"):  # as that program defined them, whatever it was
                connection.exec_driver_sql(f'CREATE VIEW "{name}" AS SELECT * FROM timeline')
        made.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_filled_database_of_every_released_schema(url: str, revision: str, tmp_path: Path) -> None:
    file = tmp_path / "x.db"
    unpack(revision, file)
    settle(url, revision, file)
    ran = program("--db", url, "show")
    assert ran.code == 1
    assert f"(schema {revision}); `timeline migrate`" in ran.err
    assert program("--db", url, "migrate").code == 0
    migrate.upgrade(file)
    with Store.open(url) as server, Store.open(file) as became:
        assert server.check() == []
        assert server.digest() == became.digest()
        with (
            server.sql("select id, marks from event order by id") as one,
            became.sql("select id, marks from event order by id") as other,
        ):
            assert list(one.rows) == list(other.rows)


def test_a_migration_that_fails_on_a_server_leaves_it_as_it_was(
    url: str, tmp_path: Path, later: Later, cluster: Cluster
) -> None:
    file = tmp_path / "x.db"
    unpack(REVISIONS[0], file)
    settle(url, REVISIONS[0], file)
    name = url.partition("?")[0].rpartition("/")[2]
    rows = "SELECT count(*), max(marks) FROM event"
    before = cluster.do(rows, database=name)
    half = "op.create_table('half', sa.Column('a', sa.Integer))\nop.execute('DELETE FROM event')"
    later(f"{half}\nop.execute('SELECT * FROM nowhere')")
    with pytest.raises(StoreError, match="nowhere"), Store.open(url, create=True):
        pass
    assert cluster.do(rows, database=name) == before
    assert cluster.do("SELECT version_num FROM alembic_version", database=name) == [(REVISIONS[0],)]
    assert cluster.do("SELECT to_regclass('half'), to_regclass('source')", database=name) == [(None, None)]
    assert identity.HEAD == "9001"
