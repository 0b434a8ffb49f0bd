"""Killed at every write and at thirty moments: a state before or after a transaction, and none lost that was done."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.migrations.conftest import LATER
from tests.store.world import WORLD, link
from timeline.store import Store, identity, migrate

ROOT = Path(__file__).parents[2]
TEXTS = {"bridge.txt": "The old bridge collapsed on 4 March 1890.", "ferry.txt": "Spain signed a treaty in May 1921."}
BODY = """
with op.batch_alter_table("event", recreate="always") as batch:
    batch.add_column(sa.Column("later", sa.Text))
op.execute("UPDATE event SET later = title")
"""
NINTH = 9
"""Writes from one that a child is really killed at to the next."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """All that any kind of work needs, but the template."""
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    later_program(tmp_path)
    return tmp_path


def later_program(folder: Path) -> None:
    """The migrations of a later program in `folder/later`."""
    later = folder / "later"
    shutil.copytree(migrate.location(), later, ignore=shutil.ignore_patterns("__pycache__"))
    body = "\n".join(f"    {line}" for line in BODY.strip().splitlines())
    (later / "versions" / "9001_later.py").write_text(LATER.format(head=identity.HEAD, body=body), encoding="utf-8")


def template(kind: str, folder: Path) -> None:
    path = folder / "template.db"
    migrate.create(path)
    if kind != "add":
        with Store.open(path) as made:
            made.add(WORLD)
            if kind != "link":
                made.relink(link)


def run(folder: Path, kind: str, *how: str) -> tuple[list[int], list[str]]:
    """How the children ended, and the right states."""
    command = [sys.executable, "-m", "tests.store.killing", kind, str(folder), *how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if "the kernel does not tell" in done.stderr:
        pytest.skip("the kernel does not tell of system calls here")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    told = json.loads(done.stdout)
    return told["ends"], told["states"]


def whole(beside: Path, states: list[str]) -> int:
    """The number of the state that is found, whose transactions are at least those that were acknowledged."""
    path = beside / "x.db"
    with Store.open(path) as found:
        digest = found.digest()
        assert digest in states
        assert {finding.code for finding in found.check()} <= {"stale"}
        found._write().run(lambda _: None)  # the next writer tidies up
    told = beside / "acknowledged"
    reached = len(states) - 1 - states[::-1].index(digest)
    assert reached >= (len(told.read_bytes()) if told.exists() else 0)
    assert {entry.name for entry in beside.iterdir()} <= {"x.db", "acknowledged"}
    return states.index(digest)


@pytest.mark.parametrize("kind", ["add", "remove"])
def test_killed_at_every_write(folder: Path, kind: str) -> None:
    """What there is at each, and what really killed children leave at every ninth."""
    template(kind, folder)
    ends, states = run(folder, kind, "writes", str(NINTH))
    assert ends == [-signal.SIGKILL] * (len(ends) - 1) + [0]
    left = {int(name.split("-")[1]): name for name in (entry.name for entry in folder.glob(f"{kind}-*[0-9]"))}
    assert len(left) > 100
    reached = [whole(folder / left[number], states) for number in range(1, len(left) + 1)]
    assert reached == sorted(reached)
    assert reached[0] == 0
    killed = [whole(folder / f"{left[number]}-killed", states) for number in range(1, len(left) + 1, NINTH)]
    assert killed == reached[::NINTH]
    assert whole(folder / f"{kind}-all", states) == len(states) - 1


@pytest.mark.parametrize("kind", ["add", "link"])
def test_killed_at_thirty_moments(folder: Path, kind: str) -> None:
    template(kind, folder)
    ends, states = run(folder, kind, "moments", "30")
    assert ends == [-signal.SIGKILL] * 30
    for number in range(30):
        whole(folder / f"{kind}-{number}", states)
        assert whole(folder / f"{kind}-{number}-again", states) == len(states) - 1


def test_killed_at_ten_moments_of_a_migration(folder: Path) -> None:
    template("migrate", folder)
    with Store.open(folder / "template.db") as found:
        before = found.digest()
    ends, _ = run(folder, "migrate", "moments", "10")
    assert ends == [-signal.SIGKILL] * 10
    seen = {migrated(folder / f"migrate-{number}" / "x.db", before) for number in range(10)}
    assert False in seen
    for number in range(10):
        path = folder / f"migrate-{number}-again" / "x.db"
        assert migrated(path, before)
        copies = {copy.name for copy in path.parent.glob("x.db.before-*")}
        assert {entry.name for entry in path.parent.iterdir()} == {"x.db", "acknowledged", *copies}
        assert copies


def migrated(path: Path, before: str) -> bool:
    """Whether the file is one of the later program; it is that of the earlier one as a whole, and the backups are."""
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        later = [row[1] for row in connection.execute("PRAGMA table_info(event)")].count("later")
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert (version, later) in ((identity.HEAD, 0), ("9001", 1))
    for earlier in (*path.parent.glob("x.db.before-*"), *(() if later else (path,))):
        with Store.open(earlier) as kept:
            assert kept.digest() == before
            assert kept.check() == []
    return bool(later)
