"""SQL on the command line: from an argument, a file or standard input, with parameters, explained."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run

QUERY = "select title from timeline where year = :year"


def test_from_an_argument_a_file_and_standard_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "query.sql").write_text(f"-- when was it?\n{QUERY};\n", encoding="utf-8")
    told = run("sql", QUERY, "-p", "year=1894", "-f", "csv")
    assert told.code == 0
    assert "1" not in told.out.splitlines()[0]
    assert len(told.out.splitlines()) == 2
    assert run("sql", f"-- when was it?\n{QUERY}", "-p", "year=1894", "-f", "csv").out == told.out
    assert run("sql", "-i", "query.sql", "-p", "year=1894", "-f", "csv").out == told.out
    monkeypatch.setattr("sys.stdin", io.StringIO(QUERY))
    assert run("sql", "-", "-p", "year=1894", "-f", "csv").out == told.out


def test_explained(run: Run) -> None:
    told = run("sql", QUERY, "-p", "year=1894", "--explain", "-f", "csv")
    assert told.code == 0
    assert "ix_event_year" in told.out
    assert run("sql", "delete from event", "--explain").code == 1
    assert run("sql", "select 1; select 2", "--explain").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["sql"], 2, "Give a query"),
        (["sql", QUERY], 1, "year"),
        (["sql", QUERY, "-p", "year"], 2, "not NAME=VALUE"),
        (["sql", 'select title from timeline where status = "planned"'], 1, "no such column: planned"),
        (["sql", "create temp table t as select 1"], 1, "a query can only read"),
    ],
)
def test_what_cannot_be(run: Run, arguments: list[str], code: int, sentence: str) -> None:
    told = run(*arguments)
    assert told.code == code
    assert sentence in told.err
