"""Nothing imports upward, siblings do not know each other, nobody inside imports the door."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "timeline"
FLOORS = (
    ("errors",),
    ("temporal",),
    ("model",),
    ("languages",),
    ("read", "segment", "tag", "resolve", "extract", "link"),
    ("pipeline", "store", "render"),
    ("library", "tables"),
    ("cli",),
)
FLOOR = {name: height for height, names in enumerate(FLOORS) for name in names}
MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p.parent != PACKAGE or p.stem not in ("__init__", "__main__"))


def room(path: Path) -> str:
    """The first name below the package: `timeline/read/text.py` is in `read`."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(tree: ast.AST) -> set[str]:
    """Every module name that a file imports from the package, wherever in the file it does so."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module == "timeline":
                names |= {f"timeline.{alias.name}" for alias in node.names}
            elif node.module:
                names.add(node.module)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.split(".")[0] == "timeline"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    for name in sorted(imported(ast.parse(path.read_text(encoding="utf-8")))):
        parts = name.split(".")
        assert len(parts) > 1, f"{path.name} imports the door"
        assert parts[1] in FLOOR, f"{path.name} imports {name}"
        below = FLOOR[parts[1]] < FLOOR[here]
        assert below or parts[1] == here, f"{path.name} on floor {here} imports {name}"


def test_every_room_has_a_floor() -> None:
    assert {room(p) for p in MODULES} == set(FLOOR)


def test_import_linter_agrees() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
