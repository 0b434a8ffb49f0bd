"""A filled database of every released schema becomes what a fresh one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.migrations.released import DECIDED, REVISIONS, SAVED, unpack
from tests.migrations.test_migrate import content, made_of, names
from tests.store.world import WORLD, link
from timeline.errors import StoreError
from timeline.store import Filter, Store, identity, migrate


@pytest.fixture(params=REVISIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old" / "x.db"
    unpack(request.param, path)
    return path


def test_every_released_schema_but_the_newest_is_here() -> None:
    assert tuple(REVISIONS) == identity.REVISIONS[:-1]


def test_it_is_asked_for_first_and_kept_beside(old: Path) -> None:
    before = content(old)
    with pytest.raises(StoreError, match="timeline migrate"):
        Store.open(old)
    backup = migrate.upgrade(old)
    assert backup is not None
    assert content(backup) == before
    assert names(old) == ["x.db", backup.name]


def test_rows_views_indexes_and_words_are_those_of_a_fresh_one(old: Path, tmp_path: Path) -> None:
    migrate.upgrade(old)
    fresh = tmp_path / "fresh" / "x.db"
    with Store.open(old) as became, Store.open(fresh, create=True) as made:
        made.add(WORLD)
        for name, wanted in SAVED.items():
            made.saved.save(name, wanted)
        taken = [{k: row[k] for k in ("key", "kind", "payload", "who", "why", "made")} for row in became.ledger.all()]
        assert made.ledger.take(taken) == DECIDED
        made.relink(link)
        assert became.check() == made.check() == []
        assert became.digest() == made.digest()
        asked: tuple[dict[str, object], ...] = (
            {"source": "echo"},
            {"source": "on"},
            {"match": "agreement"},
            {"label": "mill"},
            {"top": 3},
        )
        for one in asked:
            found = [row["key"] for row in became.rows(Filter.of(**one))]
            assert found == [row["key"] for row in made.rows(Filter.of(**one))] != []
    assert made_of(old) == made_of(fresh)
    assert _marks(old) == _marks(fresh)


def _marks(path: Path) -> list[tuple[object, ...]]:
    with Store.open(path) as store, store.sql("select id, marks from event order by id") as told:
        return list(told.rows)
