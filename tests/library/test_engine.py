"""SQLAlchemy users: an engine that reads, tables that are typed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import func, inspect, select, text
from sqlalchemy.exc import OperationalError

import timeline
from timeline import tables
from timeline.store.answer import EVIDENCE, TIMELINE

TEXT = "The old bridge collapsed on 4 March 1890. Spain signed a treaty with Portugal in the early 1920s."


@pytest.fixture
def tl(tmp_path: Path) -> Iterator[timeline.Timeline]:
    (tmp_path / "a.txt").write_text(TEXT)
    with timeline.open(tmp_path / "t.db") as opened:
        opened.add(tmp_path / "a.txt")
        yield opened


def test_a_typed_query(tl: timeline.Timeline) -> None:
    view = tables.timeline
    with tl.engine.connect() as connection:
        found = connection.execute(select(view.c.title, view.c.year, view.c.approximate, view.c.actors)).all()
        names: list[str] = [name for *_, actors in found for name in actors]
        years: list[int | None] = [year for _, year, _, _ in found]
    assert found[0].title == "The old bridge collapsed"
    assert (years, [soft for *_, soft, _ in found]) == ([1890, 1920], [False, True])
    assert names == ["Spain", "Portugal"]


def test_views_and_tables_join(tl: timeline.Timeline) -> None:
    query = (
        select(tables.evidence.c.quote, tables.document.c.length)
        .join(tables.document, tables.document.c.uri == tables.evidence.c.document)
        .where(tables.evidence.c.event_key == select(tables.timeline.c.key).limit(1).scalar_subquery())
    )
    with tl.engine.connect() as connection:
        assert connection.execute(query).all() == [("The old bridge collapsed on 4 March 1890.", len(TEXT))]


def test_the_columns_are_those_of_the_database(tl: timeline.Timeline) -> None:
    assert tuple(tables.timeline.c.keys()) == TIMELINE
    assert tuple(tables.evidence.c.keys()) == EVIDENCE
    there = inspect(tl.engine)
    for name in tables.__all__:
        table = getattr(tables, name)
        assert [column["name"] for column in there.get_columns(table.name)] == list(table.c.keys()), name


def test_all_is_sorted_and_whole() -> None:
    assert tables.__all__ == sorted(tables.__all__)


@pytest.mark.parametrize(
    "change", ["DELETE FROM event", "INSERT INTO problem VALUES ('a', 1, 'b', 'c', 'd', 'e')", "DROP VIEW timeline"]
)
def test_it_only_reads(tl: timeline.Timeline, change: str) -> None:
    with tl.engine.connect() as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(text(change))
    assert tl.count() == 2


def test_a_transaction_sees_one_state(tl: timeline.Timeline, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("A new bridge opened on 5 May 1894.")
    count = select(func.count()).select_from(tables.timeline)
    with tl.engine.connect() as connection:
        assert connection.scalar(count) == 2
        tl.add(tmp_path / "b.txt")
        assert connection.scalar(count) == 2
    with tl.engine.connect() as connection:
        assert connection.scalar(count) == 3


def test_a_database_that_is_not_there_yet(tmp_path: Path) -> None:
    with timeline.open(tmp_path / "new.db") as opened, opened.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.event)) == 0


def test_closing_leaves_one_file(tl: timeline.Timeline, tmp_path: Path) -> None:
    with tl.engine.connect() as connection:
        connection.scalar(text("SELECT 1"))
    assert tl.engine is tl.engine
    tl.close()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("t.db")) == ["t.db"]
    with sqlite3.connect(tmp_path / "t.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_sqlalchemy_is_loaded_by_those_who_ask_for_it() -> None:
    program = (
        "import sys, timeline; opened = timeline.Timeline; print('sqlalchemy' in sys.modules);"
        "import timeline.tables; print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\nTrue\n"


def test_threads_read_while_others_write(tl: timeline.Timeline, tmp_path: Path) -> None:
    """Six readers by every road, two writers: all answers are of one state, and nothing is lost."""
    texts = [tmp_path / f"doc{number}.txt" for number in range(8)]
    for number, path in enumerate(texts):
        path.write_text(f"The mill at Arden number {number} burned down on {number + 1} June 18{number + 20}.")
    done = threading.Event()

    def by_values() -> int:
        rounds = 0
        while not done.is_set() or rounds == 0:
            events = list(tl.events())
            assert all(event.claims for event in events)
            assert len({event.key for event in events}) == len(events)
            rounds += 1
        return rounds

    def by_rows() -> int:
        rounds = 0
        while not done.is_set() or rounds == 0:
            rows = list(tl.rows())
            assert [row["id"] for row in rows] == list(range(1, len(rows) + 1))
            assert all(row["evidence"] for row in rows)
            rounds += 1
        return rounds

    def by_engine() -> int:
        rounds = 0
        while not done.is_set() or rounds == 0:
            with tl.engine.connect() as connection:
                events = connection.scalar(select(func.count(func.distinct(tables.evidence.c.event_id))))
                assert events == connection.scalar(select(func.count()).select_from(tables.timeline))
            rounds += 1
        return rounds

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(read) for read in (by_values, by_rows, by_engine) for _ in range(2)]
        try:
            halves = [
                pool.submit(lambda part: [tl.add(path, jobs=1) for path in part], part)
                for part in (texts[:4], texts[4:])
            ]
            assert sum(report.new for half in halves for report in half.result(60)) == len(texts)
        finally:
            done.set()
        assert all(reader.result(60) for reader in readers)
    assert tl.count() == 2 + len(texts)
