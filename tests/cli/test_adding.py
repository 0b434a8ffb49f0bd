"""add: what it says, what it keeps, how it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import TEXTS, Run


def test_the_summary_and_the_second_time(run: Run, articles: Path) -> None:
    first = run("--db", "new/t.db", "add", articles)
    assert (first.code, first.out) == (0, "")
    assert first.err == "3 documents · 5 claims · 5 events · 0 problems   new/t.db\n"
    again = run("--db", "new/t.db", "add", articles)
    assert again.err.splitlines()[1] == "0 new, 3 unchanged"


def test_json(run: Run, articles: Path) -> None:
    report = json.loads(run("--db", "t.db", "add", articles, "--json").out)
    assert report["documents"] == report["new"] == 3
    assert report["database"] == "t.db"
    assert report["problems"] == []


def test_a_changed_document_replaces_what_it_said(run: Run) -> None:
    path = Path("a.txt")
    path.write_text(TEXTS["bridge.txt"])
    run("--db", "t.db", "add", path)
    path.write_text("Workers built a new bridge in 1895.")
    assert "1 changed" in run("--db", "t.db", "add", path).err
    assert [event["edtf"] for event in json.loads(run("--db", "t.db", "show", "-f", "json").out)] == ["1895"]


def test_a_given_date(run: Run) -> None:
    Path("a.txt").write_text("The old bridge collapsed on 4 March.")
    assert run("--db", "t.db", "add", "a.txt", "--date", "10 March 1890").code == 0
    assert json.loads(run("--db", "t.db", "show", "-f", "json").out)[0]["edtf"] == "1890-03-04"


def test_some_failed(run: Run, articles: Path) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("rubbish.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(5000))
    ran = run("--db", "t.db", "add", articles, "empty.txt", "rubbish.txt", "missing.txt")
    assert ran.code == 3
    for name in ("missing.txt", "rubbish.txt"):
        assert f"failed: {name}: " in ran.err
    assert "Traceback" not in ran.err
    told = json.loads(run("--db", "t.db", "problems", "-f", "json").out)
    assert {"missing.txt", "rubbish.txt"} <= {problem["uri"] for problem in told}


@pytest.mark.parametrize("make", ["missing", "folder", "unreadable"])
def test_nothing_to_read(run: Run, make: str) -> None:
    path = Path("x")
    if make == "folder":
        path.mkdir()
    if make == "unreadable":
        path.write_text("In 1990 it rained.")
        path.chmod(0)
        if os.access(path, os.R_OK):
            pytest.skip("nothing is unreadable for this user")
    ran = run("--db", "t.db", "add", path)
    assert ran.code == 1
    assert "x" in ran.err
    assert "Traceback" not in ran.err
    assert not Path("t.db").exists()


def test_a_language_that_is_not_there(run: Run, articles: Path) -> None:
    ran = run("--db", "t.db", "add", articles, "--language", "xx")
    assert ran.code == 1
    assert "xx" in ran.err


def test_nothing_named_is_a_usage_error(run: Run) -> None:
    assert run("add").code == 2
