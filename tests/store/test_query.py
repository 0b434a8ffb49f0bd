"""Filters against a plain reading of their meaning, and the roads that the database takes to answer them."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.store.world import link, outcome
from timeline.errors import InputError
from timeline.model.event import Event
from timeline.store import Filter, Store, answer, arms, connect, query
from timeline.store import sources as sources_module
from timeline.store.drawer import rank
from timeline.store.query import Statement, counting, listing, most_salient
from timeline.store.scope import scope
from timeline.temporal.interval import Interval

AGREEMENT = "An agreement ended the fighting"
FAR = 10**9

CASES: tuple[tuple[dict[str, object], list[str]], ...] = (
    ({"actor": "armenia", "until": "1991"}, ["The conflict began", "Troops invaded land", "The region was occupied"]),
    ({"actor": ("ARMENIA", "russia")}, [AGREEMENT, "The leaders signed a pact"]),
    ({"actor": "Marquez"}, ['The "century" ended, it\'s 100% over']),
    ({"actor": "armenia", "place": "karabakh"}, ["The region was occupied"]),
    ({"place": "moscow"}, [AGREEMENT, "The leaders signed a pact"]),
    ({"actor": "Atlantis"}, []),
    ({"match": "agreement"}, [AGREEMENT]),
    ({"match": "it's 100%"}, ['The "century" ended, it\'s 100% over']),
    ({"match": '"ended the fighting"'}, [AGREEMENT]),
    ({"match": '"the ended fighting"'}, []),
    ({"match": "agree* OR caesar"}, ["Caesar was murdered", AGREEMENT]),
    ({"match": "sreported b0 n2"}, []),
    ({"match": "agreement", "since": "2020-11-10"}, [AGREEMENT]),
    ({"match": "agreement", "since": "2020-11-11"}, []),
    ({"match": "occupied", "since": "1991-06", "part": "under way"}, ["The region was occupied"]),
    ({"disputed": True}, ["The region was occupied", AGREEMENT]),
    ({"status": "planned"}, ["A summit will be held"]),
    ({"status": ("planned", "denied")}, ["A summit will be held"]),
    ({"undated": True}, ["Nobody knows when the bridge fell"]),
    ({"undated": True, "actor": "armenia"}, ["Nobody knows when the bridge fell"]),
    ({"undated": True, "actor": "russia"}, []),
    ({"undated": None, "actor": "armenia", "since": "2025"}, ["A summit will be held"]),
    ({"undated": None, "match": "bridge"}, ["Nobody knows when the bridge fell"]),
    ({"min_sources": 2}, ["The region was occupied", AGREEMENT]),
    ({"min_sources": 3}, [AGREEMENT]),
    ({"top": 2}, ["The region was occupied", AGREEMENT]),
    ({"top": 1, "until": "2000"}, ["The region was occupied"]),
    ({"top": 2, "reverse": True}, [AGREEMENT, "The region was occupied"]),
    ({"reverse": True, "limit": 2}, ["The light will arrive", "A summit will be held"]),
    ({"limit": 2}, ["The old law was in force", "Caesar was murdered"]),
    ({"source": "ECHO", "until": "1990"}, ["The conflict began", "Troops invaded land"]),
    ({"source": ("folder/", "agency")}, [AGREEMENT]),
    ({"source": "a.txt on"}, []),
    ({"source": "txt On"}, []),
    ({"source": "on c.txt"}, []),
    ({"source": "on folder/c"}, ['The "century" ended, it\'s 100% over', AGREEMENT]),
    ({"source": "folder/c.txt", "match": "century"}, ['The "century" ended, it\'s 100% over']),
    ({"source": "b.txt", "actor": "armenia"}, ["The region was occupied", AGREEMENT, "A summit will be held"]),
    ({"grep": "^caesar|LIGHT"}, []),
    ({"grep": "^caesar|light"}, ["Caesar was murdered", "The light will arrive"]),
    ({"precision": "decade"}, ["Troops invaded land"]),
    ({"on": "1930"}, ["The old law was in force", "The archive has been closed"]),
    ({"on": "1930", "part": "begins"}, []),
    ({"since": "1992-06", "until": "1993"}, ["The archive has been closed", "Troops invaded land"]),
    ({"since": "1991", "until": "1994", "part": "begins"}, ["The region was occupied", "A ceasefire was signed"]),
    ({"until": "-0100"}, ["The old law was in force"]),
    ({"since": "Y20000"}, ["The archive has been closed"]),
    ({"on": "1994", "since": "1995"}, []),
)


def asked(wanted: dict[str, object]) -> Filter:
    edges = ("since", "until", "on")
    return Filter.of(**{k: Interval.parse(str(v)) if k in edges else v for k, v in wanted.items()})


@pytest.mark.parametrize(("wanted", "titles"), CASES, ids=lambda value: str(value)[:60])
def test_filters(world: Store, wanted: dict[str, object], titles: list[str]) -> None:
    assert [event.title for event in world.events(asked(wanted))] == titles
    assert [row["title"] for row in world.rows(asked(wanted))] == titles
    if "top" not in wanted and "limit" not in wanted:
        assert world.count(asked(wanted)) == len(titles)


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'",
        "AND",
        "NOT x",
        "NEAR(",
        "(",
        "^",
        "+",
        "co-op",
        "-1815",
        "foo:bar",
        "a\0b",
        "\ud800 q",
        "title:x",
        "*q*",
    ],
)
def test_any_typed_words_are_harmless(world: Store, typed: str) -> None:
    try:
        assert list(world.rows(Filter.of(match=typed))) == []
    except InputError as error:
        assert "no word" in str(error)  # noqa: PT017


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({"colour": "red"}, "no filter colour"),
        ({"grep": "("}, "no regular expression"),
        ({"match": "%%"}, "no word"),
        ({"source": "/"}, "no word"),
        ({"after": "nokey"}, "no event nokey"),
        ({"part": "end"}, "part is one of"),
        ({"actor": ""}, "actor is empty"),
        ({"actor": 5}, "actor is a text or several, not 5"),
        ({"label": [5]}, "label is a text, not 5"),
        ({"match": 5}, "match is a text, not 5"),
        ({"status": "done"}, "no status 'done'; there are reported,"),
        ({"precision": ["day", "days"]}, "no precision 'days'; there are second,"),
        ({"limit": "3"}, "limit is a whole number, not '3'"),
        ({"top": -1}, "top is a whole number, not -1"),
    ],
)
def test_what_cannot_be_asked(world: Store, wanted: dict[str, object], sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        list(world.rows(Filter.of(**wanted)))


def test_rows_have_the_keys_of_the_views(world: Store) -> None:
    row = next(iter(world.rows()))
    assert list(row) == [*answer.TIMELINE, "evidence"]
    assert list(row["evidence"][0]) == list(answer.EVIDENCE)
    connection = connect.reading(world.path)
    for view, keys in (("timeline", answer.TIMELINE), ("evidence", answer.EVIDENCE)):
        told = connection.execute(f"SELECT * FROM {view} LIMIT 0").description
        assert [name for name, *_ in told] == list(keys)
    connection.close()


def test_rows_say_what_the_views_say(world: Store) -> None:
    connection = connect.reading(world.path)
    connection.row_factory = sqlite3.Row
    for row in world.rows(Filter.of(undated=None)):
        view = dict(connection.execute("SELECT * FROM timeline WHERE id = ?", (row["id"],)).fetchone())
        told = {k: v for k, v in row.items() if k not in ("actors", "places", "labels", "evidence")}
        assert told == {k: view[k] for k in told}
        claims = connection.execute("SELECT * FROM evidence WHERE event_key = ?", (row["key"],)).fetchall()
        by_key = {claim["claim_key"]: dict(claim) for claim in claims}
        assert {claim["claim_key"]: claim for claim in row["evidence"]} == by_key
    connection.close()


def test_the_view_of_disputes(world: Store) -> None:
    with world.sql("select title, edtf, other_edtf, days_apart from disputed") as found:
        assert list(found.rows) == [("The region was occupied", "1991", "1992", 1)]


# A plain reading of the filters, over many events of every kind


def random_line(dice: random.Random, number: int) -> str:
    year = dice.randint(1980, 1999)
    month, day = dice.randint(1, 12), dice.randint(1, 28)
    edtf = dice.choice(
        [f"{year}-{month:02d}-{day:02d}"] * 6
        + [f"{year}-{month:02d}"] * 3
        + [
            f"{year}",
            f"{year // 10}X",
            f"{year}/..",
            f"../{year}",
            f"{year}/{year + dice.randint(1, 15)}",
            "",
            "19XX",
            f"{year}-24",
        ]
    )
    actors = "; ".join(dice.sample(["Armenia", "Russia", "Chad", "Peru"], dice.randint(0, 3)))
    place = dice.choice(["", "Rome", "Lima"])
    status = dice.choice(["reported"] * 5 + ["planned", "denied"])
    return (
        f"{edtf} | {dice.choice(['Peace', 'War', 'Talks'])} number {number // 2} came | {actors} @ {place} | {status}"
    )


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    dice = random.Random(4)
    lines = [random_line(dice, number) for number in range(600)]
    results = [
        outcome(f"{n}.txt", *lines[n::7], publisher=dice.choice(["Echo", "Daily Wire", "Daily 3"])) for n in range(7)
    ]
    with Store.open(tmp_path_factory.mktemp("many") / "many.db", create=True) as made:
        made.add(results)
        made.relink(link)
        yield made


def fits(event: Event, wanted: Filter, sources: dict[str, str]) -> bool:
    first, last = (event.when.first_day, event.when.last_day) if event.when else (None, None)
    dated = first is not None or last is not None
    since, until = wanted.window
    if wanted.undated is not None and dated is wanted.undated:
        return False
    low, high = -FAR if first is None else first, FAR if last is None else last
    begins = (since is None or low >= since) and (until is None or low <= until)
    under_way = since is not None and low < since <= high and (until is None or since <= until)
    window = {"all": begins or under_way, "begins": begins, "under way": under_way}[wanted.part]
    if (since is not None or until is not None) and not (dated and window):
        return False
    text = "\n".join([event.title, *(claim.quote for claim in event.claims)]).lower()
    return (
        set(wanted.actor) <= set(event.actors)
        and set(wanted.place) <= set(event.places)
        and (not wanted.status or event.status in wanted.status)
        and (not wanted.precision or (event.when is not None and event.when.precision in wanted.precision))
        and (not wanted.disputed or event.disputed)
        and event.sources >= (wanted.min_sources or 0)
        and (wanted.match is None or wanted.match.lower() in text)
        and all(event.claims and any(text in sources[c.document] for c in event.claims) for text in wanted.source)
    )


def random_filter(dice: random.Random) -> Filter:
    since = Interval.day(dice.randint(1979, 2000), dice.randint(1, 12), dice.randint(1, 28)).first_day
    until = (since or 0) + dice.choice([0, 10, 100, 1000, 5000])
    wanted: dict[str, object] = {"undated": dice.choice([False, False, False, None, True])}
    if wanted["undated"] is False:
        wanted |= dice.choice([{}, {"since": since}, {"until": until}, {"since": since, "until": until}])
        wanted["part"] = dice.choice(["all", "all", "begins", "under way"]) if "since" in wanted else "all"
    wanted |= dice.choice(
        [{}, {}, {"actor": "Chad"}, {"actor": ("Peru", "Russia")}, {"place": "Rome", "actor": "Peru"}]
    )
    wanted |= dice.choice([{}, {}, {"match": "War"}, {"status": "denied"}, {"disputed": True}, {"min_sources": 2}])
    wanted |= dice.choice([{}, {}, {}, {"precision": ("day", "year")}, {"source": "ech"}, {"source": ("wire", "3")}])
    wanted |= dice.choice(
        [{}, {}, {"source": "3"}, {"source": "0"}, {"source": ("txt", "daily")}, {"status": ("reported", "denied")}]
    )
    return Filter.of(**wanted)


def test_what_has_no_date_is_in_no_window(many: Store) -> None:
    assert list(many.events(Filter.of(undated=True)))
    for window in ({"since": 2440000}, {"until": 2440000}, {"since": 2440000, "until": 2460000}):
        assert list(many.events(Filter.of(undated=True, **window))) == []
        assert many.count(Filter.of(undated=True, **window)) == 0


@pytest.mark.parametrize("seed", range(150))
def test_against_a_plain_reading(many: Store, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = random_filter(random.Random(seed))
    everything = sorted(many.events(Filter.of(undated=None)), key=rank)
    sources = {key: f"{told.uri} {told.publisher}".lower() for key, told in many.facts().items()}
    monkeypatch.setattr(sources_module, "FEW", seed % 3)  # documents one by one, or found by a query
    monkeypatch.setattr(answer, "_SPARE", seed % 2)  # events looked at beyond those wanted
    monkeypatch.setattr(arms, "WALKED", seed % 2 * 5000)  # names held against each other, or found by a query
    expected = [event.key for event in everything if fits(event, wanted, sources)]
    assert [event.key for event in many.events(wanted)] == expected, wanted
    assert many.count(wanted) == len(expected)
    assert [row["key"] for row in many.rows(wanted._replace(reverse=True))] == expected[::-1]
    assert [row["key"] for row in many.rows(wanted._replace(limit=3))] == expected[:3]
    monkeypatch.setattr(query, "MANY", seed % 2 * 1000)  # with and without a look at the most salient alone
    salient = sorted((e for e in everything if e.key in expected), key=lambda e: (e.salience, everything.index(e)))[-4:]
    assert [row["key"] for row in many.rows(wanted._replace(top=4))] == [
        event.key for event in everything if event in salient
    ]


def test_the_most_salient_of_a_rare_source_are_not_sought_among_too_few(
    many: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "MANY", 0)
    monkeypatch.setattr(sources_module, "FEW", 0)
    connection = connect.reading(many.path)

    top = many.count(Filter.of(undated=False)) // 10 - 1

    def looks(**wanted: object) -> int:
        where = scope(connection, asked(wanted | {"top": top}))
        assert where is not None
        return _looks(most_salient(asked(wanted), where, "e.key", top), top - 1)

    assert (looks(), looks(source="echo")) == (2, 1)
    connection.close()


def test_the_few_events_of_a_name_are_simply_sorted(many: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are of others: to look for them among the most salient takes longer."""
    connection = connect.reading(many.path)
    monkeypatch.setattr(query, "MANY", many.count(Filter.of(source="echo")) * 0.9)

    def looks(**wanted: object) -> int:
        where = scope(connection, asked(wanted | {"top": 3}))
        assert where is not None
        return _looks(most_salient(asked(wanted), where, "e.key", 3), 2)

    assert looks(source="echo") > looks(source="echo", place="Rome") == 1
    connection.close()


def test_where_a_look_tells_that_few_fit_they_are_simply_sorted(many: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = connect.reading(many.path)
    monkeypatch.setattr(query, "MANY", 0)
    monkeypatch.setattr(query, "CHANCE", 0)

    def looks(found: int, simply: int) -> int:
        monkeypatch.setattr(query, "SORTED", simply)
        where = scope(connection, asked({"match": "the", "top": 3}))
        assert where is not None
        return _looks(most_salient(asked({"match": "the", "top": 3}), where, "e.key", 0), found)

    assert looks(1, 10) > looks(1, 10**6) == 2
    connection.close()


def _looks(statements: Generator[Statement, int, None], found: int) -> int:
    """How many there are, if each gives so many rows."""
    next(statements)
    looks = 1
    with suppress(StopIteration):
        while True:
            statements.send(found)
            looks += 1
    return looks


@pytest.mark.parametrize("reverse", [False, True])
def test_pages_follow_one_another(many: Store, reverse: bool) -> None:
    wanted = Filter.of(since=Interval.parse("1985"), actor="Chad", reverse=reverse, limit=7)
    whole = [row["key"] for row in many.rows(wanted._replace(limit=None))]
    pages: list[str] = []
    while page := [row["key"] for row in many.rows(wanted._replace(after=pages[-1] if pages else None))]:
        pages += page
    assert len(whole) > 21
    assert pages == whole


# The roads


BY_ID = "e USING INTEGER PRIMARY KEY"
ROADS: tuple[tuple[dict[str, object], list[str]], ...] = (
    ({"since": "1985", "until": "1986"}, [BY_ID, "ix_event_under_way"]),
    ({"since": "1985", "actor": "Chad"}, ["n USING PRIMARY KEY", "ix_event_entity_under_way", BY_ID]),
    (
        {"since": "1985", "until": "1990", "actor": ("Chad", "Peru"), "place": "Rome"},
        ["n USING PRIMARY KEY", "n1 USING PRIMARY KEY", "n2 USING PRIMARY KEY", "ix_event_entity_under_way", BY_ID],
    ),
    ({"actor": ("Chad",) * 9 + ("Peru",)}, ["n USING PRIMARY KEY", "n1 USING PRIMARY KEY", BY_ID]),
    ({"since": "1985", "match": "war"}, ["f VIRTUAL TABLE INDEX", "ix_event_under_way", BY_ID]),
    ({"status": "denied", "place": "Rome"}, ["f VIRTUAL TABLE INDEX", BY_ID]),
    ({"source": "echo"}, ["n USING PRIMARY KEY", BY_ID]),
    ({"source": "echo", "since": "1985"}, ["n USING PRIMARY KEY", "ix_event_source_under_way", BY_ID]),
    ({"source": "3", "since": "1985"}, ["f VIRTUAL TABLE INDEX", "ix_event_under_way", BY_ID]),
    ({"status": "reported", "limit": 9}, ["f VIRTUAL TABLE INDEX", BY_ID]),
    ({"top": 3}, ["f VIRTUAL TABLE INDEX", BY_ID]),
)


@pytest.mark.parametrize(("wanted", "roads"), ROADS, ids=lambda value: str(value)[:40])
def test_every_filter_takes_an_index_and_never_sorts_all(
    many: Store, wanted: dict[str, object], roads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query, "MANY", 0)
    monkeypatch.setattr(sources_module, "FEW", 0)
    connection = connect.reading(many.path)
    answer.prepare(connection)
    filter_ = asked(wanted)
    where = scope(connection, filter_)
    assert where is not None
    listed = [next(most_salient(filter_, where, "e.title", 3))] if filter_.top else listing(filter_, where, "e.title")
    for sql, parameters in [*listed, *counting(filter_, where)]:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]
        steps = [step for step in plan if step.startswith(("SEARCH", "SCAN")) and "SUBQUERY" not in step]
        steps = [step for step in steps if "list" not in step.lower()]
        unknown = [step for step in steps if not any(road in step for road in roads) and step.split()[1][:1] in "efnu"]
        assert not unknown, plan
        if ".bucket = " in sql:  # what began before the window: nothing but the index of the long ones is short
            assert all("under_way" in step or BY_ID in step for step in steps if step.split()[1] in "enu"), plan
            assert any("under_way" in step for step in steps), plan
            merged = "MERGE (INTERSECT)" in plan
            assert all(("id=?" in step) is not merged for step in steps if step.split()[1] == "u"), plan
        if filter_.top is None:
            assert not [step for step in plan if "TEMP B-TREE" in step], plan
    connection.close()


def test_documented_sql_takes_an_index(many: Store) -> None:
    connection = connect.reading(many.path)
    for sql, index in (
        ("select * from timeline where date between '1990' and '1991'", "ix_event_date"),
        ("select * from timeline where year = 1990", "ix_event_year"),
        ("select * from timeline where first_day <= 2448000 order by first_day", "ix_event_first_day"),
        ("select * from timeline where key = 'x'", "uq_event_key sqlite_autoindex_event_1"),
        ("select * from evidence where event_key = 'x'", "uq_event_key sqlite_autoindex_event_1"),
        ("select * from timeline order by id desc limit 3", "event"),
        (
            "select t.* from timeline t join event_entity n on n.event_id = t.id "
            "where n.role = 'actor' and n.entity_id = (select id from entity where name = 'Chad')",
            "SEARCH n USING PRIMARY KEY",
        ),
    ):
        plan = " / ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert any(name in plan for name in index.split(maxsplit=0 if "SEARCH" in index else -1)), plan
        assert "SCAN event_entity" not in plan
        if "order by id" not in sql:
            assert "SCAN event" not in plan, plan
    connection.close()


def test_reading_is_light(world_file: Path) -> None:
    code = (
        "import sys; from timeline.store import Store, Filter\n"
        f"with Store.open({str(world_file)!r}) as s: assert len(list(s.rows(Filter.of(match='agreement')))) == 1\n"
        "heavy = {'sqlalchemy', 'alembic', 'dateparser', 'timeline.model', 'dataclasses'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
