"""What only a person at a terminal gets: overview, pager, completion."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_program import ENVIRONMENT, on_terminal


def test_alone_in_a_pipe_it_helps(run: Run) -> None:
    ran = run()
    assert ran.code == 0
    assert ran.out.startswith("Usage: timeline")


def test_alone_on_a_terminal_it_shows_what_there_is(database: Path) -> None:
    shown = on_terminal("--db", str(database), NO_COLOR="1")
    assert "5 events · 3 documents" in shown
    assert "timeline event " in shown
    assert on_terminal("--db", "missing.db").startswith("Usage: ")


@pytest.mark.parametrize("width", [20, 27, 40, 80])
@pytest.mark.parametrize("arguments", [[], ["show"], ["show", "-v"], ["stats"], ["digest"], ["decisions"], ["queries"]])
def test_every_line_fits_the_terminal(database: Path, arguments: list[str], width: int) -> None:
    shown = on_terminal("--db", str(database), *arguments, COLUMNS=str(width), NO_COLOR="1", TIMELINE_PAGER="cat")
    assert shown
    assert [line for line in shown.splitlines() if len(line) > width] == []


def test_a_long_answer_goes_to_the_pager(database: Path) -> None:
    told = {"TIMELINE_PAGER": "sed s/^/paged:/", "NO_COLOR": "1"}
    # A terminal of no size counts as 24 lines: five events with their quotes are longer.
    assert "paged:" in on_terminal("--db", str(database), "show", "-v", COLUMNS="20", **told)
    assert "paged:" not in on_terminal("--db", str(database), "show", COLUMNS="120", **told)
    assert "paged:" not in on_terminal("--db", str(database), "show", "-v", "-f", "json", **told)


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager"])
def test_no_pager(database: Path, pager: str) -> None:
    assert "bridge" in on_terminal("--db", str(database), "show", "-v", COLUMNS="20", TIMELINE_PAGER=pager)


def test_a_reader_who_leaves_the_pager_is_no_error(database: Path) -> None:
    shown = on_terminal("--db", str(database), "show", "-v", COLUMNS="20", TIMELINE_PAGER="true")
    assert "Traceback" not in shown
    assert "Error" not in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(run: Run, shell: str) -> None:
    ran = run("completion", shell)
    assert ran.code == 0
    assert "_TIMELINE_COMPLETE" in ran.out


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("timeline sh", ["plain,show"]),
        ("timeline show --actor sp", ["plain,Spain"]),
        ("timeline show --place %", []),
        ("timeline export -f nd", ["plain,ndjson"]),
    ],
)
def test_completion(database: Path, words: str, completed: list[str]) -> None:
    environment = ENVIRONMENT | {
        "TIMELINE_DB": str(database),
        "COMP_LINE": words,
        "_TIMELINE_COMPLETE": "bash_complete",
    }
    done = subprocess.run(
        [sys.executable, "-m", "timeline"], capture_output=True, text=True, check=False, env=environment
    )
    assert done.stdout.split() == completed
    assert done.stderr == ""


def test_completion_without_a_database(tmp_path: Path) -> None:
    environment = dict(os.environ) | {
        "TIMELINE_DB": str(tmp_path / "none.db"),
        "COMP_LINE": "timeline event ",
        "_TIMELINE_COMPLETE": "bash_complete",
    }
    done = subprocess.run(
        [sys.executable, "-m", "timeline"], capture_output=True, text=True, check=False, env=environment
    )
    assert (done.stdout.strip(), done.stderr) == ("", "")
