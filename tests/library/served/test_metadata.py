"""What is told of the database is true of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from timeline import library
from timeline.library.served import page
from timeline.library.served.metadata import metadata, told
from timeline.store import connect


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three events."""
    folder = tmp_path_factory.mktemp("told")
    (folder / "a.txt").write_text("The bridge fell on 4 March 1890. It was rebuilt in 1894. A ferry sank in 1902.")
    with library.open(folder / "a.db") as timeline:
        timeline.add(folder / "a.txt")
    return folder / "a.db"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """To it."""
    with closing(connect.reading(path)) as found:
        yield found


def link(view: str) -> str:
    return f"/a/{view}"


def columns(connection: sqlite3.Connection, view: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]


@pytest.mark.parametrize("view", ["timeline", "evidence", "disputed"])
def test_columns_are_those_of_the_views(connection: sqlite3.Connection, view: str) -> None:
    facts = metadata("a", [], link)["databases"]["a"]["tables"][view]
    assert list(facts["columns"]) == columns(connection, view)
    assert all(text.endswith(".") for text in facts["columns"].values())


@pytest.mark.parametrize("view", told()["views"])
def test_what_is_named_is_there(connection: sqlite3.Connection, view: str) -> None:
    facts = told()["views"][view]
    named = [facet if isinstance(facet, str) else facet["array"] for facet in facts.get("facets", ())]
    named += [*facts.get("legible", ()), *(facts[name] for name in ("sort", "sort_desc", "fts_pk") if name in facts)]
    assert set(named) <= set(columns(connection, view))


def test_every_table_is_told_or_hidden(connection: sqlite3.Connection) -> None:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")}
    assert {name for name in there if not name.startswith(tuple(told()["hidden"]))} == set(told()["views"])
    assert set(told()["closed"]) <= there


@pytest.mark.parametrize("query", told()["queries"])
def test_queries_run(connection: sqlite3.Connection, query: str) -> None:
    parameters = {"actor": "", "since": "1890-01-01", "until": "1900-01-01"}
    found = connection.execute(told()["queries"][query]["sql"], parameters)
    assert {column[0] for column in found.description} & {"key", "event_key", "year"}


def test_a_large_page_holds_what_is_most_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "the 2 most told" not in "".join(page.page(str(path)))
    monkeypatch.setattr(page, "MOST", 2)
    shown = "".join(page.page(str(path)))
    assert "Timeline: the 2 most told of 3 events" in shown
    assert "2 events from 1 document" in shown
