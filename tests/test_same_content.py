"""The same documents make the same database: whatever the order, the processes, the hash seed, the zone, the locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import run
from timeline.store import Filter, Store

ROOT = Path(__file__).parents[1]
FILES = sorted(f"seeds/{p.name}" for p in (ROOT / "seeds").glob("*.txt"))
SURROUNDINGS = [
    pytest.param(FILES[::-1], "1", {}, id="reversed"),
    pytest.param(FILES[2:] + FILES[:2], "2", {"PYTHONHASHSEED": "1"}, id="rotated, two processes, another hash seed"),
    pytest.param(
        ["seeds/*.txt"], "2", {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, id="as a glob, another zone, no locale"
    ),
    pytest.param(
        ["seeds/*.txt", *FILES[1:2]], "1", {"TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8"}, id="one of them twice"
    ),
]


def add(database: Path, *arguments: str, **environment: str) -> None:
    """`timeline add` as a program, in the project's folder."""
    command = [sys.executable, "-m", "timeline", "--db", str(database), "add", *arguments]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=True)


def content(database: Path) -> tuple[str, list[dict[str, object]]]:
    """The hash of everything kept, and everything that can be shown of it."""
    with Store.open(database) as store:
        return store.digest(), list(store.rows(Filter.of(undated=None)))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[dict[str, object]]]:
    """The content that one plain run makes."""
    database = tmp_path_factory.mktemp("plain") / "plain.db"
    add(database, *FILES, "--jobs", "1", PYTHONHASHSEED="0", TZ="UTC")
    return content(database)


@pytest.mark.parametrize(("paths", "jobs", "environment"), SURROUNDINGS)
def test_surroundings_do_not_matter(
    paths: list[str], jobs: str, environment: dict[str, str], plain: object, tmp_path: Path
) -> None:
    database = tmp_path / "other.db"
    add(database, *paths, "--jobs", jobs, **environment)
    assert content(database) == plain


def test_one_by_one_is_the_same_as_at_once(plain: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    database = tmp_path / "slowly.db"
    for path in FILES[::-1]:
        assert run(["--db", str(database), "add", path, "--jobs", "1", "-q"]) == 0
    assert content(database) == plain
