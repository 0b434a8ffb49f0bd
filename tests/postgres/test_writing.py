"""Many who write at once, who are killed, who may not write."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.postgres.conftest import PASSWORD, ROOT, Cluster, program
from tests.store.world import WORLD, link, outcome
from timeline.errors import StoreError
from timeline.store import Filter, Store

PROGRAM = [sys.executable, "-m", "timeline"]
FILES = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))


def content(database: str) -> str:
    with Store.open(database) as store:
        assert not store.stale
        return store.digest()


def test_four_adds_at_once_are_as_one(cluster: Cluster, tmp_path: Path) -> None:
    assert program("--db", tmp_path / "one.db", "add", *FILES, "-q").code == 0
    url = cluster.url(cluster.database())
    parts = [FILES[:2], FILES[2:3], FILES[3:], FILES[1:4]]
    adding = [
        subprocess.Popen([*PROGRAM, "--db", url, "add", *part, "-q"], stderr=subprocess.PIPE, text=True)
        for part in parts
    ]
    told = [process.communicate(timeout=120)[1] for process in adding]
    assert [process.returncode for process in adding] == [0] * 4, told
    assert content(url) == content(str(tmp_path / "one.db"))
    assert program("--db", url, "check").code == 0


def test_whoever_is_killed_leaves_it_whole(url: str, tmp_path: Path) -> None:
    assert program("--db", url, "add", FILES[0], "-q").code == 0
    for pause in (0.3, 0.6, 0.9, 1.2, 1.6, 2.0):
        with subprocess.Popen([*PROGRAM, "--db", url, "add", *FILES[1:], "-q"], stderr=subprocess.DEVNULL) as adding:
            time.sleep(pause)
            adding.send_signal(signal.SIGKILL)
        found = program("--db", url, "check")
        assert found.code == 0 or "run `timeline link`" in found.err, found.err
    assert program("--db", url, "add", *FILES, "-q").code == 0
    assert program("--db", tmp_path / "one.db", "add", *FILES, "-q").code == 0
    assert program("--db", url, "link").code == 0
    assert content(url) == content(str(tmp_path / "one.db"))


SECONDS = os.environ.get("TIMELINE_SERVER_CROWD_SECONDS", "4")


def test_a_crowd_some_of_whom_are_killed(url: str, tmp_path: Path) -> None:
    """Nothing that was told to be stored is lost, whoever is killed at whatever moment."""
    with Store.open(url, create=True) as store:
        store.add(WORLD)
        store.relink(link)

    def member(kind: str, name: str, seconds: str = SECONDS) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.postgres.crowd", kind, url, seconds, name, str(tmp_path)]
        return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)

    crowd = [member(kind, f"{kind}{number}") for kind in ("write", "read") for number in range(2)]
    dice = random.Random(7)
    ends: list[int] = []
    until = time.monotonic() + float(SECONDS)
    while time.monotonic() < until:
        with member("write", f"killed{len(ends)}", "600") as killed:
            while not (tmp_path / f"killed{len(ends)}").exists() and killed.poll() is None:
                time.sleep(0.01)
            time.sleep(dice.uniform(0, 0.5))
            killed.kill()
        ends.append(killed.returncode)
    said = [one.communicate(timeout=120)[1] for one in crowd]
    assert [one.returncode for one in crowd] == [0] * 4, said
    assert set(ends) == {-signal.SIGKILL}
    told = {uri for path in tmp_path.iterdir() for uri in path.read_text(encoding="utf-8").split()}
    with Store.open(url, create=True) as store:
        store.relink(link)
        assert store.check() == []
        there = {row["document"] for event in store.rows(Filter.of(actor="Chad")) for row in event["evidence"]}
        assert told <= there
        assert len(there - told) <= len(ends)  # stored, and killed before it was told


def test_whoever_is_cut_off_is_told_and_goes_on(url: str, cluster: Cluster) -> None:
    """Once, in one sentence; the next question or write finds the server again."""
    name = url.partition("?")[0].rpartition("/")[2]
    with Store.open(url, create=True) as store:
        store.add(WORLD[:1])
        store.relink(link)
        count = store.count()
        cluster.do(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        for ask in (store.count, lambda: store.add(WORLD[1:2])):
            with pytest.raises(StoreError, match="was lost"):
                ask()
        assert store.count() == count
        assert store.add(WORLD[1:2]).new == 1


def test_a_role_without_rights_is_told_in_one_sentence(url: str, cluster: Cluster) -> None:
    with Store.open(url, create=True) as store:
        store.add(WORLD[:1])
    cluster.do(f"CREATE ROLE stranger LOGIN PASSWORD '{PASSWORD}'")
    stranger = cluster.url(url.partition("?")[0].rpartition("/")[2], "stranger")
    for command in (["show"], ["add", FILES[0]], ["sql", "select 1"], ["migrate"], ["link"]):
        ran = program("--db", stranger, *command)
        assert (ran.code, ran.err.count("\n")) == (1, 1), ran.err
        assert "this role may not do that" in ran.err


def test_a_failure_half_way_leaves_nothing(url: str) -> None:
    with Store.open(url, create=True) as store:
        store.add(WORLD)
        store.relink(link)
        before = store.digest()
        broken = outcome("z.txt", "1990 | Something | Nobody")
        object.__setattr__(broken, "fingerprint", None)
        with pytest.raises(StoreError, match="cannot be used"):
            store.add([outcome("y.txt", "1991 | Other | Nobody"), broken])
        assert store.digest() == before
        assert store.check() == []


def test_a_reader_sees_one_state_while_others_write(url: str) -> None:
    with Store.open(url, create=True) as writer:
        writer.add(WORLD)
        writer.relink(link)
        with Store.open(url) as reader:
            count = reader.count()
            seen = reader.rows()
            first = next(seen)
            writer.remove("a.txt")
            writer.relink(link)
            assert len([first, *seen]) == count
            assert len(list(reader.rows())) < count


def test_somebody_writes_while_the_linker_works(url: str) -> None:
    with Store.open(url, create=True) as store, Store.open(url, create=True) as other:
        store.add(WORLD[:1])
        asked: list[int] = []

        def slow(*told: object) -> object:
            if not asked:
                other.add(WORLD[1:])
            asked.append(1)
            return link(*told)  # type: ignore[arg-type]

        store.relink(slow)  # type: ignore[arg-type]
        assert len(asked) == 2
        assert store.counts()["documents"] == 3
        assert store.check() == []


def test_a_long_lock_is_one_sentence(url: str, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    monkeypatch.setattr("timeline.store.postgres.engine.PATIENCE", 0.2)
    with Store.open(url, create=True) as store:
        store.add(WORLD[:1])
    name = url.rpartition("/")[2] if "?" not in url else url.partition("?")[0].rpartition("/")[2]
    where = {"host": str(cluster.folder), "dbname": name, "user": "root"}
    with psycopg.connect(password="s3:cr/et@&%ü", **where) as holding:  # type: ignore[arg-type]
        holding.execute("UPDATE written SET number = number")
        ran = program("--db", url, "label", "a", "b")
        assert ran.code == 1
        ran = program("--db", url, "remove", "a.txt")
    assert (ran.code, ran.err.count("\n"), "in use by another program" in ran.err) == (1, 1, True)


def test_a_role_that_can_only_read_reads_everything_and_writes_nothing(url: str, cluster: Cluster) -> None:
    assert program("--db", url, "add", *FILES, "-q").code == 0
    reader = cluster.reader(url.partition("?")[0].rpartition("/")[2])
    for command in (["show"], ["stats"], ["export", "-f", "html"], ["check"], ["decisions"], ["digest"], ["problems"]):
        one, other = (program("--db", database, *command) for database in (url, reader))
        assert (one.code, one.out) == (other.code, other.out)
    assert program("--db", reader, "sql", "select count(*) as n from timeline", "-f", "csv").code == 0
    before = content(url)
    for command in (["remove", FILES[0]], ["label", "gi6k", "x"], ["link"], ["add", str(ROOT / "README.md")]):
        ran = program("--db", reader, *command)
        assert ran.code == 1, command
        assert "permission denied" in ran.err, command
        assert "Traceback" not in ran.err
    assert content(url) == before
    assert os.environ.get("PGPASSWORD") is None
