"""README tells the truth: its two commands, its queries, its library lines, every command of the program."""

from __future__ import annotations

import importlib.util
import json
import re
import sqlite3
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """tests/house/readme.py, which makes the made parts."""
    spec = importlib.util.spec_from_file_location("readme", Path(__file__).with_name("readme.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(language: str, heading: str) -> str:
    """The code blocks of a language under a heading."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## )", README, re.DOTALL | re.MULTILINE)
    assert section
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", section[1], re.DOTALL | re.MULTILINE))


def quick_start() -> list[str]:
    """The command lines of the section `Quick start`."""
    return [line for line in blocks("sh", "Quick start").splitlines() if line and not line.startswith("#")]


def test_quick_start_has_exactly_two_command_lines() -> None:
    assert len(quick_start()) == 2


def test_ci_runs_the_second() -> None:
    assert quick_start()[1] in (ROOT / ".ci/run").read_text(encoding="utf-8")


def test_made_parts_are_fresh(maker: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for page in maker.PAGES:
        text = page.read_text(encoding="utf-8")
        assert maker.made(text) == text, f"{page.name} is stale; run: python tests/house/readme.py"


def test_the_queries_run_and_find(maker: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    queries = [q for q in re.split(r";\n", blocks("sql", "In SQL")) if q.strip()]
    assert len(queries) == 5
    with sqlite3.connect(maker.seeds_database(str(tmp_path))) as db:
        assert all(db.execute(query).fetchall() for query in queries)


def test_the_tables_behind_the_views_answer(maker: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs/columns.md").read_text(encoding="utf-8")
    queries = [
        q for block in re.findall(r"^```sql\n(.*?)^```", page, re.DOTALL | re.MULTILINE) for q in block.split(";\n")
    ]
    with sqlite3.connect(maker.seeds_database(str(tmp_path))) as db:
        assert [len(db.execute(query).fetchall()) > 0 for query in queries if query] == [True] * 4


def test_the_library_lines_run(
    maker: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    lines = maker.LIBRARY.replace('"data/news.db"', json.dumps(str(tmp_path / "news.db")))
    exec(compile(lines, "README", "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith("5 ")
    assert "1994 [Armenia, Azerbaijan] signed a ceasefire agreement 1" in printed
    assert "0 15 two weeks later DATE 1989-W47 1989-11-20/1989-11-26" in printed
