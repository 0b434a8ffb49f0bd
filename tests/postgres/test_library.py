"""The library on a server: the engine with its typed tables, frames, one sentence where only a file will do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, inspect, select, text
from sqlalchemy.exc import DBAPIError

import timeline
from tests.postgres.conftest import PASSWORD, Cluster, Twins, program
from timeline import tables
from timeline.errors import StoreError

VIEWS = (tables.timeline, tables.evidence, tables.disputed)


@pytest.fixture
def both(seeded: Twins) -> Iterator[tuple[timeline.Timeline, timeline.Timeline]]:
    """The same in a file and on a server."""
    with timeline.open(seeded.file, create=False) as one, timeline.open(seeded.url, create=False) as other:
        yield one, other


def test_the_engine_gives_the_same_values_of_the_same_types(
    both: tuple[timeline.Timeline, timeline.Timeline],
) -> None:
    for view in VIEWS:
        told = []
        for tl in both:
            with tl.engine.connect() as connection:
                rows = connection.execute(select(view)).all()
            told.append(sorted(([(value, type(value)) for value in row] for row in rows), key=str))
        assert told[0] == told[1], view.name
        assert told[0]


def test_its_tables_are_those_of_the_server(both: tuple[timeline.Timeline, timeline.Timeline]) -> None:
    there = inspect(both[1].engine)
    for name in tables.__all__:
        table = getattr(tables, name)
        assert [column["name"] for column in there.get_columns(table.name)] == list(table.c.keys()), name


def test_typed_conditions(both: tuple[timeline.Timeline, timeline.Timeline]) -> None:
    view = tables.timeline
    query = select(view.c.title, view.c.actors).where(view.c.disputed, ~view.c.approximate, view.c.year < 2000)
    found = []
    for tl in both:
        with tl.engine.connect() as connection:
            found.append(connection.execute(query).all())
    assert found[0] == found[1]
    assert found[0]


@pytest.mark.parametrize("change", ["DELETE FROM event", "DROP VIEW timeline", "SET TRANSACTION READ WRITE"])
def test_the_engine_only_reads(both: tuple[timeline.Timeline, timeline.Timeline], change: str) -> None:
    count = select(func.count()).select_from(tables.timeline)
    for level in ("REPEATABLE READ", "AUTOCOMMIT"):
        with both[1].engine.connect().execution_options(isolation_level=level) as connection:
            assert connection.scalar(count)
            if change.startswith("SET"):
                if level == "AUTOCOMMIT":
                    continue
                with pytest.raises(DBAPIError, match="read-write mode"):
                    connection.execute(text(change))
            else:
                with pytest.raises(DBAPIError, match="read-only transaction"):
                    connection.execute(text(change))


def test_a_transaction_of_the_engine_sees_one_state(url: str, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("A new bridge opened on 5 May 1894.", encoding="utf-8")
    count = select(func.count()).select_from(tables.timeline)
    with timeline.open(url) as tl:
        with tl.engine.connect() as connection:
            assert connection.scalar(count) == 0  # and the tables are there
            tl.add(tmp_path / "b.txt", jobs=0)
            assert connection.scalar(count) == 0
        with tl.engine.connect() as connection:
            assert connection.scalar(count) == 1


def test_the_engine_tells_no_password(both: tuple[timeline.Timeline, timeline.Timeline], cluster: Cluster) -> None:
    engine = both[1].engine
    with engine.connect() as connection, pytest.raises(DBAPIError) as wrong:
        connection.execute(text("SELECT nothing"))
    with pytest.raises(StoreError) as refused, timeline.open(cluster.url("t1", password="wr0ng")) as tl:
        _ = tl.engine
    for told in (repr(engine), str(engine.url), str(wrong.value), repr(refused.value), str(refused.value.facts)):
        assert PASSWORD not in told
        assert "wr0ng" not in told


@pytest.mark.parametrize("kind", ["pandas", "polars"])
@pytest.mark.parametrize("view", ["timeline", "evidence"])
def test_frames_are_the_same(both: tuple[timeline.Timeline, timeline.Timeline], kind: str, view: str) -> None:
    pytest.importorskip(kind)
    one, other = (tl.frame(view, kind, since="1988", until="2021") for tl in both)
    assert one.equals(other)
    assert list(one.dtypes) == list(other.dtypes)
    assert len(one) > 5


def test_only_a_file_can_be_recovered(seeded: Twins, tmp_path: Path) -> None:
    for damaged, target in ((seeded.url, tmp_path / "new.db"), (seeded.file, seeded.url)):
        ran = program("recover", damaged, target)
        assert (ran.code, ran.err.count("\n"), "pg_restore" in ran.err) == (1, 1, True)
        assert "owner:***@" in ran.err
    assert list(tmp_path.iterdir()) == []
