"""A person's word wins, and outlives every way of building the events anew."""

from __future__ import annotations

import itertools
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.world import WORLD, Outcome, link, outcome
from timeline.errors import InputError
from timeline.model.decision import Decision
from timeline.model.event import Event
from timeline.model.key import content_key
from timeline.store import Filter, Store
from timeline.store.decide import Meant, constraints

EVERY = Filter.of(undated=None)
WHO: dict[str, Any] = {"who": "ada", "why": "because", "made": None}


@pytest.fixture
def world(store: Store) -> Iterator[Store]:
    store.add(WORLD)
    store.relink(link)
    yield store
    store.relink(link)
    assert store.check() == []


def key(store: Store, title: str) -> str:
    """The event of that title; of several the first."""
    shown = [event for event in store.events(EVERY) if event.title == title]
    return (shown or [event for event in store.events(Filter.of(hidden=True)) if event.title == title])[0].key


def decide(store: Store, kind: str, *titles: str, **told: Any) -> int:
    number = store.ledger.decide(kind, *(key(store, title) for title in titles), **{**WHO, **told})
    if store.stale:
        store.relink(link)
    return number


def holding(store: Store, *titles: str) -> Event:
    """The one event whose claims have just these titles."""
    [found] = [event for event in store.events(EVERY) if {claim.title for claim in event.claims} == set(titles)]
    return found


def titles(store: Store, **wanted: Any) -> list[str]:
    return [event.title for event in store.events(Filter.of(**wanted))]


def together(store: Store) -> set[frozenset[str]]:
    """The events as sets of quotes, hidden ones too."""
    events = [*store.events(EVERY), *store.events(Filter.of(hidden=True))]
    return {frozenset(claim.quote for claim in event.claims) for event in events}


def test_merge_and_undo(world: Store) -> None:
    before = together(world)
    number = decide(world, "merge", "The conflict began", "Troops invaded land", "A ceasefire was signed")
    merged = holding(world, "The conflict began", "Troops invaded land", "A ceasefire was signed")
    assert len(merged.claims) == 3
    assert world.ledger.undo() == number
    world.relink(link)
    assert together(world) == before
    assert world.ledger.undo(world.ledger.all()[-1]["number"]) == number + 1
    world.relink(link)
    assert holding(world, "The conflict began", "Troops invaded land", "A ceasefire was signed") == merged


def test_split_by_number_and_by_key(world: Store) -> None:
    decide(world, "merge", "The conflict began", "Troops invaded land", "A ceasefire was signed")
    merged = holding(world, "The conflict began", "Troops invaded land", "A ceasefire was signed")
    world.ledger.decide("split", merged.key, claims=["2", merged.claims[0].key[:6]], **WHO)
    world.relink(link)
    assert {frozenset(c.key for c in merged.claims[:2]), frozenset([merged.claims[2].key])} <= {
        frozenset(claim.key for claim in event.claims) for event in world.events()
    }


@pytest.mark.parametrize("claims", [[], ["9"], ["0"], ["zzz"], [""], ["1", "2", "3"]])
def test_a_split_that_is_none(world: Store, claims: list[str]) -> None:
    decide(world, "merge", "The conflict began", "Troops invaded land", "A ceasefire was signed")
    merged = holding(world, "The conflict began", "Troops invaded land", "A ceasefire was signed")
    count = world.counts()["decisions"]
    with pytest.raises(InputError):
        world.ledger.decide("split", merged.key, claims=claims, **WHO)
    assert world.counts()["decisions"] == count


def test_the_newest_word_wins(world: Store) -> None:
    names = ("The conflict began", "A ceasefire was signed")
    decide(world, "merge", *names)
    merged = holding(world, *names)
    world.ledger.decide("split", merged.key, claims=["1"], **WHO)
    world.relink(link)
    assert set(names) <= set(titles(world))
    decide(world, "merge", *names)
    assert holding(world, *names) == merged


def test_hidden_events_are_nowhere_but_under_their_key(world: Store) -> None:
    shown = titles(world, undated=None)
    counts, years = world.counts(), world.years()
    hidden = key(world, "New clashes erupted")
    decide(world, "hide", "New clashes erupted")
    decide(world, "hide", "Nobody knows when the bridge fell")
    for title in ("New clashes erupted", "Nobody knows when the bridge fell"):
        shown.remove(title)
    assert titles(world, undated=None) == shown
    assert titles(world, undated=True) == []
    assert "New clashes erupted" not in titles(world, since=2459000, until=2459200)
    assert titles(world, match="clashes") == titles(world, grep="clashes") == []
    assert titles(world, hidden=True) == ["New clashes erupted", "Nobody knows when the bridge fell"]
    assert titles(world, hidden=True, match="clashes") == ["New clashes erupted"]
    assert world.count() == len(titles(world))
    assert world.counts() == counts | {"events": counts["events"] - 2, "undated": 0, "decisions": 2}
    assert sum(n for _, n in world.years()) == sum(n for _, n in years) - 1
    with world.sql("select count(*) from timeline where title = 'New clashes erupted'") as found:
        assert list(found.rows) == [(0,)]
    assert world.ledger.row(hidden)["hidden"]
    world.relink(link)
    decide(world, "unhide", "New clashes erupted")
    assert titles(world, hidden=True) == ["Nobody knows when the bridge fell"]


def test_what_is_told_anew_brings_back_what_was_hidden(world: Store) -> None:
    line = "2020-09-27 | {} | Azerbaijan @ Karabakh"
    decide(world, "hide", "New clashes erupted")
    copies = [outcome(f"{n}.txt", line.format("New clashes erupted")) for n in range(3)]
    world.add(copies)
    world.relink(link)
    assert titles(world, match="erupted") == []
    world.add([outcome("d.txt", *map(line.format, ("New clashes erupted at dawn", "New clashes erupted near Agdam")))])
    world.relink(link)
    apart = [event.key for event in world.events(Filter.of(match="erupted"))]
    world.ledger.decide("merge", key(world, "New clashes erupted"), *apart, **WHO)
    world.relink(link)
    assert len(titles(world, match="erupted")) == 1


def test_edits_are_laid_over_and_the_sources_stay(world: Store) -> None:
    decide(world, "edit", "The region was occupied", title="The  army\noccupied the region", date="1992-05")
    [event] = [event for event in world.events() if event.edited]
    assert (event.title, str(event.when)) == ("The army occupied the region", "1992-05")
    assert not event.disputed
    assert {claim.title for claim in event.claims} == {"The region was occupied"}
    assert titles(world, match="army") == [event.title]
    decide(world, "edit", event.title, note="Two waves.\nSee the map.")
    decide(world, "edit", event.title, title="")
    [row] = [row for row in world.rows() if row["edited"]]
    assert (row["title"], row["edtf"], row["note"]) == (
        "The region was occupied",
        "1992-05",
        "Two waves.\nSee the map.",
    )
    with world.sql("select title, note, edited from timeline where edited") as found:
        assert list(found.rows) == [("The region was occupied", "Two waves.\nSee the map.", 1)]


def test_labels_and_stars_can_be_asked_for(world: Store) -> None:
    decide(world, "label", "A summit will be held", add=["To  check", "Élite"])
    decide(world, "label", "Caesar was murdered", add=["to check"])
    decide(world, "star", "Caesar was murdered")
    assert titles(world, label="to check") == ["Caesar was murdered", "A summit will be held"]
    assert titles(world, label=("elite", "to check")) == ["A summit will be held"]
    assert titles(world, starred=True) == ["Caesar was murdered"]
    decide(world, "label", "A summit will be held", remove=["To check"])
    decide(world, "star", "Caesar was murdered", on=False)
    assert titles(world, label="to check") == ["Caesar was murdered"]
    assert titles(world, starred=True) == []
    [row] = [row for row in world.rows() if row["labels"] == ["Élite"]]
    assert row["title"] == "A summit will be held"


@pytest.mark.parametrize("made", [None, "2024-05-02T00:00:0{}Z", "2024-05-02T00:00:00Z", "2024-04-01T00:00:00Z"])
def test_what_is_laid_over_at_once_is_what_linking_gives(world: Store, made: str | None) -> None:
    occupied, caesar = key(world, "The region was occupied"), key(world, "Caesar was murdered")
    world.ledger.decide("edit", caesar, title="Et tu", **WHO | {"made": "2024-05-01T00:00:00Z"})
    steps: tuple[tuple[str, str, dict[str, Any]], ...] = (
        (occupied, "label", {"add": ["b", "A"]}),
        (occupied, "star", {}),
        (occupied, "label", {"add": ["c"], "remove": ["b"]}),
        (caesar, "edit", {"title": "The ides", "note": "In March."}),
        (occupied, "edit", {"note": "A map."}),
        (caesar, "star", {}),
        (caesar, "star", {"on": False}),
    )
    for number, (event, kind, told) in enumerate(steps):
        words = WHO | {"made": made and made.format(number)}
        world.ledger.decide(kind, event, **words, **told)
    assert world.stale == (made is not None and "{" not in made)
    digest = world.digest()
    if not world.stale:
        assert world.check() == []
        assert titles(world, label=("a", "C"), starred=True) == ["The region was occupied"]
        assert titles(world, match="ides") == ["The ides"]
    stale = world.stale
    world.relink(link)
    assert stale or world.digest() == digest
    world.ledger.decide("edit", caesar, title="", **words)
    assert world.stale


def test_an_event_tells_its_decisions(world: Store) -> None:
    decide(world, "star", "Caesar was murdered", why="the ides")
    decide(world, "hide", "A summit will be held")
    [told] = world.ledger.row(key(world, "Caesar was murdered"))["decisions"]
    assert (told["kind"], told["who"], told["why"], told["undone"]) == ("star", "ada", "the ides", False)
    assert [row["events"] for row in world.ledger.all()] == [
        [key(world, "Caesar was murdered")],
        [key(world, "A summit will be held")],
    ]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("merge", {}),
        ("split", {}),
        ("edit", {}),
        ("edit", {"date": "yesterday"}),
        ("edit", {"title": "x" * 501}),
        ("edit", {"title": 7}),
        ("label", {"add": []}),
        ("label", {"add": [" "]}),
        ("burn", {}),
    ],
)
def test_what_is_no_decision_is_refused(world: Store, kind: str, told: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        world.ledger.decide(kind, key(world, "Caesar was murdered"), **WHO, **told)
    assert not world.stale


def test_an_event_that_is_not_there(world: Store) -> None:
    with pytest.raises(InputError, match="no event"):
        world.ledger.decide("hide", "zzzz", **WHO)
    with pytest.raises(InputError, match="no decision 99"):
        world.ledger.undo(99)
    with pytest.raises(InputError, match="to undo"):
        world.ledger.undo()


# What survives


def decided(store: Store) -> None:
    """One of each kind."""
    decide(store, "merge", "The conflict began", "Troops invaded land")
    occupied = next(event for event in store.events() if event.title == "The region was occupied")
    if len(occupied.claims) > 1:
        store.ledger.decide("split", occupied.key, claims=["1"], **WHO)
        store.relink(link)
    decide(store, "hide", "New clashes erupted")
    decide(store, "edit", "Caesar was murdered", title="The ides of March", note="See Plutarch.")
    decide(store, "label", "A ceasefire was signed", add=["key"])
    decide(store, "star", "A summit will be held")


def seen(store: Store) -> set[tuple[object, ...]]:
    """What a person would miss."""
    events = [*store.events(EVERY), *store.events(Filter.of(hidden=True))]
    return {
        (
            *(event.title, event.hidden, event.starred, event.labels, event.note, event.edited),
            *(frozenset(claim.quote for claim in event.claims),),
        )
        for event in events
    }


def reread(result: Outcome, turn: int) -> Outcome:
    """The same file under new rules: other words are taken for verb and date, so that no claim keeps its key."""
    claims = tuple(
        replace(
            claim,
            key=content_key(claim.key, turn),
            trigger=claim.trigger if turn % 2 else f"other {turn}",
            time_text=claim.time_text if not turn % 2 else "",
            time_start=None if turn % 2 else claim.time_start,
            time_end=None if turn % 2 else claim.time_end,
        )
        for claim in result.claims
    )
    return replace(result, claims=claims, fingerprint=f"rules-{turn}")


def moved(result: Outcome) -> Outcome:
    """Another edition of the file under the same name: everything stands elsewhere."""
    lines = [
        f"{c.when.edtf if c.when else ''} | {c.title} | {'; '.join(c.actors)} @ {'; '.join(c.places)} | {c.status}"
        for c in result.claims
    ]
    return outcome(result.document.uri, "1700 | Something else came first |", *lines)


def test_decisions_survive_new_rules(world: Store) -> None:
    decided(world)
    before = seen(world)
    for turn in (2, 3):
        assert world.add([reread(result, turn) for result in WORLD]).changed == 3
        world.relink(link)
        assert seen(world) == before


def test_decisions_survive_another_edition(world: Store) -> None:
    decided(world)
    before = seen(world)
    assert world.add([moved(result) for result in WORLD]).changed == 3
    world.relink(link)
    assert {one for one in seen(world) if one[0] != "Something else came first"} == before


def test_decisions_wait_for_a_document_that_is_gone(world: Store) -> None:
    decided(world)
    before, digest = seen(world), world.digest()
    for uri in ("a.txt", "b.txt"):
        world.remove(uri)
    world.relink(link)
    assert all(not event.edited for event in world.events())
    assert world.check() == []
    world.add(WORLD)
    world.relink(link)
    assert seen(world) == before
    assert world.digest() == digest


def test_decisions_hold_under_other_names_and_elsewhere(world: Store, tmp_path: Path) -> None:
    decided(world)
    before = seen(world)
    rows = json.loads(json.dumps(world.ledger.all()))
    with Store.open(tmp_path / "other.db", create=True) as other:
        other.add([replace(r, document=replace(r.document, uri=f"copy of {r.document.uri}")) for r in WORLD])
        assert other.ledger.take(rows) == len(rows)
        assert other.ledger.take(rows) == 0
        other.relink(link)
        assert seen(other) == before
        assert other.check() == []


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"key": "k", "kind": "hide"},
        {"key": "k", "kind": "hide", "payload": {"claims": []}},
        {"key": "k", "kind": "hide", "payload": {"claims": [[{"claim": 7}]]}},
        {"key": "k", "kind": "burn", "payload": {}},
        {"key": 3, "kind": "add", "payload": {"title": "x"}},
        {"kind": "add", "payload": {"title": "x"}, "who": 3},
        {"key": "k", "kind": "add", "payload": {"title": "x", "date": "soon"}},
        7,
        None,
    ],
)
def test_a_wrong_list_is_refused_whole(world: Store, row: Any) -> None:
    good = {"key": "good", "kind": "add", "payload": {"title": "One"}, "who": None, "why": None, "made": None}
    with pytest.raises(InputError, match="decision 2"):
        world.ledger.take([good, row])
    assert world.ledger.all() == []


def test_a_list_that_was_edited_by_hand_is_taken_in(world: Store) -> None:
    rows = [{"kind": "add", "payload": {"title": title}, "key": key} for title, key in (("One", "odd"), ("Two", None))]
    assert world.ledger.take(rows) == 2
    assert world.ledger.take(rows) == 0
    assert all(len(row["key"]) == 12 for row in world.ledger.all())


@pytest.mark.parametrize(
    "damage",
    [
        "update decision set payload = replace(payload, 'Caesar', 'Brutus')",
        "update decision set payload = '{'",
        "update decision set kind = 'burn'",
        "update decision set who = 'eve'",
        "insert into saved values ('x', '{\"nope\": 1}')",
    ],
)
def test_check_sees_words_that_were_changed(store: Store, damage: str) -> None:
    store.add(WORLD)
    store.relink(link)
    decide(store, "star", "Caesar was murdered")
    decide(store, "star", "Caesar was murdered")
    assert store.check() == []
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(damage)
        connection.commit()
    assert {finding.code for finding in store.check()} - {"seals"} == {"decisions"}


STEPS = ("remove a.txt", "remove b.txt", "add 0", "add 1", "add 2", "reread 0", "reread 1", "reread 2", "relink")


@settings(max_examples=12, deadline=None)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=6), order=st.permutations(range(3)))
def test_no_order_of_adding_and_linking_loses_a_word(steps: list[str], order: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "x.db", create=True) as store:
        store.add(WORLD)
        store.relink(link)
        decided(store)
        before = seen(store)
        for turn, step in enumerate(steps, 2):
            verb, _, what = step.partition(" ")
            if verb == "remove":
                store.remove(what)
            elif verb == "add":
                store.add([WORLD[int(what)]])
            elif verb == "reread":
                store.add([reread(WORLD[int(what)], turn)])
            else:
                store.relink(link)
        for number in order:
            store.add([WORLD[number]])
        store.relink(link)
        assert seen(store) == before
        assert store.check() == []


def test_the_order_of_taking_in_leaves_no_trace(world: Store, tmp_path: Path) -> None:
    for minute, (kind, title, told) in enumerate(
        (
            ("edit", "Caesar was murdered", {"title": "First"}),
            ("edit", "Caesar was murdered", {"title": "Second"}),
            ("star", "A summit will be held", {}),
        )
    ):
        sought = [event.key for event in world.events() if {c.title for c in event.claims} == {title}]
        world.ledger.decide(kind, *sought, who="x", why=None, made=f"2024-05-01T10:0{minute}:00Z", **told)
    rows = world.ledger.all()
    digests = set()
    for number, order in enumerate(itertools.permutations(rows)):
        with Store.open(tmp_path / f"{number}.db", create=True) as other:
            other.add(WORLD)
            for row in order:
                other.ledger.take([row])
            other.relink(link)
            digests.add(other.digest())
            assert "Second" in titles(other)
    assert len(digests) == 1


# Contradictions


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([("merge", "ab", "c")], [("merge", "a", "bc")]),
        ([("split", "a", "bc")], [("merge", "b", "c"), ("split", "a", "bc")]),
        ([("merge", "a", "b"), ("split", "a", "b")], [("split", "a", "b")]),
        ([("split", "a", "b"), ("merge", "a", "b")], [("merge", "a", "b")]),
        (
            [("merge", "a", "bcd"), ("split", "a", "bcd"), ("split", "b", "cd")],
            [("merge", "c", "d"), ("split", "a", "bcd"), ("split", "b", "cd")],
        ),
        ([("split", "b", "c"), ("merge", "a", "b"), ("merge", "a", "c")], [("merge", "a", "bc")]),
        ([("accept", "ab", "")], [("merge", "a", "b")]),
        ([("hide", "ab", "")], []),
        ([("split", "a", "a")], []),
        ([("merge", "", "")], []),
    ],
)
def test_what_the_linker_is_told(decisions: list[tuple[str, str, str]], expected: list[tuple[str, str, str]]) -> None:
    meant = [Meant(n, kind, {}, (tuple(left), tuple(right))) for n, (kind, left, right) in enumerate(decisions)]
    told: list[tuple[str, str, str]] = []
    for decision in constraints(meant):
        assert isinstance(decision, Decision)
        told.append((decision.verb, "".join(decision.left), "".join(decision.right)))
    assert told == expected
