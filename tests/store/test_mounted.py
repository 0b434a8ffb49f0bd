"""A disk that is full, a disk that cannot be written: one sentence, and the database as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.store.test_killed import ROOT, later_program
from timeline import library

UNSHARE = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-Urm"]
SENTENCES = ("disk is full", "No space left", "cannot write")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mounted")
    (folder / "texts").mkdir()
    (folder / "before").mkdir()
    for number in range(12):
        place = folder / ("before" if number % 2 else "texts")
        text = " ".join(f"The mill of Leith burned down on {1 + n} May {1700 + number}." for n in range(28))
        (place / f"{number}.txt").write_text(text, encoding="utf-8")
    later_program(folder)
    with library.open(folder / "template.db") as timeline:
        timeline.add(folder / "before", jobs=0)
    return folder


def happened(folder: Path, kind: str) -> list[dict[str, Any]]:
    command = [*UNSHARE, sys.executable, "-m", "tests.store.mounted", kind, str(folder)]
    trial = [*UNSHARE, "mount", "-t", "tmpfs", "tmpfs", str(folder / "texts")]
    if not shutil.which("unshare") or subprocess.run(trial, check=False, capture_output=True).returncode:
        pytest.skip("file systems cannot be mounted here")
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "config"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    told: list[dict[str, Any]] = json.loads(done.stdout)
    return told


def test_a_full_disk(folder: Path) -> None:
    refused = set()
    for one in happened(folder, "full"):
        findings, digest = one["after"]
        assert findings == [], one
        assert one["read"] == 0, one  # while the disk is still full
        assert one["again"][0] == 0, one
        if one["code"]:
            refused.add(one["work"])
            assert one["code"] == 1, one
            assert any(sentence in one["said"] for sentence in SENTENCES), one
            assert one["said"].count("\n") == 1, one
        assert not [name for name in one["left"] if name.startswith(".")], one
        made = {"export": {"out.html"}, "backup": {"copy.db"}}.get(one["work"], set())
        assert {name for name in one["tidy"] if "before-9001" not in name} == {"x.db", *made}, one
        if one["work"] in ("export", "backup", "link"):
            assert one["before"] == [[], digest], one
    assert refused == {"add", "link", "export", "backup", "migrate"}


def test_a_disk_that_cannot_be_written(folder: Path) -> None:
    for one in happened(folder, "read-only"):
        if one["work"] in ("show", "sql", "check", "migrate"):
            assert one["code"] == 0, one
        else:
            assert one["code"] == 1, one
            assert "read-only" in one["said"].lower(), one
            assert one["said"].count("\n") == 1, one
        assert one.get("left", ["x.db"]) == ["x.db"]
