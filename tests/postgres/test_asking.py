"""A user's SQL reads and does nothing else, under the owner, under one who may everything, under one who may read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.postgres.conftest import Cluster, Twins
from timeline.errors import InputError, TimelineError
from timeline.store import Store

ATTEMPTS = (
    "delete from event",
    "insert into saved values ('a', 'b')",
    "update property set value = '1'",
    "with gone as (delete from event returning 1) select * from gone",
    "with new as (insert into saved values ('a', 'b') returning 1) select * from new",
    "create table escaped (a int)",
    "create temp table escaped (a int)",
    "select * into escaped from timeline",
    "create view escaped as select 1",
    "drop view timeline",
    "truncate event",
    "copy event to program 'touch {file}'",
    "copy (select 1) to '{file}'",
    "copy saved from program 'echo a'",
    "do $$ begin perform 1; end $$",
    "do language plpgsql 'begin delete from event; end'",
    "create function escaped() returns int language sql as 'select 1'",
    "create extension dblink",
    "alter system set work_mem = '1GB'",
    "set local statement_timeout = 0",
    "select * from dblink('dbname=postgres', 'delete from event') as t(a int)",
    "select ts_stat('delete from event returning title')",
    "select cursor_to_xml('answer', 1, true, true, '')",
    "select array(select pg_advisory_lock(2))",
    "select case when true then pg_sleep(60) end",
    "values (pg_sleep(60))",
    "select pg_export_snapshot()",
    "select setseed(0.5)",
    "select count(*) from event tablesample system (100) repeatable (pg_sleep(60))",
    "set role root",
    "set session authorization root",
    "set transaction read write",
    "set default_transaction_read_only = off",
    "reset role",
    "begin; delete from event; commit",
    "commit",
    "rollback; delete from event",
    "select 1; delete from event",
    "select 1; commit; delete from event",
    "explain select 1; delete from event",
    "explain analyze delete from event",
    "explain (analyze) insert into saved values ('a', 'b')",
    "explain (analyze, buffers) create table escaped as select 1",
    "explain analyze verbose select * into escaped from event",
    "explain /* ( */ analyze create materialized view escaped as select 1",
    "explain (select 1) union select nextval('event_id_seq')",
    "select * from event for update",
    "select * from event for key share skip locked",
    "with locked as (select * from event for no key update) select * from locked",
    "(select * from event) for share",
    "table event for update",
    "lock table event",
    "vacuum",
    "analyze event",
    "call nothing()",
    "execute nothing",
    "prepare p as delete from event",
    "listen a",
    "notify a",
    "load 'nothing'",
    "grant select on event to public",
    "alter table event add column a int",
    "comment on table event is 'escaped'",
    "select nextval('event_id_seq')",
    "select setval('event_id_seq', 1)",
    "select set_config('transaction_read_only', 'off', false)",
    "select set_config('statement_timeout', '0', false)",
    "select pg_read_file('/etc/passwd')",
    "select \"pg_read_file\"('/etc/passwd')",
    "select PG_READ_FILE('/etc/passwd')",
    "select pg_catalog . pg_read_file('/etc/passwd')",
    "select pg_catalog.\"pg_read_file\"/* */('/etc/passwd')",
    "select U&\"pg!005fread!005ffile\" UESCAPE '!' ('/etc/passwd')",
    "select $$'$$, pg_read_file('/etc/passwd'), $$'$$",
    "select $a1$'$a1$, pg_read_file('/etc/passwd') --'",
    "select a.*, pg_read_file('/etc/passwd'), a.* from (select 1 as \"\u20ac$$\") as a group by \u20ac$$",
    "select e'\\'', pg_read_file('/etc/passwd'), e'\\''",
    "select e'a'\n'\\'', pg_read_file('/etc/passwd'), '\\''",
    "select 1 /* /* */ '*/, pg_read_file('/etc/passwd') -- '*/",
    "select 1 -- '\r, pg_read_file('/etc/passwd') -- '",
    "select $:a$ ' $:a$, pg_read_file('/etc/passwd') -- '",
    "select * from rows from (pg_ls_dir('/')) as r",
    "select pg_ls_dir('/')",
    "select lo_export(lo_from_bytea(0, 'a'), '{file}')",
    "select lo_create(0)",
    "select lo_import('/etc/passwd')",
    "copy (select 1) to program 'touch {file}'",
    "select lo_get(1)",
    "select pg_terminate_backend(pid) from pg_stat_activity",
    "select pg_advisory_lock(1)",
    "select pg_reload_conf()",
    "select pg_notify('a', 'b')",
    "select pg_sleep(60)",
    "select query_to_xml('delete from event', true, true, '')",
    "select * from pg_stat_file('/etc/passwd')",
    "select * from (select 1) as a, lateral pg_read_file('/etc/passwd')",
    "declare c cursor for select 1",
    "fetch all from answer",
    "close answer",
    "discard all",
    "checkpoint",
    "select 1 \\gexec",
)


ROLES = ("owner", "reader", "root")


@pytest.fixture(params=ROLES)
def asked(request: pytest.FixtureRequest, seeded: Twins, cluster: Cluster) -> str:
    """The URL of each kind of role."""
    return cluster.reader(seeded.name) if request.param == "reader" else cluster.url(seeded.name, request.param)


def test_no_attempt_does_anything(asked: str, seeded: Twins, tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    file = tmp_path / "escaped"
    with Store.open(seeded.url) as watching:
        before = watching.digest()
        with Store.open(asked) as store:
            for attempt in ATTEMPTS[next(n for n, role in enumerate(ROLES) if role in asked) :: len(ROLES)]:
                with pytest.raises(InputError):
                    list(store.sql(attempt.replace("{file}", str(file)), {"a": "x"}, seconds=5).rows)
        assert watching.digest() == before
    assert not file.exists()


def test_what_is_a_query_is_answered(seeded: Twins, cluster: Cluster) -> None:
    with Store.open(cluster.reader(seeded.name)) as store:
        for query, rows in (
            ("select 1 as one, 'a;b' as two, $$c;d$$ as three -- a remark; no more\n;", [(1, "a;b", "c;d")]),
            ("(select 'delete from event')", [("delete from event",)]),
            ("values (1, 'two'), (3, null)", [(1, "two"), (3, None)]),
            ("with n as (select 1 as a) select a from n", [(1,)]),
            ("select :a || :b, :a, '::text :c', 5 % 2", [("xy", "x", "::text :c", 1)]),
            (
                "select true, false, null::bool, 1.5, 2.0, 10::numeric, 1e3::float8",
                [(1, 0, None, 1.5, 2.0, 10, 1000.0)],
            ),
            ("select '0044-03-15 BC'::date, 'infinity'::date, array[1, 2], '{}'::jsonb, 'a'::bytea", None),
            ("select random() < 2", [(1,)]),
            ("select e'a\\'b' || $x$ pg_sleep(1) ' $x$ /* pg_sleep(1) */ as \"pg sleep\"", [("a'b pg_sleep(1) ' ",)]),
        ):
            told = list(store.sql(query, {"a": "x", "b": "y"}).rows)
            assert rows is None or told == rows, query
        assert any("Seq Scan" in row[0] or "Scan" in row[0] for row in store.sql("explain select * from event").rows)


def test_limits_of_time_and_memory(asked: str) -> None:
    with Store.open(asked) as store:
        for query, told in (
            ("with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r", "longer than 1"),
            ("select count(*) from generate_series(1, 1000000000)", "longer than 1"),
            ("select repeat('x', 300000000)", "memory|longer than 1"),
        ):
            begun = time.monotonic()
            with pytest.raises(InputError, match=told):
                list(store.sql(query, seconds=1, megabytes=200).rows)
            assert time.monotonic() - begun < 20


def test_wrong_queries_are_told(seeded: Twins, cluster: Cluster) -> None:
    with Store.open(cluster.reader(seeded.name)) as store:
        for query, told in (
            ("selec", "syntax error"),
            ('select "nope" from timeline', "does not exist"),
            ("select :a", "value of :a"),
            ("select 1; select 2", "not right"),
            ("show all", "not right"),
        ):
            with pytest.raises(TimelineError, match=told):
                store.sql(query)


def test_nobody_is_left_on_the_server(seeded: Twins, cluster: Cluster) -> None:
    with Store.open(seeded.url) as store:
        answer = store.sql("select n from generate_series(1, 10000000) as n", seconds=60)
        assert next(answer.rows) == (1,)
        answer.close()
    for _ in range(100):
        (found,) = cluster.do(
            f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{seeded.name}' AND usename = 'owner'"
        )
        if found[0] == 0:
            return
        time.sleep(0.1)
    raise AssertionError(found)
