"""The migrations give the schema that the program thinks it has."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from timeline.store import identity, migrate
from timeline.store.dialect import TEXT_INDEXES, is_ours_to_compare
from timeline.store.engine import engine
from timeline.store.schema import metadata


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    migrate.create(tmp_path / "x.db")
    return tmp_path / "x.db"


def structure(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """(type, name) → SQL, without the layout of the text."""
    found = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'alembic%'")
    return {(kind, name): " ".join(sql.replace('"', "").split()) for kind, name, sql in found if "alembic" not in name}


def test_the_program_knows_every_revision() -> None:
    script = ScriptDirectory.from_config(migrate.config())
    revisions = [revision.revision for revision in script.walk_revisions()][::-1]
    assert tuple(revisions) == identity.REVISIONS
    assert script.get_current_head() == identity.HEAD
    names = sorted(path.name for path in (migrate.location() / "versions").glob("*.py"))
    assert [name.split("_")[0] for name in names] == revisions


def test_nothing_is_left_for_autogenerate(fresh: Path) -> None:
    made = engine(fresh)
    with made.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_ours_to_compare})
        assert compare_metadata(context, metadata) == []
    made.dispose()


def test_tables_are_those_of_the_metadata_to_the_letter(fresh: Path) -> None:
    made = create_engine("sqlite://")
    metadata.create_all(made)
    with closing(sqlite3.connect(fresh)) as migrated, made.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        expected, found = structure(raw), structure(migrated)
    made.dispose()
    tables = {
        key: sql for key, sql in found.items() if key[0] in ("table", "index") and not key[1].startswith(TEXT_INDEXES)
    }
    assert tables.keys() == expected.keys()
    for key, sql in expected.items():
        assert sorted(re.split(r",? ", tables[key])) == sorted(re.split(r",? ", sql)), key


def test_the_public_views(fresh: Path) -> None:
    with closing(sqlite3.connect(fresh)) as connection:
        assert {name for kind, name in structure(connection) if kind == "view"} == {
            *("timeline", "evidence", "disputed", "event_text_source", "document_told_source")
        }
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    assert application_id == identity.APPLICATION_ID


def test_every_foreign_key_has_an_index_or_goes_with_its_table(fresh: Path) -> None:
    """So that deleting one document never scans a table."""
    rebuilt_whole = {("event_entity", "event_id"), ("event_source", "event_id"), ("entity_alias", "entity_id")}
    with closing(sqlite3.connect(fresh)) as connection:
        for table in metadata.tables:
            for key in connection.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                column = key[3]
                plan = connection.execute(f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = 1").fetchall()
                assert "SEARCH" in plan[0][3] or (table, column) in rebuilt_whole, (table, column, plan)


def test_down_to_nothing_and_up_again(fresh: Path) -> None:
    with closing(sqlite3.connect(fresh)) as connection:
        before = structure(connection)
    settings = migrate.config()
    for target in (command.downgrade, command.upgrade):
        made = engine(fresh, migrating=True)
        with made.begin() as connection_:
            settings.attributes["connection"] = connection_
            target(settings, "base" if target is command.downgrade else "head")
        made.dispose()
        with closing(sqlite3.connect(fresh)) as connection:
            expected = {} if target is command.downgrade else before
            assert structure(connection) == expected
