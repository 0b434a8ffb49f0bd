"""What many events have is counted once, at link: the counts are right, hold no longer than they may, and are used."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.store.test_query import random_line
from tests.store.world import link, outcome
from timeline.store import Filter, Store, answer, census, connect, often, query, scope, sources

STRETCH = 32

ASKED: tuple[Mapping[str, object], ...] = (
    {"match": "peace"},
    {"match": "Wár!"},
    {"source": "box/a/"},
    {"source": "Box A"},
    {"source": "box/b/"},
    {"source": "daily 3"},
    {"source": "Echo"},
    {"actor": "chad"},
    {"place": "Rome"},
    {"status": "reported"},
    {"status": "denied"},
    {"precision": "day"},
    {"match": "CAME"},
    {"source": "box"},
    {"source": "bo"},
    {"source": "t"},
    {"source": ("txt", "box/a/")},
    {"match": "came", "source": "box/a/"},
)
"""One thing each, at the end beside what every event has."""
OTHERS: tuple[Mapping[str, object], ...] = (
    {"match": "peace war"},
    {"match": "peac*"},
    {"match": "peace OR war"},
    {"match": '"peace number"'},
    {"source": "daily"},
    {"source": "A"},
    {"source": "1"},
    {"source": "nowhere"},
    {"source": "box/a/", "match": "peace"},
    {"source": ("box/a/", "box/b/")},
    {"actor": ("chad", "peru")},
    {"status": ("reported", "denied")},
    {"status": "reported", "min_sources": 2},
    {"match": "war", "grep": "number 1"},
    {"match": "war", "starred": True},
    {"disputed": True},
    {"inferred": True},
    {},
)
WINDOWS: tuple[Mapping[str, object], ...] = (
    *({}, {"undated": None}, {"undated": True}, {"hidden": True}, {"since": 2446000}, {"until": 2449000}),
    *({"since": 2446000, "until": 2449000, "part": part} for part in ("all", "begins", "under way")),
    *({"since": 2446000, "until": 2446010}, {"since": 2490000}),
)


@pytest.fixture(scope="module")
def counted_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some hundred events, some of them hidden, in folders whose names are words of titles too."""
    dice = Random(5)
    lines = [random_line(dice, number) for number in range(500)]
    made = [
        outcome(f"box/{'abc'[n % 3]}/{n}.txt", *lines[n::20], publisher=dice.choice(["Echo", "Daily A", "Daily 3"]))
        for n in range(20)
    ]
    path = tmp_path_factory.mktemp("counted") / "counted.db"
    with pytest.MonkeyPatch.context() as patch, Store.open(path, create=True) as store:
        small(patch)
        store.add(made)
        store.relink(link)
        for number, row in enumerate(list(store.rows(Filter.of(undated=None)))):
            if number % 9 == 4:
                store.ledger.decide("hide", row["key"], **later(1))
        store.relink(link)
    return path


def later(day: int) -> dict[str, Any]:
    return {"who": "ada", "why": None, "made": f"2024-05-{day:02d}T00:00:00Z"}


def small(patch: pytest.MonkeyPatch) -> None:
    """As if hundreds of events were many."""
    patch.setattr(census, "MANY", 40)
    patch.setattr(census, "FEW", 1)
    patch.setattr(sources, "FEW", 1)
    for module in (census, query, often):
        patch.setattr(module, "STRETCH", STRETCH)


@pytest.fixture
def counted(counted_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    small(monkeypatch)
    shutil.copyfile(counted_file, tmp_path / "x.db")
    with Store.open(tmp_path / "x.db") as store:
        yield store


def known(path: Path, wanted: Mapping[str, object]) -> bool:
    """It is counted by stretches, or nothing but the window is asked for."""
    with closing(connect.reading(path)) as connection:
        filter_ = Filter.of(**wanted)
        where = scope.scope(connection, filter_)
        assert where is not None
        asked = where.text or where.entities or where.sources or filter_.status or filter_.precision
        return not asked or often.counted(connection, filter_, where) is not None


@pytest.mark.parametrize("wanted", ASKED, ids=str)
def test_one_thing_is_counted_by_stretches(counted: Store, wanted: Mapping[str, object]) -> None:
    assert known(counted.path, wanted)


@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("wanted", [*ASKED, *OTHERS], ids=str)
def test_a_count_is_as_long_as_the_list(
    counted: Store, wanted: Mapping[str, object], window: Mapping[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    filter_ = Filter.of(**wanted, **window)
    listed = [row["key"] for row in counted.rows(filter_)]
    assert counted.count(filter_) == len(listed)
    for after in listed[::50]:
        page = filter_._replace(after=after, reverse=len(listed) % 2 == 1)
        assert counted.count(page) == len(list(counted.rows(page)))
    monkeypatch.setattr(answer, "counted", lambda *_: None)
    monkeypatch.setattr(scope, "is_always_said", lambda *_: False)
    monkeypatch.setattr(scope, "is_always_told", lambda *_: False)
    assert [row["key"] for row in counted.rows(filter_)] == listed
    assert counted.count(filter_) == len(listed)


def test_what_every_event_has_need_not_be_asked_for(counted: Store) -> None:
    with closing(connect.reading(counted.path)) as connection:
        for wanted in ({"match": "Came"}, {"source": "tx"}, {"source": ("box/", "txt")}):
            where = scope.scope(connection, Filter.of(**wanted))
            assert where is not None
            assert (where.text, where.sources, where.entities) == (None, (), ())
        for typed in ("box/a", "3", "\U0001e94b", "tx t"):
            assert not often.is_always_told(connection, typed)


def test_the_counts_stay_right_where_one_event_is_changed(counted: Store) -> None:
    keys = [row["key"] for row in counted.rows()]
    before = counted.count(Filter.of(match="peace"))
    assert before == counted.count(Filter.of(match="peace", grep="."))
    peaceful = next(row["key"] for row in counted.rows(Filter.of(match="war")))
    counted.ledger.decide("edit", peaceful, title="Peace at last", **later(2))
    counted.ledger.decide("label", keys[1], add=["x"], **later(3))
    counted.ledger.decide("star", keys[2], on=True, **later(4))
    assert not counted.stale
    assert counted.count(Filter.of(match="peace")) == before + 1
    assert known(counted.path, {"match": "peace"})
    assert counted.check() == []
    digest = counted.digest()
    counted.relink(link)
    assert counted.digest() == digest


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("update property set value = '[0]' where name = 'often text peace'", "'often text peace' do not hold so many"),
        ("update property set value = '[\"box\"]' where name = 'often always told'", "every event"),
        ("delete from property where name = 'often always told'", "every event"),
        ("insert into property values ('often always marks', '[]')", "every event"),
        ("update property set value = value + 1 where name = 'often'", "not of these events"),
        ("update property set value = 'x' where name = 'often told box a'", "damaged"),
    ],
)
def test_wrong_counts_are_found(counted: Store, statement: str, sentence: str) -> None:
    with closing(sqlite3.connect(counted.path)) as connection:
        assert connection.execute(statement).rowcount == 1
        connection.commit()
    assert any(sentence in str(finding) for finding in counted.check())


def test_counts_of_other_events_are_not_used(counted: Store) -> None:
    """As where an older program linked, or changed an event."""
    wanted = {"match": "peace"}
    right = counted.count(Filter.of(**wanted))
    with closing(sqlite3.connect(counted.path)) as connection:
        connection.execute("update property set value = '[999]' where name like 'often text %'")
        connection.execute("update property set value = '[\"peace\"]' where name = 'often always text'")
        connection.execute("update property set value = value - 1 where name = 'often'")
        connection.commit()
    assert not known(counted.path, wanted)
    assert counted.count(Filter.of(**wanted)) == len(list(counted.rows(Filter.of(**wanted)))) == right
    counted.ledger.decide("star", next(counted.rows())["key"], on=True, **later(2))
    assert not counted.stale
    assert not known(counted.path, wanted)
    counted.relink(link)
    assert known(counted.path, wanted)
    assert counted.check() == []


def test_few_events_are_not_counted_beforehand(world: Store, counted: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not names(world.path)
    assert {"often", "often told box a", "often marks sreported"} <= names(counted.path)
    digest = counted.digest()
    monkeypatch.setattr(census, "MANY", 1 << 17)
    counted.relink(link)
    assert not names(counted.path)
    assert counted.digest() == digest


def names(path: Path) -> set[str]:
    with closing(connect.reading(path)) as connection:
        return {name for (name,) in connection.execute(f"SELECT name FROM property WHERE {often.OFTEN}")}
