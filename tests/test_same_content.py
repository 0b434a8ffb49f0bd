"""The same documents make the same database: whatever the order, the processes, the hash seed, the zone, the locale."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


def run(*command: str, **environment: str) -> str:
    """What a Python program prints, run in the project's folder."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


def content(database: Path) -> tuple[str, str]:
    """The hash of everything kept, and what `show` prints of it."""
    hashed = run("-c", f"import timeline\nwith timeline.open({str(database)!r}) as tl: print(tl.store.digest())")
    return hashed, run("-m", "timeline", "--db", str(database), "show", "-f", "json")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The content that one plain run makes."""
    database = tmp_path_factory.mktemp("plain") / "plain.db"
    run("-m", "timeline", "--db", str(database), "add", *FILES, "--jobs", "1", PYTHONHASHSEED="0", TZ="UTC")
    return content(database)


@pytest.mark.parametrize(("paths", "jobs", "environment"), SURROUNDINGS)
def test_surroundings_do_not_matter(
    paths: list[str], jobs: str, environment: dict[str, str], plain: tuple[str, str], tmp_path: Path
) -> None:
    database = tmp_path / "other.db"
    run("-m", "timeline", "--db", str(database), "add", *paths, "--jobs", jobs, **environment)
    assert content(database) == plain


def test_one_by_one_is_the_same_as_at_once(plain: tuple[str, str], tmp_path: Path) -> None:
    database = tmp_path / "slowly.db"
    for path in FILES[::-1]:
        run("-m", "timeline", "--db", str(database), "add", path, "--jobs", "1")
    assert content(database) == plain
