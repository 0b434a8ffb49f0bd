"""Chronologies made elsewhere become claims of a source, linked with what documents tell."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def own(database: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(database, tmp_path / "mine.db")
    monkeypatch.setenv("TIMELINE_DB", str(tmp_path / "mine.db"))


def events(run: Run, *options: str) -> list[tuple[str, str, int]]:
    rows = json.loads(run("show", "-f", "json", *options).out)
    return [(row["edtf"], row["title"], row["sources"]) for row in rows]


def test_a_table_is_merged_with_documents(run: Run) -> None:
    Path("mine.csv").write_text(
        "date,text,source\n4 March 1890,The old bridge collapsed,Diary\n1899,A ferry came,Diary\nsoon,A hope,Letters\n",
        encoding="utf-8",
    )
    ran = run("import", "mine.csv")
    assert ran.code == 0
    assert "'soon' is no date" in ran.err
    assert ("1890-03-04", "The old bridge collapsed", 2) in events(run)
    assert ("1899", "A ferry came", 1) in events(run)
    before = run("show", "-f", "json").out
    assert run("import", "mine.csv").code == 0
    assert run("show", "-f", "json").out == before
    assert run("check").code == 0


def test_our_own_events_come_back(run: Run) -> None:
    run("show", "-f", "json", "-o", "mine.json", "--undated")
    run("show", "-f", "json", "-o", "mine.json", "--force")
    shown = [event[:2] for event in events(run)]
    assert run("--db", "other.db", "import", "mine.json", "--source", "An old timeline").code == 0
    assert [event[:2] for event in events(run, "--db", "other.db")] == shown
    evidence = json.loads(run("--db", "other.db", "show", "-f", "json").out)[0]["evidence"]
    assert [claim["title"] for claim in evidence] == ["An old timeline"]
    run("show", "-f", "ndjson", "-o", "mine.jsonl")
    run("--db", "third.db", "import", "mine.jsonl")
    assert [event[:2] for event in events(run, "--db", "third.db")] == shown
    run("show", "-f", "csv", "-o", "mine.csv")
    run("--db", "fourth.db", "import", "mine.csv")
    assert [event[0] for event in events(run, "--db", "fourth.db")] == [date for date, _ in shown]


def test_timelinejs(run: Run) -> None:
    slides = {
        "title": {"text": {"headline": "All"}},
        "events": [
            {"start_date": {"year": "-44", "month": "3"}, "text": {"headline": "Caesar <b>fell</b>", "text": "<p>x"}},
            {"start_date": {"year": 1914}, "end_date": {"year": 1918}, "text": {"headline": "War &amp; ruin"}},
            {"start_date": {"year": 1920}, "text": {}},
        ],
    }
    Path("slides.json").write_text(json.dumps(slides), encoding="utf-8")
    run("--db", "other.db", "import", "slides.json")
    assert events(run, "--db", "other.db") == [("-0043-03", "Caesar fell", 1), ("1914/1918", "War & ruin", 1)]


@pytest.mark.parametrize("content", ["", "[]", "{}", "[1]", "a,b\n1,2\n", '{"events": []}', '[{"payload": 1}]', "\x00"])
def test_what_is_no_chronology_is_refused(run: Run, content: str) -> None:
    Path("odd").write_text(content, encoding="utf-8")
    before = run("show", "-f", "json").out
    ran = run("import", "odd")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert run("show", "-f", "json").out == before
