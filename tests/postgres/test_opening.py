"""Whose database it is, whether it can be reached, and that a password is never printed."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import timeline
from tests.postgres.conftest import PASSWORD, ROOT, Cluster, Twins, program
from timeline.errors import InputError, StoreError
from timeline.store import Store
from timeline.store.postgres.address import Address, masked

PROGRAM = [sys.executable, "-m", "timeline"]


def test_nothing_is_there_yet(url: str) -> None:
    for command in (["show"], ["event", "a"], ["sql", "select 1"], ["check"], ["link"], ["backup", "x.db"]):
        ran = program("--db", url, *command)
        assert (ran.code, "timeline add" in ran.err) == (1, True), command
    with Store.open(url, create=True) as store:
        assert not store.exists
        assert store.counts()["documents"] == 0  # asking makes it, as with a file
        assert store.exists
    assert program("--db", url, "migrate").err.endswith("is up to date\n")


def test_other_peoples_tables_are_left_alone(url: str, cluster: Cluster) -> None:
    name = url.partition("?")[0].rpartition("/")[2]
    cluster.do("CREATE TABLE event (id int)", database=name, role="owner")
    for command in (["show"], ["add", str(ROOT / "seeds")], ["migrate"], ["check"]):
        ran = program("--db", url, *command)
        assert (ran.code, "another program" in ran.err) == (1, True), command
    assert cluster.do("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", database=name) == [(1,)]


def test_a_newer_or_older_one_is_told(url: str, cluster: Cluster) -> None:
    name = url.partition("?")[0].rpartition("/")[2]
    assert program("--db", url, "migrate").code == 0
    cluster.do("UPDATE alembic_version SET version_num = 'zz99'", database=name, role="owner")
    ran = program("--db", url, "show")
    assert (ran.code, "newer timeline" in ran.err) == (1, True)


def test_two_programs_share_a_database_by_schema(url: str, cluster: Cluster) -> None:
    name = url.partition("?")[0].rpartition("/")[2]
    cluster.do("CREATE SCHEMA other", database=name, role="owner")
    there = f"{url}&options=-csearch_path%3Dother"
    assert program("--db", there, "add", ROOT / "seeds", "-q").code == 0
    assert program("--db", there, "check").code == 0
    assert program("--db", there, "sql", "select count(*) from timeline").code == 0
    assert program("--db", url, "show").code == 1


def test_the_tables_are_those_of_the_schema(url: str) -> None:
    from alembic import command
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from timeline.store.dialect import is_ours_to_compare
    from timeline.store.migrate import config
    from timeline.store.postgres.engine import engine
    from timeline.store.schema import metadata

    assert program("--db", url, "migrate").code == 0
    made = engine(Address.of(url), migrating=True)
    with made.begin() as connection:
        options = {"include_object": is_ours_to_compare, "compare_type": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    settings = config()
    with made.begin() as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, "base")
        sql = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relname !~ 'alembic'"
        assert connection.exec_driver_sql(sql).all() == []
    made.dispose()


@pytest.mark.parametrize("scheme", ["postgresql", "postgres", "postgresql+psycopg"])
def test_every_spelling_of_the_scheme(seeded: Twins, scheme: str) -> None:
    assert program("--db", seeded.url.replace("postgresql+psycopg", scheme), "show").code == 0


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://ann:secret@host/db", "there is no way to use mysql://ann:***@host/db"),
        ("postgresql://ann:secret@nowhere.invalid/db", "cannot be opened"),
        ("postgresql://ann:secret@127.0.0.1:1/db", "cannot be opened"),
        ("postgresql://ann:secret@[::1/db", "no URL that can be read"),
        ("postgresql://ann:secret@host:port/db", "URL that can be read|cannot be opened"),
        ("postgresql://ann:sec%zzret@host/db", "no URL that can be read"),
        ("postgresql://ann@host:1/db?password=secret&hostt=1", "no URL that can be read"),
    ],
)
@pytest.mark.parametrize("debug", [(), ("--debug",)], ids=["plain", "debug"])
def test_an_address_that_leads_nowhere(url: str, told: str, debug: tuple[str, ...]) -> None:
    for command in (["show"], ["sql", "select 1"], ["add", "x"], ["migrate"]):
        ran = subprocess.run([*PROGRAM, "--db", url, *debug, *command], capture_output=True, text=True, check=False)
        assert ran.returncode == 1
        assert "sec" not in ran.stdout + ran.stderr
        assert debug or any(part in ran.stderr for part in told.split("|")), ran.stderr
        assert debug or ran.stderr.count("\n") == 1
        if command == ["show"] and "127.0.0.1" not in url:
            break


def test_no_password_is_ever_printed(seeded: Twins, cluster: Cluster, tmp_path: Path) -> None:
    wrong = cluster.url(seeded.name, password="wr0ng!pw")
    gone = cluster.url("nothing_there")
    runs = [
        program("--db", seeded.url, *command)
        for command in (
            *(["show"], ["stats"], ["check"], ["migrate"], ["event", "zz"], ["sql", "selec"], ["sql", "select 1/0"]),
            *(["add", "nothing.txt", "--dry-run"], ["backup", str(tmp_path / "b.db")], ["--debug", "event", "zz"]),
        )
    ]
    runs += [program("--db", url, *flags, "show") for url in (wrong, gone) for flags in ([], ["--debug"])]
    for ran in runs:
        for secret in (PASSWORD, seeded.url.partition("owner:")[2].partition("@/")[0], "wr0ng"):
            assert secret not in ran.out + ran.err
    assert any("***" in ran.err for ran in runs)
    assert "password authentication failed" in runs[-4].err
    assert "createdb" in runs[-2].err


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ann:a@b:c@host/db", "postgresql://ann:***@host/db"),
        ("postgresql://ann@host/db", "postgresql://ann@host/db"),
        ("postgresql://host/db", "postgresql://host/db"),
        ("postgresql://host/db?user=ann&password=x", "postgresql://host/db?user=ann&password=***"),
        ("postgresql://:x@host/db", "postgresql://:***@host/db"),
        ("postgresql://ann:pa/ss@host/db", "postgresql://ann:***@host/db"),
    ],
)
def test_masking(url: str, shown: str) -> None:
    assert masked(url) == shown
    assert f"{Address(url)} {Address(url)!r}" == f"Address({shown!r}) Address({shown!r})"


def test_the_library(url: str) -> None:
    with timeline.open(url) as tl:
        assert tl.add(ROOT / "seeds").documents == 5
        assert tl.store.name == masked(url)
        assert len(list(tl.events(since="1990", actor="Armenia"))) > 3
        assert tl.sql("select count(*) as n from timeline where disputed") == [{"n": 1}]
        with pytest.raises(StoreError, match="no file"):
            assert tl.store.path
        with pytest.raises(InputError):
            tl.sql("delete from event")


def test_a_changed_text_is_found(url: str, cluster: Cluster) -> None:
    name = url.partition("?")[0].rpartition("/")[2]
    assert program("--db", url, "add", ROOT / "seeds", "-q").code == 0
    for statement, code in (
        ("UPDATE document SET text = overlay(text placing 'X' from 30 for 1) WHERE id = 1", "not what was read"),
        ("UPDATE event_text SET told = ' other ' WHERE id = 1", "full-text index"),
        ("DELETE FROM event_claim WHERE claim_id = 1", "claims without an event"),
        ("UPDATE decision SET why = 'x'; UPDATE property SET value = '3' WHERE name = 'dated'", "dated events"),
    ):
        cluster.do(statement, database=name, role="owner")
        ran = program("--db", url, "check", "--deep")
        assert (ran.code, code in ran.err) == (1, True), ran.err


def test_without_the_driver_the_extra_is_named(url: str) -> None:
    program_text = (
        "import sys; sys.modules['psycopg'] = None\n"
        f"from timeline.cli import run; sys.exit(run(['--db', {url!r}, 'show']))"
    )
    ran = subprocess.run([sys.executable, "-c", program_text], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "timeline-db[postgres]" in ran.stderr


def test_a_file_needs_none_of_it(seeded: Twins) -> None:
    text = (
        f"import sys; from timeline.cli import run; code = run(['--db', {seeded.file!r}, 'show']); "
        "heavy = [name for name in sys.modules if 'psycopg' in name or 'postgres' in name or 'sqlalchemy' in name]; "
        "sys.stderr.write(repr(heavy)); sys.exit(code)"
    )
    ran = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert ran.stderr.endswith("[]")
    assert ran.stdout


def _apart(answer: Coroutine[Any, Any, Any]) -> Any:
    """In a thread of its own: the browser's tests may have a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, answer).result()


def test_serving_through_a_role_that_can_only_read(seeded: Twins, cluster: Cluster) -> None:
    pytest.importorskip("datasette")

    import httpx

    from timeline.library.served import serving

    async def get(application: object, path: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=application)  # type: ignore[arg-type]
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path)

    with serving(cluster.reader(seeded.name)) as application:
        for path in ("/", "/timeline/timeline?_facet=year", "/-/timeline", "/timeline/evidence"):
            page = _apart(get(application, path))
            assert page.status_code == 200, path
            assert "s3:cr" not in page.text
        assert "Nagorno-Karabakh" in page.text
