"""Bringing a database to the program's schema: whole or not at all, a backup first, others left untouched."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.migrations.conftest import Later
from tests.store.world import WORLD, link
from timeline.errors import StoreError
from timeline.store import Filter, Store, identity, migrate
from timeline.store.backup import backup
from timeline.store.engine import engine


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [line for line in connection.iterdump() if "alembic_version" not in line]


def names(path: Path) -> list[str]:
    return sorted(entry.name for entry in path.parent.iterdir())


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_older_database_is_brought_up_with_a_backup(filled: Path, later: Later) -> None:
    before, bytes_before = content(filled), sha(filled)
    later("op.create_table('later', sa.Column('a', sa.Integer))\nop.execute('INSERT INTO later VALUES (7)')")
    with pytest.raises(StoreError, match="timeline migrate") as caught:
        Store.open(filled)
    assert caught.value.facts["code"] == "older"
    assert sha(filled) == bytes_before
    backup = migrate.upgrade(filled)
    assert backup is not None
    assert names(filled) == ["x.db", backup.name]
    assert content(backup) == before
    added = [line for line in content(filled) if line not in before]
    assert added == ["CREATE TABLE later (\n\ta INTEGER\n);", 'INSERT INTO "later" VALUES(7);']
    assert migrate.upgrade(filled) is None
    with Store.open(filled) as found:
        assert found.count() == 13
        assert found.check() == []


def test_writing_brings_an_older_database_up(filled: Path, later: Later) -> None:
    later("op.create_table('later', sa.Column('a', sa.Integer))")
    with Store.open(filled, create=True) as opened:
        opened.add(WORLD)
        assert opened.count() == 13
    assert len(names(filled)) == 2


def test_two_backups_do_not_overwrite_each_other(filled: Path, later: Later) -> None:
    later("raise RuntimeError('power cut')")
    for _ in range(2):
        with pytest.raises(RuntimeError):
            migrate.upgrade(filled)
    assert len(names(filled)) == 3


def test_of_two_programs_that_migrate_at_once_each_has_a_backup(
    filled: Path, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raced(path: Path, target: Path) -> None:
        if len(names(filled)) == 1:  # the other one is as fast
            backup(path, target)
        backup(path, target)

    monkeypatch.setattr(migrate, "backup", raced)
    later("op.create_table('later', sa.Column('a', sa.Integer))")
    made = migrate.upgrade(filled)
    assert made is not None
    assert made.name.endswith(".2")
    assert len(names(filled)) == 3


FAILURES = (
    "op.create_table('half', sa.Column('a', sa.Integer))\nop.execute('UPDATE event SET title = 1')\nraise RuntimeError",
    "op.add_column('event', sa.Column('half', sa.Text))\nop.execute('SELECT * FROM nowhere')",
    "op.execute('DROP VIEW timeline')\nop.execute(\"DELETE FROM document WHERE uri = 'a.txt'\")",
    "op.execute('DROP TABLE event_text')\nop.execute('INSERT INTO property VALUES (NULL, NULL)')",
)


@pytest.mark.parametrize("body", FAILURES, ids=lambda body: body[:40])
def test_a_failure_leaves_every_byte_as_it_was(filled: Path, later: Later, body: str) -> None:
    before = sha(filled)
    later(body)
    with pytest.raises((RuntimeError, StoreError, IntegrityError)):
        migrate.upgrade(filled)
    assert sha(filled) == before
    assert [name for name in names(filled) if "before-" not in name] == ["x.db"]


def test_rebuilding_a_table_keeps_its_children(filled: Path, later: Later) -> None:
    with Store.open(filled) as found:
        before = found.digest()
    column = "batch.alter_column('title', existing_type=sa.Text(), nullable=True)"
    later(f"with op.batch_alter_table('document', recreate='always') as batch:\n    {column}")
    migrate.upgrade(filled)
    with Store.open(filled) as found:
        assert found.digest() == before


def made_of(path: Path) -> dict[tuple[str, str], list[str]]:
    """Tables, views, indexes, triggers: the words of each, whatever their order."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return {(kind, name): sorted(sql.replace('"', "").replace(",", " ").split()) for kind, name, sql in found}


def test_a_filled_database_becomes_what_a_fresh_one_is(filled: Path, later: Later, tmp_path: Path) -> None:
    """Rows, views, indexes, triggers, full-text index, after tables were rebuilt and a trigger was made."""
    with Store.open(filled) as store:
        store.saved.save("mills", {"match": "mill"})
    later(
        "with op.batch_alter_table('event', recreate='always') as batch:\n"
        "    batch.add_column(sa.Column('later', sa.Text))\n"
        "with op.batch_alter_table('claim', recreate='always') as batch:\n"
        "    batch.create_index('ix_claim_status', ['status'])\n"
        "op.execute('CREATE TRIGGER kept AFTER DELETE ON saved BEGIN SELECT 1; END')"
    )
    assert migrate.upgrade(filled) is not None
    fresh = tmp_path / "fresh" / "x.db"
    with Store.open(fresh, create=True) as store:
        store.add(WORLD)
        store.relink(link)
        store.saved.save("mills", {"match": "mill"})
        digest = store.digest()
        found = [event.title for event in store.events(Filter.of(match="agreement"))]
    assert made_of(filled) == made_of(fresh)
    with Store.open(filled) as store:
        assert store.digest() == digest
        assert [event.title for event in store.events(Filter.of(match="agreement"))] == found != []
        assert store.check() == []


def test_a_new_database_that_fails_is_not_there(tmp_path: Path, later: Later) -> None:
    later("raise RuntimeError('half-way')")
    path = tmp_path / "new" / "x.db"
    with pytest.raises(RuntimeError):
        migrate.create(path)
    assert not path.parent.exists()


def test_creating_never_replaces(filled: Path) -> None:
    before = sha(filled)
    migrate.create(filled)
    assert sha(filled) == before
    assert names(filled) == ["x.db"]


def test_a_disk_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    for _ in range(2):
        migrate.create(tmp_path / "x.db")
        assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def make_and_add(path: Path, number: int) -> None:
    with Store.open(path, create=True) as made:
        made.add([WORLD[number % 3]])


def test_four_processes_make_one_new_database(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.db"
    spawn = multiprocessing.get_context("spawn")
    four = [spawn.Process(target=make_and_add, args=(path, number)) for number in range(4)]
    for process in four:
        process.start()
    for process in four:
        process.join(60)
    assert [process.exitcode for process in four] == [0] * 4
    with Store.open(path, create=True) as made:
        made.relink(link)
        assert made.counts()["documents"] == 3
        assert made.check() == []
    assert [entry.name for entry in path.parent.iterdir()] == ["x.db"]


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")
        connection.commit()


def newer(path: Path) -> None:
    migrate.create(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()


def someone_elses_alembic(path: Path) -> None:
    newer(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 1")


def without_version(path: Path) -> None:
    migrate.create(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE alembic_version")


def torn(path: Path) -> None:
    migrate.create(path)
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\x5a" * 3996
    path.write_bytes(bytes(data))


REFUSED = {
    "foreign": (foreign, "another program"),
    "newer": (newer, "newer timeline"),
    "someone else's alembic": (someone_elses_alembic, "another program"),
    "without version": (without_version, "no schema version"),
    "torn": (torn, "damaged|cannot be used|not a timeline"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "text": (lambda path: path.write_text("dear diary", encoding="utf-8"), "not a timeline database"),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\0"), "damaged|not a timeline"),
    "folder": (lambda path: path.mkdir(), "is a folder"),
}


@pytest.mark.parametrize("kind", REFUSED)
@pytest.mark.parametrize("create", [False, True])
def test_what_is_not_ours_is_refused_and_untouched(tmp_path: Path, kind: str, create: bool) -> None:
    prepare, sentence = REFUSED[kind]
    path = tmp_path / "x.db"
    prepare(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=sentence):
        Store.open(path, create=create)
    with pytest.raises(StoreError, match=sentence):
        migrate.upgrade(path)
    assert names(path) == ["x.db"]
    assert not path.is_file() or path.read_bytes() == before


def test_a_missing_database_is_missed(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        Store.open(tmp_path / "x.db")
    assert list(tmp_path.iterdir()) == []


def test_where_the_migrations_are() -> None:
    assert migrate.location() == Path(__file__).parents[2] / "migrations"
    assert identity.REVISIONS[-1] == identity.HEAD


def test_who_comes_second_makes_nothing_anew(tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    migrate.create(path)
    made = engine(path, migrating=True)
    with made.begin() as connection:
        connection.exec_driver_sql("INSERT INTO seal VALUES ('document', 'of another writer', 1)")
        migrate.to_head(connection)
        assert connection.exec_driver_sql("SELECT count(*) FROM seal").scalar() == 1
    made.dispose()
