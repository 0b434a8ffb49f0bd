"""Killed in the midst of a write, or out of room: what was there before or what was meant, never something between."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.world import WORLD, link, outcome
from timeline.errors import StoreError
from timeline.store import Store

ROOT = Path(__file__).parents[2]
WORK = """
import sys
from pathlib import Path
from tests.store.world import WORLD, link
from timeline.store import Store, store
store.BATCH = 1
with Store.open(Path(sys.argv[1]), create=True) as made:
    made.add(WORLD)
    made.relink(link)
    made.remove("b.txt")
    made.relink(link)
"""
WRITES = "pwrite64"


def trace(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run WORK under strace."""
    command = ["strace", "-f", "-qq", *options, sys.executable, "-c", WORK, str(path)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def writes(tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many writes WORK takes."""
    folder = tmp_path_factory.mktemp("trace")
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    run = trace(folder / "x.db", "-e", f"trace={WRITES}", "-o", str(folder / "log"))
    if run.returncode:
        pytest.skip(f"strace cannot trace here: {run.stderr[-200:]}")
    return (folder / "log").read_text(encoding="utf-8").count(WRITES)


def whole_again(path: Path) -> str:
    """The database is whole as it is found; with everything added it is what it would have been."""
    if path.exists():
        with Store.open(path) as found:
            assert {finding.code for finding in found.check()} <= {"stale"}
            assert found.counts()["documents"] <= 3
    with Store.open(path, create=True) as made:
        made.add(WORLD)
        made.relink(link)
        assert made.check() == []
        digest = made.digest()
    left = {entry.name for entry in path.parent.iterdir() if not entry.name.endswith(".new")}
    assert left == {path.name}
    return digest


@pytest.mark.parametrize("tenth", range(10))
def test_killed_at_a_write(tmp_path: Path, writes: int, world: Store, tenth: int) -> None:
    number = 1 + tenth * (writes - 1) // 9
    path = tmp_path / "x.db"
    inject = f"inject={WRITES}:signal=SIGKILL:when={number}"
    run = trace(path, "-e", f"trace={WRITES}", "-e", inject, "-o", os.devnull)
    assert run.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), run.stderr
    assert whole_again(path) == world.digest()


@pytest.mark.parametrize("kilobytes", [40, 180, 260, 330])
def test_no_room_left(tmp_path: Path, world: Store, kilobytes: int) -> None:
    path = tmp_path / "x.db"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2)

    run = subprocess.run(
        [sys.executable, "-c", WORK, str(path)],
        cwd=ROOT,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "StoreError" in run.stderr.splitlines()[-1], run.stderr
    assert whole_again(path) == world.digest()


def test_a_disk_that_fails_is_one_sentence(store: Store) -> None:
    store.add(WORLD[:1])
    store.relink(link)
    before = store.digest()
    with store._write().engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
        connection.commit()
    with pytest.raises(StoreError, match="disk is full"):
        store.add([outcome("long.txt", *(f"1990 | {'Words of length ' * 9} {n} |" for n in range(3000)))])
    assert store.digest() == before
