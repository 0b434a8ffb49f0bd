"""A user's SQL: it reads everything, it can do nothing else, and it ends in time."""

from __future__ import annotations

import ast
import hashlib
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.store.world import WORLD, link
from timeline.errors import InputError, StoreError
from timeline.store import Store, asking
from timeline.store.sql import ask

ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n)"


def answer(path: Path, sql: str, **parameters: object) -> list[tuple[object, ...]]:
    with ask(path, sql, parameters, seconds=10) as found:
        return list(found.rows)


READS = (
    ("select 1 + 1", [(2,)]),
    ("select title from timeline where year = 1994;", [("A ceasefire was signed",)]),
    ("select title from timeline where date between '1994' and '1995'", [("A ceasefire was signed",)]),
    ("-- a remark\nselect count(*) from evidence /* more */", [(17,)]),
    ("select count(*) from event_text where event_text match 'agreement'", [(1,)]),
    ("select value, count(*) from timeline, json_each(actors) where value = 'Russia' group by 1", [("Russia", 2)]),
    ("select name from pragma_table_info('timeline') limit 2", [("id",), ("key",)]),
    ("with a as (select 3 as x) select x, x'00ff', null, 1.5, 'it''s' from a", [(3, b"\0\xff", None, 1.5, "it's")]),
    ('select "end" > start from evidence limit 1', [(1,)]),
    ('select \'say "yes"\' as "a ""b"""', [('say "yes"',)]),
    ("select cast(x'61ff00' as text)", [("a\ufffd\0",)]),
    ("values (1), (2)", [(1,), (2,)]),
    ("select max(salience) over (order by id) from timeline limit 1", [(1.0,)]),
)


@pytest.mark.parametrize(("sql", "rows"), READS, ids=lambda value: str(value)[:40])
def test_it_reads(world: Store, sql: str, rows: list[tuple[object, ...]]) -> None:
    assert answer(world.path, sql) == rows


def test_no_column_hides_another_of_its_name(world: Store) -> None:
    with ask(world.path, 'select 1 as a, 2 as a, 3 as "a:1", 4 as a') as found:
        assert found.columns == ("a", "a:1", "a:1:1", "a:2")


def test_columns_and_parameters(world: Store) -> None:
    sql = 'select date as "when", title from timeline where year = :y and kind = :k'
    with world.sql(sql, {"y": "1994", "k": "point"}) as found:
        assert found.columns == ("when", "title")
        assert list(found.rows) == [("1994-01-01", "A ceasefire was signed")]
    assert answer(world.path, "select :a, :b, :c", a=1.5, b=None, c=b"\0") == [(1.5, None, b"\0")]
    with pytest.raises(InputError, match=":missing"):
        answer(world.path, "select :missing")
    with pytest.raises(InputError, match="text or a number"):
        answer(world.path, "select :a", a=[1])


def test_what_is_done_with_the_rows_takes_time_too(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with ask(world.path, f"{ENDLESS} select x from n", seconds=5) as found:
        rows = found.prompt()
        assert next(rows) == (1,)
        monkeypatch.setattr(time, "process_time", lambda: 1e9)
        with pytest.raises(InputError, match="longer than 5 seconds"):
            list(rows)


WRONG = (
    ("", "no query"),
    (" ;\n", "no query"),
    ("-- only a remark", "not right"),
    ("selekt 1", "syntax error"),
    ("select * from nobody", "no such table: nobody"),
    ("select 1; select 2", "one statement"),
    ('select "colour" from timeline', "no such column: colour; a text stands in 'single quotes'"),
    ('select title from timeline order by "colour"', "no such column: colour"),
    ('select title from timeline where status = "planned"', "no such column: planned"),
    ('explain select "colour"', "no such column: colour"),
    ("select '\0'", "null character"),
    ("select abs(-9223372036854775808)", "integer overflow"),
    ("select json_extract('{', '$')", "malformed JSON"),
)


@pytest.mark.parametrize(("sql", "sentence"), WRONG, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_told(world: Store, sql: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        answer(world.path, sql)


WRITES = (
    "insert into event_year values (1, 1)",
    "insert or replace into property values ('a', 'b')",
    "with x as (select 1) insert into event_year select 1, 1 from x",
    "update event set title = 'x'",
    "update event set title = 'x' returning title",
    "delete from event",
    "delete from event returning *",
    "replace into property values ('a', 'b')",
    "create table t (a)",
    "create temp table t (a)",
    "create temporary table t as select * from timeline",
    "create table temp.t (a)",
    "create view v as select 1",
    "create temp view v as select 1",
    "create index i on event (title)",
    "create trigger g after insert on event begin select 1; end",
    "create temp trigger g after insert on event begin select 1; end",
    "create virtual table v using fts5(a)",
    "create virtual table temp.v using fts5(a)",
    "create virtual table temp.v using csv(filename='/etc/passwd')",
    "drop table event",
    "drop view timeline",
    "alter table event rename to e",
    "alter table event add column x",
    "alter table event drop column title",
    "attach 'new.db' as n",
    "attach ':memory:' as n",
    "attach 'file:new.db?mode=rwc' as n",
    "detach main",
    "vacuum",
    "vacuum into 'copy.db'",
    "reindex",
    "analyze",
    "begin",
    "begin immediate",
    "commit",
    "rollback",
    "savepoint s",
    "release s",
    "pragma query_only = off",
    "pragma writable_schema = on",
    "pragma journal_mode = wal",
    "pragma wal_checkpoint(truncate)",
    "pragma user_version = 3",
    "pragma application_id = 3",
    "pragma temp_store = file",
    "pragma temp_store_directory = '.'",
    "pragma trusted_schema = on",
    "pragma incremental_vacuum",
    "pragma optimize",
    "pragma mmap_size = 9999999999",
    "pragma cache_spill = 1",
    "select * from pragma_wal_checkpoint",
    "select * from pragma_journal_mode('wal')",
    "select load_extension('x.so')",
    "select fts3_tokenizer('simple')",
    "select fts5(null)",
    "select writefile('new.txt', 'x')",
    "select edit('x')",
    "select readfile('/etc/passwd')",
    "insert into event_text(event_text) values ('rebuild')",
    "insert into event_text(event_text) values ('delete-all')",
    "insert into event_text(event_text, rank) values ('integrity-check', 1)",
    "insert into event_text(title) values ('x')",
    "delete from event_text_data",
    "update sqlite_master set sql = ''",
    "delete from sqlite_sequence",
    "explain insert into property values ('a', 'b')",
    "explain query plan delete from event",
    "insert into property values ('a', 'b') on conflict (name) do update set value = 'x'",
    "update or ignore event set title = n.t from (select 'x' as t) as n",
    "update timeline set title = 'x'",
    "create table if not exists event (a)",
    "create index if not exists ix_event_year on event (year)",
    "create view if not exists timeline as select 1",
    "drop table if exists nothing",
    "insert into sqlite_schema values ('table', 'a', 'a', 0, 'create table a (b)')",
    "insert into sqlite_dbpage values (1, zeroblob(4096))",
    "insert into event_text(event_text, rank) values ('rank', 'bm25()')",
    "pragma main.\"locking_mode\" = 'exclusive'",
    "select * from pragma_locking_mode('exclusive')",
    "pragma hard_heap_limit = 1",
    "attach 'file:/etc/passwd?vfs=unix-none&mode=ro' as p",
    "select/**/\"LOAD_EXTENSION\"/**/('x', 'y')",
    "select (with t as materialized (select load_extension('x')) select * from t)",
    "select main.load_extension('x', 'y')",
    "select * from pragma_writable_schema(1)",
    "select * from pragma_query_only(0)",
    "select * from pragma_temp_store_directory('.')",
    "select * from pragma_optimize",
    "pragma recursive_triggers = on",
    "pragma encoding = 'UTF-16'",
    "insert into event_text(event_text) values ('optimize')",
    "insert into event_text(event_text, rank) values ('merge', 500)",
    "replace into document_told(document_told, rank) values ('pgsz', 64)",
    'attach "file:new.db?mode=rwc" as n',
    "attach x'6e65772e6462' as n",
    "attach '' as n",
    "detach temp",
    "explain attach 'new.db' as n",
    "explain pragma journal_mode = wal",
    "select 1;\0 drop table event",
    "select 1 /* ; */ ; delete from event",
    "/* select 1 */; delete from event",
    ".output new.txt",
    "insert into saved select 'a', 'b' returning name",
    "with gone as (delete from event returning *) select * from gone",
    'savepoint "a;b"',
    'create table "a\0b" (x)',
    "create virtual table v using dbstat",
    "create virtual table temp.v using fts5vocab(main, event_text, row)",
    "create trigger t instead of insert on timeline begin delete from event; end",
    "create unique index if not exists temp.i on event (id)",
    "select * from sqlite_dbpage",
    "select * from fsdir('/')",
    "select sqlite_rename_table(1, 2, 3, 4, 5, 6, 7)",
)


def test_there_are_enough_attempts() -> None:
    assert len(set(WRITES)) == len(WRITES) >= 60


@pytest.mark.parametrize("half", range(2))
def test_it_writes_nowhere(world_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, half: int) -> None:
    path = tmp_path / "x.db"
    shutil.copy(world_file, path)
    monkeypatch.chdir(tmp_path)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    for sql in WRITES[half::2]:
        with pytest.raises(InputError):
            answer(path, sql)
        assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"], sql
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


HEAVY = (
    f"{ENDLESS} select count(*) from n",
    f"{ENDLESS} select sum(x) over (order by x rows between unbounded preceding and unbounded following) from n",
    "select instr(hex(zeroblob(1000000)), hex(zeroblob(500000)) || '1')",
    "select count(*) from json_tree('[' || replace(hex(zeroblob(20000000)), '0', '[],') || '0]')",
    "select count(*) from evidence a, evidence b, evidence c, evidence d, evidence e, evidence f, evidence g",
    "select randomblob(900000000)",
    "select zeroblob(2000000000)",
    "select printf('%.*c', 900000000, 'x')",
    f"{ENDLESS} select group_concat(hex(zeroblob(1000000))) from n",
    f"{ENDLESS} select hex(zeroblob(1000000)) from n order by 1",
)


@pytest.mark.parametrize("sql", HEAVY, ids=lambda sql: sql[-40:])
def test_what_runs_away_is_stopped(world: Store, sql: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError, match=r"longer than 0\.5 seconds|more than 500 MB"):
        list(ask(world.path, sql, seconds=0.5).rows)
    assert time.monotonic() - began < 60  # far above the limit: that it ends at all


def test_rows_come_as_they_are_read_and_the_rest_is_left(world: Store) -> None:
    with ask(world.path, f"{ENDLESS} select x from n", seconds=5) as found:
        rows = found.rows
        assert [next(rows) for _ in range(1000)] == [(n,) for n in range(1, 1001)]
        child = found._child
    assert child.returncode is not None


def test_a_slow_reader_is_not_the_querys_fault(world: Store) -> None:
    with ask(world.path, f"{ENDLESS} select x, hex(zeroblob(1000)) from n limit 2000", seconds=0.3) as found:
        rows = found.rows
        next(rows)
        time.sleep(0.8)
        assert len(list(rows)) == 1999


def test_it_reads_while_somebody_writes(store: Store, path: Path) -> None:
    store.add(WORLD)
    store.relink(link)
    store.ledger.keep("add", {"title": "A bridge opened"})  # the log is in use
    assert answer(path, "select count(*) from timeline") == [(14,)]


def test_no_surroundings_reach_the_child(world: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sqlite3.py").write_text("raise SystemExit('not this one')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "sqlite3.py"))
    assert answer(world.path, "select 1") == [(1,)]


def test_a_damaged_database_is_no_fault_of_the_query(world_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    data = bytearray(world_file.read_bytes())
    data[4096 * 3 :] = os.urandom(len(data) - 4096 * 3)
    path.write_bytes(bytes(data))
    with pytest.raises(StoreError):
        answer(path, "select group_concat(text) from document")


def test_the_child_needs_the_standard_library_alone() -> None:
    tree = ast.parse(Path(asking.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names
