"""A small database that the command line itself has made."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from timeline.cli import run as run_program

TEXTS = {
    "bridge.txt": "The old bridge collapsed on 4 March 1890. Workers built a new bridge in 1894.",
    "ferry.txt": "Spain signed a treaty with Portugal in the early 1920s.\n\n"
    "Portugal will open a new harbour on 1 May 1931.",
    "hostile.txt": "The council of \x1b[2JLeith\u202e approved =1+1 the plan on 7 June 1902.",
}


class Ran(NamedTuple):
    """What one run of the program did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three short documents."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def database(articles: Path) -> Path:
    """Those documents, added."""
    path = articles.parent / "made" / "timeline.db"
    assert _run("--db", str(path), "add", str(articles), "-q").code == 0
    return path


@pytest.fixture
def run(database: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """The program, on that database unless `--db` says otherwise, in an empty folder."""
    monkeypatch.setenv("TIMELINE_DB", str(database))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)
    return _run


def _run(*arguments: str | Path) -> Ran:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run_program([os.fspath(argument) for argument in arguments])
    for stream in (out, err):
        stream.flush()
    return Ran(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))
