"""Killed in the midst of a write, or out of room: what was there before or what was meant, never something between."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.store.test_killed import run
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


def test_killed_at_a_write_of_a_whole_life(tmp_path: Path, world: Store) -> None:
    """From the file's own making on; tests/store/test_killed.py does the same at every write of shorter works."""
    ends, _ = run(tmp_path, "live", "writes", "41")
    assert ends == [-signal.SIGKILL] * (len(ends) - 1) + [0]
    left = sorted(tmp_path.glob("live-*-killed"))
    assert len(left) == len(ends) - 1 > 5
    for folder in left:
        (folder / "acknowledged").unlink(missing_ok=True)
        assert whole_again(folder / "x.db") == world.digest()


@pytest.mark.parametrize("kilobytes", [40, 180, 260, 330])
def test_no_room_left(tmp_path: Path, world: Store, kilobytes: int) -> None:
    path = tmp_path / "x.db"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024,) * 2)

    ran = subprocess.run(
        [sys.executable, "-c", WORK, str(path)],
        cwd=ROOT,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "StoreError" in ran.stderr.splitlines()[-1], ran.stderr
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
