"""Settings: flag > environment > beside the database > the person's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def own(database: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(database, tmp_path / "mine.db")
    monkeypatch.setenv("TIMELINE_DB", str(tmp_path / "mine.db"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))


def personal(text: str) -> None:
    path = Path("xdg/timeline/config.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def project(text: str) -> None:
    Path("timeline.toml").write_text(text, encoding="utf-8")


def form(run: Run, *arguments: str) -> str:
    """The format that `show` took."""
    first = run("show", "-n1", *arguments).out[:3]
    return {"id,": "csv", "id\t": "tsv", "[\n{": "json", '{"i': "ndjson"}.get(first, "table")


def test_the_nearer_wins(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert form(run) == "table"
    personal('format = "csv"')
    assert form(run) == "csv"
    project('format = "tsv"')
    assert form(run) == "tsv"
    project('format = "tsv"\n[show]\nformat = "json"')
    assert form(run) == "json"
    monkeypatch.setenv("TIMELINE_FORMAT", "ndjson")
    assert form(run) == "ndjson"
    assert form(run, "-f", "table") == "table"


def test_a_suffix_that_was_typed_comes_first(run: Run) -> None:
    personal('format = "csv"')
    run("show", "-o", "a.json")
    assert Path("a.json").read_text(encoding="utf-8").startswith("[")
    run("show", "-o", "a.odd")
    assert Path("a.odd").read_text(encoding="utf-8").startswith("id,")
    run("show", "-o", "b.json", "-f", "tsv")
    assert Path("b.json").read_text(encoding="utf-8").startswith("id\t")


def test_options_of_one_command(run: Run) -> None:
    personal('[show]\nuntil = "1900"\nactor = "Spain"\nreverse = true')
    assert run("show").out == ""
    personal('[show]\nuntil = "1900"\nreverse = true\n[sql]\nformat = "csv"')
    assert [line[6:10] for line in run("show").out.splitlines()] == ["1894", "1890"]
    assert run("sql", "select 1 as a").out == "a\n1\n"


def test_a_setting_that_a_command_does_not_take_is_passed_over(run: Run) -> None:
    personal('format = "csv"\ngenre = "narrative"\njobs = 1')
    assert run("tag", "-t", "in 1994").code == 0
    assert run("check").code == 0


def test_the_usual_database(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TIMELINE_DB")
    assert run("show").code == 1
    shutil.copy("mine.db", "xdg.db")
    personal('database = "../../xdg.db"')
    assert run("show").code == 0
    project('format = "csv"')
    personal(f'database = "{tmp_path / "mine.db"}"')
    assert form(run) == "csv"


def test_a_genre_that_is_none_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_GENRE", "newz")
    ran = run("add", ".", "-n")
    assert ran.code == 2
    assert "'newz' is not one of" in ran.err
    assert run("show").code == 0


def test_who_decides(run: Run) -> None:
    personal('by = "Grace"')
    run("add-event", "A ferry came", "--date", "1899")
    assert "Grace" in run("decisions").out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("formt = 'csv'", "no setting 'formt'"),
        ("[shw]\nformat = 'csv'", "no command 'shw'"),
        ("[show]\nuntl = '1990'", "'untl'"),
        ("[add]\nforce = true\n[show]\nsave = 'x'", "may not settle"),
        ("[show]\nuntil = '31 February 1990'", "is no date"),
        ("[show", "cannot be read"),
        ("\xff\x00", "cannot be read"),
    ],
)
def test_wrong_settings_are_told(run: Run, text: str, told: str) -> None:
    project(text)
    ran = run("show")
    assert ran.code in (1, 2)
    assert told in ran.err
    assert "Traceback" not in ran.err
