"""docs/recipes.md: every block runs, on a database of the seeds, where what it needs is installed."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECTIONS = dict(
    re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", (ROOT / "docs/recipes.md").read_text(), re.DOTALL | re.MULTILINE)
)
BLOCKS = re.compile(r"^```(sh|python)\n(.*?)^```", re.DOTALL | re.MULTILINE)
PROGRAM = '#!/bin/sh\nexec "{python}" -m timeline "$@"\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a reader would be, who has added documents."""
    made: Path = tmp_path_factory.mktemp("recipes")
    (made / "bin").mkdir()
    program = made / "bin/timeline"
    program.write_text(PROGRAM.format(python=sys.executable))
    program.chmod(0o755)
    run(made, "timeline", "add", str(ROOT / "seeds"), "--quiet", "--jobs", "1")
    return made


def run(folder: Path, *command: str) -> str:
    """What a command prints; it has to end well."""
    tools = f"{folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    told = {name: value for name, value in os.environ.items() if name != "TIMELINE_DB"}
    done = subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=told | {"PATH": tools, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_there_are_recipes() -> None:
    assert set(SECTIONS) == {"pandas", "polars", "DuckDB", "sqlite-utils", "datasette", "SQLAlchemy"}


@pytest.mark.parametrize("name", SECTIONS)
def test_a_recipe(name: str, folder: Path) -> None:
    needs = re.findall(r"<!-- needs: (.*?) -->", SECTIONS[name])[0].split(", ")
    missing = [module for module in needs if importlib.util.find_spec(module) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (pip install -e '.[test]')")
    blocks = BLOCKS.findall(SECTIONS[name])
    assert blocks
    printed = "".join(
        run(folder, *(["bash", "-ec"] if kind == "sh" else [sys.executable, "-c"]), text) for kind, text in blocks
    )
    assert printed.strip()
