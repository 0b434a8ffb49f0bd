"""Two that write and ten that read one file for a minute; a lock of another program; an end that is asked for."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.crowd import TOLD
from tests.store.world import WORLD, link
from timeline.cli import run
from timeline.store import Store, connect

ROOT = Path(__file__).parents[2]


def test_two_write_and_ten_read(crowd: Path) -> None:
    """It began with the tests (tests/conftest.py): tests/store/crowd.py tells what each does."""
    until = time.monotonic() + 400
    while not (crowd / TOLD).exists() and time.monotonic() < until:
        time.sleep(0.2)
    assert (crowd / TOLD).exists(), (crowd / "said").read_text(encoding="utf-8")
    told = json.loads((crowd / TOLD).read_text(encoding="utf-8"))
    assert [code for _, code, _, _ in told] == [0] * 12, [said[-500:] for *_, said in told]
    assert all(int(done) > 0 for _, _, done, _ in told)
    path = crowd / "db" / "x.db"
    with Store.open(path, create=True) as found:
        found.relink(link)
        assert found.counts()["documents"] == len(WORLD) + sum(
            int(done) for kind, _, done, _ in told if kind == "write"
        )
        assert found.check() == []
    assert [entry.name for entry in path.parent.iterdir()] == ["x.db"]


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
    for number in range(90):
        (texts / f"{number}.txt").write_text(
            f"The mill of Leith burned down on 3 May {1700 + number}.", encoding="utf-8"
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
        assert found.counts()["documents"] == 90
