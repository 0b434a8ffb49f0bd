"""Saved queries say the same by name, as a filter and as a view in plain SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.store.world import WORLD, link
from timeline.errors import InputError
from timeline.store import Filter, Store
from timeline.store.saved import park, restore
from timeline.temporal.interval import Interval


@pytest.fixture
def filled(store: Store) -> Iterator[Store]:
    store.add(WORLD)
    store.relink(link)
    for title, kind, told in (
        ("Caesar was murdered", "label", {"add": ["Ides, 'of' March"]}),
        ("A ceasefire was signed", "star", {}),
        ("New clashes erupted", "hide", {}),
    ):
        [key] = [event.key for event in store.events() if event.title == title]
        store.ledger.decide(kind, key, who=None, why=None, made=None, **told)
    store.relink(link)
    yield store
    assert store.check() == []


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"since": Interval.parse("1990"), "until": Interval.parse("1994-06")},
        {"on": Interval.parse("1991")},
        {"undated": True},
        {"undated": None},
        {"actor": ("armenia", "AZERBAIJAN")},
        {"place": ("Karabakh",)},
        {"source": ("ECHO",)},
        {"source": ("100%", "folder/c")},
        {"match": 'agreement "ended the" OR caes*'},
        {"match": "it's"},
        {"status": ("planned", "denied")},
        {"precision": ("day",)},
        {"disputed": True},
        {"starred": True},
        {"label": ("ides, 'OF' march",)},
        {"min_sources": 2},
        {"limit": 3, "reverse": True},
        {"top": 3},
        {"top": 3, "reverse": True, "since": Interval.parse("1990")},
        {"actor": ("x'); drop table event; --",)},
    ],
)
def test_the_view_says_what_the_filter_says(filled: Store, wanted: dict[str, Any]) -> None:
    assert filled.saved.save("mine", wanted)
    expected = [row["key"] for row in filled.rows(Filter.of(**wanted))]
    filled.close()
    with closing(sqlite3.connect(filled.path)) as plain:
        assert [key for (key,) in plain.execute("SELECT key FROM mine")] == expected
    with filled.sql("select key from mine") as answer:
        assert [key for (key,) in answer.rows] == expected


def test_what_is_saved_comes_back(filled: Store) -> None:
    wanted = {"since": Interval.parse("1990/1993~"), "actor": ("Armenia",), "limit": 5, "disputed": False, "on": None}
    filled.saved.save("nineties", wanted)
    assert filled.saved.get("nineties") == {"actor": ["Armenia"], "limit": 5, "since": "1990/1993~"}
    filled.saved.save("nineties", {"limit": 1})
    assert filled.saved.all() == {"nineties": {"limit": 1}}
    filled.relink(link)
    with filled.sql("select count(*) from nineties") as answer:
        assert list(answer.rows) == [(1,)]
    filled.saved.forget("nineties")
    with pytest.raises(InputError, match="none is saved"):
        filled.saved.get("nineties")
    with pytest.raises(InputError), filled.sql("select count(*) from nineties") as answer:
        list(answer.rows)


def test_views_stand_aside_for_a_migration(filled: Store) -> None:
    wanted = {"since": Interval.parse("1990"), "until": Interval.parse("1994")}
    filled.saved.save("nineties", wanted)
    filled.saved.save("odd", {"grep": "war"})
    before = [row["key"] for row in filled.rows(Filter.of(**wanted))]
    writer = filled._write()
    writer.run(park)
    with pytest.raises(InputError), filled.sql("select key from nineties") as answer:
        list(answer.rows)
    writer.run(restore)
    writer.run(restore)
    with filled.sql("select key from nineties") as answer:
        assert [key for (key,) in answer.rows] == before


def test_a_regular_expression_has_no_view(filled: Store) -> None:
    assert not filled.saved.save("odd", {"grep": "w[ai]r"})
    assert filled.saved.get("odd") == {"grep": "w[ai]r"}


@pytest.mark.parametrize("name", ["", "1a", "A", "a b", 'a"', "a;b", "event", "timeline", "sqlite_schema", "a" * 41])
def test_names_that_are_none(filled: Store, name: str) -> None:
    with pytest.raises(InputError):
        filled.saved.save(name, {})
    assert filled.saved.all() == {}
