"""An installed wheel, far from the checkout, brings its migrations with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from timeline.store import identity

ROOT = Path(__file__).parents[2]

USE = """
import os, sys
sys.path.insert(0, os.getcwd())
import timeline.store
from timeline.store import Store, migrate
assert os.path.dirname(timeline.store.__file__).startswith(os.getcwd()), timeline.store.__file__
assert migrate.location().name == "_migrations", migrate.location()
with Store.open("some folder/x.db", create=True) as made:
    made.relink(lambda claims, documents: ())
with Store.open("some folder/x.db") as found:
    assert found.check() == []
    print([row for row in found.sql("select version_num from alembic_version").rows])
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    code = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    built = subprocess.run(
        [sys.executable, "-c", code, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return folder / built.stdout.split()[-1]


def test_the_wheel_holds_every_migration(wheel: Path) -> None:
    inside = {name.removeprefix("timeline/_migrations/") for name in zipfile.ZipFile(wheel).namelist()}
    outside = [path for path in (ROOT / "migrations").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {str(path.relative_to(ROOT / "migrations")) for path in outside} <= inside


def test_the_installed_program_makes_a_database(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "100% odd place"
    place.mkdir()
    zipfile.ZipFile(wheel).extractall(place)
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(
        [sys.executable, "-P", "-c", USE], cwd=place, env=surroundings, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert identity.HEAD in run.stdout
