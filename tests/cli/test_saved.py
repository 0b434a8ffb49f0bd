"""show --save NAME, show @NAME, queries, and the same as a view."""

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


def years(run: Run, *arguments: str) -> list[int]:
    return [event["year"] for event in json.loads(run("show", "-f", "json", *arguments).out)]


def test_save_and_show(run: Run) -> None:
    assert years(run, "--since", "1891", "--until", "1910", "--save", "turn") == [1894, 1902]
    assert years(run, "@turn") == [1894, 1902]
    assert years(run, "@turn", "--until", "1900") == [1894]
    assert run("sql", "select year from turn", "-f", "csv").out == "year\n1894\n1902\n"
    assert "--since 1891 --until 1910" in run("queries").out
    assert run("export", "@turn", "-f", "ndjson").out.count("\n") == 2
    run("add-event", "A ferry came", "--date", "1899")
    assert years(run, "@turn") == [1894, 1899, 1902]
    assert run("queries", "--forget", "@turn").code == 0
    assert run("show", "@turn").code == 1


def test_lists_and_flags_come_back(run: Run) -> None:
    assert years(run, "--actor", "spain", "--actor", "portugal", "-n", "1", "-r", "--save", "both") == [1920]
    assert years(run, "@both") == [1920]
    assert run("sql", "select year from both", "-f", "csv").out == "year\n1920\n"


def test_what_has_no_view_says_so(run: Run) -> None:
    assert "no view" in run("show", "--grep", "bridge", "--save", "odd").err
    assert years(run, "@odd") == [1890, 1894]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("show", "turn"), 2, "--match"),
        (("show", "@turn"), 1, "no saved query"),
        (("show", "--save", "a b"), 1, "no name"),
        (("show", "--save", "timeline"), 1, "name of a table"),
        (("show", "--save", "order"), 1, "a word of SQL"),
        (("show", "@order"), 1, "no saved query"),
        (("queries", "--forget", "x"), 1, "no saved query"),
    ],
)
def test_refusals(run: Run, arguments: tuple[str, ...], code: int, told: str) -> None:
    ran = run(*arguments)
    assert (ran.code, told in ran.err) == (code, True)
