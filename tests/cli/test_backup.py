"""A copy that is whole, and never over another file."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_the_copy_tells_the_same(run: Run) -> None:
    copied = run("backup", "copy.db")
    assert (copied.code, copied.out) == (0, "")
    assert copied.err.endswith("is copied to copy.db, and the copy is whole\n")
    assert run("--db", "copy.db", "show", "-f", "json").out == run("show", "-f", "json").out


def test_a_file_that_is_there_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine")
    refused = run("backup", "mine.db")
    assert refused.code == 1
    assert "is there already" in refused.err
    assert (tmp_path / "mine.db").read_text() == "mine"
