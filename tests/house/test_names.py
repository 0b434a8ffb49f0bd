"""The project speaks of itself only, and no module is a drawer for everything."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOREIGN = re.compile(
    "|".join(["/wo" + "rk/", "/ro" + "ot/", "pypi" + r"\.org", "files\\.python" + "hosted", r"\.lib" + r"rary/"])
)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "core"}


def tracked() -> list[Path]:
    """Files that git keeps; without git, every file that is not generated."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    return [p for p in ROOT.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.parts)]


def test_no_foreign_names() -> None:
    found = []
    for path in tracked():
        if path.parent.name != "seeds":
            found += [
                f"{path}: {m.group()}" for m in FOREIGN.finditer(path.read_text(encoding="utf-8", errors="replace"))
            ]
    assert not found, found


def test_no_drawers() -> None:
    assert not [p for p in (ROOT / "timeline").rglob("*.py") if p.stem in DRAWERS]


def test_the_top_level_is_the_agreed_one() -> None:
    agreed = {
        *("pyproject.toml", "README.md", "seeds", "timeline", "migrations", "tests", "data"),
        *("LICENSE", "CHANGELOG.md", ".gitignore", ".ci", "docs"),
    }
    assert {p.relative_to(ROOT).parts[0] for p in tracked()} <= agreed
