"""Paths of every kind, side files, files that cannot be written, other people's locks."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.store.asked import in_use
from tests.store.world import WORLD, link, outcome
from timeline.errors import StoreError
from timeline.store import Filter, Store, connect

ROOT = Path(__file__).parents[2]
NAMES = (
    b"a b.db",
    b"q?mode=memory.db",
    b"hash#x.db",
    b"50%41.db",
    b"quote'\".db",
    b"\xff\xfe.db",
    "é日本.db".encode(),
    b"a&b=c;d.db",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_path_means_itself(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    with Store.open(path, create=True) as made:
        made.add([WORLD[0]])
        made.relink(link)
    assert [os.fsencode(entry.name) for entry in tmp_path.iterdir()] == [name]
    with Store.open(path) as found:
        assert found.count() == 7
        with found.sql("select count(*) from timeline") as answer:
            assert list(answer.rows) == [(8,)]


def test_a_log_that_was_left_behind_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    code = (
        "import os; from tests.store.world import WORLD, link; from timeline.store import Store\n"
        f"s = Store.open({str(path)!r}, create=True); s.add(WORLD); s.relink(link); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 9
    assert (tmp_path / "x.db-wal").stat().st_size > 0
    with Store.open(path) as found:
        assert found.count() == 13
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def test_somebody_elses_lock_is_one_sentence(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([WORLD[0]])
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store._write().engine.dispose()
    store.close()
    monkeypatch.setattr(connect, "PATIENCE", 0.05)
    with Store.open(path, create=True) as again, pytest.raises(StoreError, match="in use by another program"):
        again.add([WORLD[1]])
    other.execute("ROLLBACK")
    other.close()


def test_a_log_with_content_is_never_passed_over(
    world_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(world_file.read_bytes())
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "immutable" not in connect.read_only(path)  # no log mode at rest

    def refuse(*_: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(connect, "connect", refuse)  # what SQLite says where it cannot make the log's side files
    assert "immutable" in connect.read_only(path)
    (tmp_path / "x.db-wal").write_bytes(b"something")
    assert "immutable" not in connect.read_only(path)


def test_threads_read_while_others_write(store: Store) -> None:
    store.add(WORLD)
    store.relink(link)
    expected = [row["key"] for row in store.rows()]

    def read(_: int) -> list[list[str]]:
        rows = store.rows()
        first = next(rows)["key"]
        return [[first, *(row["key"] for row in rows)], [event.key for event in store.events()]]

    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(read, n) for n in range(12)]
        added = [threads.submit(store.add, [outcome(f"{n}.txt", f"{1500 + n} | Thing {n} |")]) for n in range(6)]
        assert [question.result() for question in asked] == [[expected, expected]] * 12
        assert sum(write.result().new for write in added) == 6
    store.relink(link)
    assert store.count() == len(expected) + 6
    assert store.check() == []


def write_some(path: Path, numbers: range) -> None:
    with Store.open(path, create=True) as made:
        for number in numbers:
            made.add([outcome(f"{number}.txt", f"{1900 + number} | Thing {number} | Chad")])
        made.relink(link)


def read_some(path: Path, times: int) -> None:
    for _ in range(times):
        with Store.open(path) as found:
            rows = list(found.rows(Filter.of(actor="Chad")))
            assert all(len(row["evidence"]) == row["mentions"] for row in rows)


def test_several_writers_and_readers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    write_some(path, range(0))
    spawn = multiprocessing.get_context("spawn")
    several = [spawn.Process(target=write_some, args=(path, range(n, n + 12))) for n in (0, 12)]
    several += [spawn.Process(target=read_some, args=(path, 25)) for _ in range(2)]
    for process in several:
        process.start()
    for process in several:
        process.join(60)
    assert [process.exitcode for process in several] == [0] * 4
    with Store.open(path, create=True) as found:
        found.relink(link)
        assert found.count() == 24
        assert found.check() == []
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def test_the_locks_of_a_process_outlive_what_else_it_opens(world_file: Path, tmp_path: Path) -> None:
    """Closing a file gives back every lock that the process has on it: then another could fold the log away."""
    path = tmp_path / "x.db"
    path.write_bytes(world_file.read_bytes())
    with Store.open(path) as reader, Store.open(path) as writer:
        list(reader.rows())
        writer.remove(WORLD[0].document.uri)
        with Store.open(path) as another:
            list(another.rows())
        assert in_use(path)
        writer.add(WORLD)
    assert {entry.name for entry in tmp_path.iterdir()} == {"x.db"}
    with Store.open(path) as found:
        assert found.counts()["documents"] == len(WORLD)


def test_a_database_knows_its_own_files_from_the_first_write_on(tmp_path: Path) -> None:
    path, other = tmp_path / "a.db", tmp_path / "b.db"
    (link := tmp_path / "link.txt").symlink_to(path)
    own = connect.Own(path)

    def has(file: Path) -> bool:
        status = file.stat()
        return own.has((status.st_dev, status.st_ino), str(file))

    other.touch()
    assert not has(other)
    path.touch()
    assert has(path)
    assert has(link)
    assert not has(other)
    for side in ("-wal", "-shm"):
        (tmp_path / f"a.db{side}").touch()
    assert has(tmp_path / "a.db-wal")
    assert has(link)
    assert not has(other)
    (tmp_path / "a.db-wal").unlink()
    (tmp_path / "new").touch()  # another inode than the log had
    (tmp_path / "new").rename(tmp_path / "a.db-wal")
    assert has(tmp_path / "a.db-wal")
