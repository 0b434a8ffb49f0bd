"""The same events for every filter, and for every search a person may type."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.postgres.conftest import Cluster
from tests.store.world import link, outcome
from timeline.errors import InputError
from timeline.store import Filter, Store
from timeline.store.postgres import arms, query
from timeline.temporal.interval import Interval

Pair = tuple[Store, Store]
CHOICES: dict[str, list[Any]] = {
    "since": [None, None, Interval.parse("1991"), Interval.parse("2020-10"), Interval.parse("-0100"), 2_000_000],
    "until": [None, None, Interval.parse("1994"), Interval.parse("-0043-03-15"), Interval.parse("2025"), 2_459_000],
    "on": [None, None, None, Interval.parse("1992"), Interval.parse("199X")],
    "actor": [(), (), ("armenia",), ("RUSSIA", "Azerbaijan"), ("marquez",), ("nobody",)],
    "place": [(), (), ("karabakh",), ("Rome",)],
    "source": [(), (), ("a",), ("folder/c",), ("agency", "b.txt"), ("the daily ec",)],
    "status": [(), (), ("planned",), ("reported", "denied")],
    "precision": [(), (), ("day", "year"), ("decade",)],
    "match": [None, None, "signed", "agree* OR summit", '"the region was"', "nobody knows"],
    "grep": [None, None, None, "[Ss]ign", "100% over"],
    "undated": [False, False, None],
    "disputed": [False, False, True],
    "hidden": [False, False, False, True],
    "min_sources": [None, None, 2],
    "top": [None, None, 3],
    "limit": [None, None, 2],
    "reverse": [False, True],
    "part": ["all", "all", "begins", "under way"],
}


def asked(store: Store, filter_: Filter) -> tuple[object, ...]:
    rows = list(store.rows(filter_))
    return rows, list(store.events(filter_)), store.count(filter_)


@pytest.mark.parametrize("seed", range(40))
def test_any_filter_finds_the_same(worlds: Pair, seed: int) -> None:
    random = Random(seed)
    filter_ = Filter.of(**{name: random.choice(choices) for name, choices in CHOICES.items()})
    one, other = (asked(store, filter_) for store in worlds)
    assert one == other


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, choices in CHOICES.items() for value in choices if value]
)
def test_each_filter_by_itself(worlds: Pair, name: str, value: object) -> None:
    one, other = (asked(store, Filter.of(**{name: value})) for store in worlds)
    assert one == other


@pytest.mark.parametrize(("several", "some"), [(0, 0), (0, 9), (9, 0)])
def test_a_source_of_many_finds_the_same(
    worlds: Pair, monkeypatch: pytest.MonkeyPatch, several: int, some: int
) -> None:
    """However many documents and publishers it takes until they are looked for in another way."""
    monkeypatch.setattr(arms, "SEVERAL", several)
    monkeypatch.setattr(arms, "SOME", some)
    for source in CHOICES["source"]:
        for more in ({}, {"until": 2_459_000, "top": 3}, {"on": Interval.parse("199X"), "match": "agree* OR summit"}):
            one, other = (asked(store, Filter.of(source=source, **more)) for store in worlds)
            assert one == other


@pytest.mark.parametrize("ample", [0.2, 1.0, 4.0])
def test_the_most_salient_are_the_same_however_many_are_looked_at_first(
    worlds: Pair, monkeypatch: pytest.MonkeyPatch, ample: float
) -> None:
    monkeypatch.setattr(query, "AMPLE", ample)
    monkeypatch.setattr(query, "MOST", 1.0)
    looked: list[int] = []
    real = query._from

    def noted(*told: Any) -> str:
        looked.append(len(told))
        return real(*told)

    monkeypatch.setattr(query, "_from", noted)
    asks: tuple[dict[str, Any], ...] = ({}, {"actor": "armenia"}, {"source": "a"}, {"since": 2_400_000})
    for wanted, top in product(asks, (1, 2, 5)):
        one, other = (asked(store, Filter.of(**wanted, top=top)) for store in worlds)
        assert one == other
    assert 2 in looked


def test_undated_ones_and_pages(worlds: Pair) -> None:
    for undated, reverse in product((True, None), (False, True)):
        one, other = (asked(store, Filter.of(undated=undated, reverse=reverse)) for store in worlds)
        assert one == other
    keys = [row["key"] for row in worlds[0].rows()]
    for key in keys[:3]:
        one, other = (asked(store, Filter.of(after=key, limit=2)) for store in worlds)
        assert one == other
    for store in worlds:
        with pytest.raises(InputError, match="no event nothing"):
            list(store.rows(Filter.of(after="nothing")))


TEXTS = (
    "The café in São Paulo was closed",
    "THE CAFE burnt down, it's 100% over",
    "Ångström's co-operation with the coöperative ended",
    "Der Maßstab änderte sich: GROSSE Straße",
    "Москва и Ёлка подписали договор",
    "东京 会議 が 開かれた",
    "A treaty (no. 44-b) was signed; the treaty's text was lost",
    "x_y and x.y and x-y met at 10:30 on 1st",
    "Ⅷ corps took hill ½ and 10²",
    "The \u201cold\u201d law; the_old_law; theoldlaw",
    "İstanbul and ISTANBUL and istanbul and ıstanbul",
    "e\u0301clair and \u00e9clair and eclair",
    "emoji \U0001f600 ended \u0640 here",
    "ﬁnancial oﬃce " + "long" * 300,
)
TYPED = (
    *("cafe", "CAFÉ", "café", "Sao", "são paulo", '"sao paulo"', '"paulo sao"', "co-operation", "coop*", "cooperative"),
    *("coöper*", "angstrom", "ÅNGSTRÖM's", "maßstab", "masstab", "strasse", "straße", "GROSSE", "andert*", "änderte"),
    *(
        "москва",
        "елка",
        "Ёлка",
        "МОСК*",
        "东京",
        "东*",
        "会議 が",
        "treaty NOT text",
        "NOT",
        "treaty AND signed",
        "44-b",
    ),
    *('"no 44"', '"44 b was"', "x_y", "x.y", '"x y"', "10:30", "1st", "Ⅷ", "½", "10²", "10", '"old law"', "the_old*"),
    *('"the old" OR theoldlaw', "istanbul", "İstanbul", "ıstanbul", "éclair", "e\u0301clair", "eclair", "\U0001f600"),
    *(
        "emoji ended",
        '"emoji ended here"',
        "financial",
        "ﬁnancial",
        "office",
        "oﬃce",
        "long*",
        "long" * 300,
        "long" * 299,
    ),
    *("it's", "its", "100%", "it* over", '"burnt down it"', "OR", "OR OR treaty", "treaty OR", "(treaty)", "treaty^2"),
    *(
        "title:treaty",
        "NEAR(treaty text)",
        "a\0b",
        '""',
        '"',
        "***",
        "-",
        "'",
        "\\",
        "%",
        "_",
        "treaty -text",
        "{title}: x",
    ),
    *('"tre"*', '"the tre" *', '"signed the"', '"signed the tre"*', "no. 44-b", "treaty treaty", "ended ended*"),
)


@pytest.fixture(scope="module")
def words(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """One event a text."""
    told = [
        outcome(f"dir/{n} {text[:12]}.txt", f"{1900 + n} | {text} | ", publisher=text) for n, text in enumerate(TEXTS)
    ]
    file = tmp_path_factory.mktemp("words") / "w.db"
    with Store.open(file, create=True) as one, Store.open(cluster.url(cluster.database()), create=True) as other:
        for store in (one, other):
            store.add(told)
            store.relink(link)
        yield one, other


def found(store: Store, name: str, typed: str) -> object:
    try:
        return [row["title"] for row in store.rows(Filter.of(**{name: typed}))]
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: ascii(typed)[:30])
def test_words_find_the_same(words: Pair, typed: str) -> None:
    for name in ("match", "source"):
        assert found(words[0], name, typed) == found(words[1], name, typed), name


def test_the_words_do_find_something(words: Pair) -> None:
    for typed, count in (("cafe", 2), ("istanbul", 1), ('"old law"', 1), ("eclair", 1), ("long*", 1)):
        assert len(found(words[1], "match", typed)) == count, typed  # type: ignore[arg-type]


def test_saved_views_find_the_same(worlds: Pair, cluster: Cluster, tmp_path: Path) -> None:
    from tests.store.world import WORLD

    with (
        Store.open(tmp_path / "w.db", create=True) as one,
        Store.open(cluster.url(cluster.database()), create=True) as other,
    ):
        for store in (one, other):
            store.add(WORLD)
            store.relink(link)
        singles = [(name, value) for name, choices in CHOICES.items() for value in choices if value]
        for n, (name, value) in enumerate(singles[::2]):
            views = {store.saved.save(f"v{n}", {name: value}) for store in (one, other)}
            assert len(views) == 1
            if views == {True} and name != "part":
                sql = f"select key from v{n}"
                assert list(one.sql(sql).rows) == list(other.sql(sql).rows), (name, value)
        assert one.digest() == other.digest()
