"""add: what it says, what it keeps, how it ends."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import TEXTS, Run
from tests.cli.test_program import on_terminal
from tests.read import samples

CLAIMS = [("bridge.txt", "2 claims"), ("ferry.txt", "2 claims"), ("hostile.txt", "1 claim")]


def test_the_summary_and_the_second_time(run: Run, articles: Path) -> None:
    first = run("--db", "new/t.db", "add", articles)
    assert (first.code, first.out) == (0, "")
    assert first.err == "3 documents · 5 claims · 5 events · 0 problems   new/t.db\n"
    again = run("--db", "new/t.db", "add", articles)
    assert again.err.splitlines()[1] == "3 found: 3 unchanged"


def test_json(run: Run, articles: Path) -> None:
    report = json.loads(run("--db", "t.db", "add", articles, "--json").out)
    assert report["documents"] == report["new"] == 3
    assert report["database"] == "t.db"
    assert report["problems"] == []


def test_every_input_has_an_end_and_they_add_up(run: Run, articles: Path) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("copy.txt").write_bytes((articles / "bridge.txt").read_bytes())
    Path("dateless.txt").write_text("The mill stands by the river. Nobody knows who built it.")
    Path("lines.jsonl").write_text('{"id": 1, "text": "The mill burnt in 1900."}\n{broken\n')
    Path("x.pdf").write_bytes(samples.drawn("BT /F1 9 Tf 9 9 Td (It began in 1990.) Tj ET", samples.SCAN))
    Path("folder").mkdir()
    Path("folder/x.py").write_text("x = 1990")
    paths = (articles, "empty.txt", "copy.txt", "dateless.txt", "lines.jsonl", "x.pdf", "folder")
    ran = run("--db", "t.db", "add", *paths, "--json")
    report = json.loads(ran.out)
    found = {"found": 10, "done": 6, "unchanged": 0, "partial": 1, "failed": 2, "aside": 1}
    assert report["inputs"] == {**found, "without_text": 1, "without_date": 1}
    assert (report["new"], report["copies"], report["documents"]) == (6, 1, 6)
    again = run("--db", "t.db", "add", *paths).err.splitlines()
    assert again[-2:] == ["10 found: 7 unchanged, 2 failed, 1 left aside", "1 without text (see `timeline problems`)"]
    told = json.loads(run("--db", "t.db", "problems", "-f", "json").out)
    assert {problem["uri"]: problem["severity"] for problem in told} == {
        "empty.txt": "failed",
        "lines.jsonl#line 2": "failed",
        "x.pdf": "partial",
        "dateless.txt": "note",
        "folder/x.py": "note",
    }


def test_the_summary_adds_up(run: Run, articles: Path) -> None:
    Path("empty.txt").write_bytes(b"")
    Path("a.txt").write_bytes((articles / "bridge.txt").read_bytes())
    Path("dateless.txt").write_text("The mill stands by the river. Nobody knows who built it.")
    ran = run("--db", "t.db", "add", articles, "empty.txt", "a.txt", "dateless.txt")
    assert ran.err.splitlines()[-2:] == [
        "6 found: 5 done, 1 failed (4 new, 1 under a second name)",
        "1 without a date, 1 without text (see `timeline problems`)",
    ]


def test_a_line_for_each_document(run: Run, articles: Path) -> None:
    ran = run("--db", "t.db", "add", "-v", articles, "missing.txt")
    lines = [line.rpartition("  ")[0] for line in ran.err.splitlines()[:3]]
    assert lines == [f"done       {articles}/{name}  {claims}" for name, claims in CLAIMS]
    assert ran.err.splitlines()[3] == "failed     missing.txt"


def test_silence(run: Run, articles: Path) -> None:
    assert run("--db", "t.db", "add", "-q", articles) == (0, "", "")


def test_a_bar_with_rate_and_time_left(articles: Path, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"The mill burnt in {1900 + number}.")
    seen = on_terminal("--db", str(tmp_path / "t.db"), "add", "-j", "1", str(tmp_path))
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen)
    assert re.search(r"40/40 [0-9,.]+/s [0-9]:[0-9]{2}:[0-9]{2}", plain)
    assert "40 documents" in seen


def test_what_is_mended_is_no_problem_any_more(run: Run) -> None:
    Path("a.jsonl").write_text('{"id": 1, "text": "The mill burnt in 1900."}\n{broken\n')
    assert run("--db", "t.db", "add", "a.jsonl").code == 3
    Path("a.jsonl").write_text('{"id": 1, "text": "The mill burnt in 1900."}\n{"id": 2, "text": "It fell in 1902."}\n')
    assert run("--db", "t.db", "add", "a.jsonl").code == 0
    assert json.loads(run("--db", "t.db", "problems", "-f", "json").out) == []


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
