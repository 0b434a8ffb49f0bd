"""Two that write and ten that read one file for a minute; a lock of another program; an end that is asked for."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.world import WORLD, link
from timeline.cli import run
from timeline.store import Store, connect

ROOT = Path(__file__).parents[2]
SECONDS = float(os.environ.get("TIMELINE_CROWD_SECONDS", "60"))
CROWD = """
import sys, time
from pathlib import Path
from tests.store.world import link, outcome
from timeline.store import Filter, Store
kind, path, seconds, name = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
until, done = time.monotonic() + seconds, 0
while time.monotonic() < until:
    if kind == "write":
        with Store.open(path, create=True) as store:
            store.add([outcome(f"{name}-{done}.txt", f"{1900 + done % 100} | Thing {name} {done} | Chad")])
            if done % 10 == 9:
                store.relink(link)
        time.sleep(0.1)
    else:
        with Store.open(path) as store:
            for _ in range(5):
                rows = list(store.rows(Filter.of(actor="Chad", limit=30)))
                assert all(len(row["evidence"]) == row["mentions"] for row in rows)
                store.count(Filter.of(match="thing"))
                time.sleep(0.4)
    done += 1
print(done)
"""


def test_two_write_and_ten_read(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with Store.open(path, create=True) as made:
        made.add(WORLD)
        made.relink(link)
    crowd = [
        subprocess.Popen(
            [sys.executable, "-c", CROWD, kind, str(path), str(SECONDS), str(number)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number, kind in enumerate(["write"] * 2 + ["read"] * 10)
    ]
    told = [member.communicate(timeout=SECONDS * 3 + 120) for member in crowd]
    assert [member.returncode for member in crowd] == [0] * 12, [said[1][-500:] for said in told]
    written = [int(said[0]) for said in told[:2]]
    assert all(int(said[0]) > 0 for said in told)
    with Store.open(path, create=True) as found:
        found.relink(link)
        assert found.counts()["documents"] == len(WORLD) + sum(written)
        assert found.check() == []
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def test_a_long_lock_of_another_program_is_one_sentence(
    world_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path, text = tmp_path / "x.db", tmp_path / "a.txt"
    path.write_bytes(world_file.read_bytes())
    text.write_text("The old bridge collapsed on 4 March 1890.", encoding="utf-8")
    monkeypatch.setattr(connect, "PATIENCE", 0.1)
    for level in ("EXCLUSIVE", "IMMEDIATE"):
        other = sqlite3.connect(path, isolation_level=None)
        other.execute(f"BEGIN {level}")
        for arguments in (["add", "-q", str(text)], ["link"], *([["show"]] if level == "EXCLUSIVE" else [])):
            assert run(["--db", str(path), *arguments]) == 1
            said = capsys.readouterr().err
            assert said == f"Error: {path} is in use by another program; try again when it has finished\n"
        other.execute("ROLLBACK")
        other.close()
    assert run(["--db", str(path), "add", "-q", str(text)]) == 0
    assert {entry.name for entry in tmp_path.iterdir()} == {"x.db", "a.txt"}


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_end(tmp_path: Path, kind: signal.Signals) -> None:
    """The database is whole, nothing lies beside it, and adding again adds the rest."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(300):
        (texts / f"{number}.txt").write_text(
            f"The mill of Leith burned down on 3 May {1500 + number}.", encoding="utf-8"
        )
    command = [sys.executable, "-m", "timeline", "--db", "x.db", "add", "texts", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path)}
    child = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while time.monotonic() < until and not (tmp_path / "x.db").exists() and child.poll() is None:
        time.sleep(0.01)
    child.send_signal(kind)
    said = child.communicate(timeout=60)[1]
    assert child.returncode in (130 if kind == signal.SIGINT else 128 + kind, 0), said
    assert "Traceback" not in said
    assert {entry.name for entry in tmp_path.iterdir()} <= {"x.db", "texts"}
    with Store.open(tmp_path / "x.db") as found:
        assert {finding.code for finding in found.check()} <= {"stale"}
    assert subprocess.run(command, cwd=tmp_path, env=environment, check=False).returncode == 0
    with Store.open(tmp_path / "x.db") as found:
        assert found.check() == []
        assert found.counts()["documents"] == 300
