"""What is linked and written era by era is what is linked and written at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.store.world import link, outcome
from timeline.model.claim import Claim
from timeline.model.decision import Decision
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.store import Filter, Store, derive
from timeline.store.gather import gathered

FEW = 6
"""Claims that are held at a time."""
YEARS = (843, 1066, 1215, 1648, 1815, 1945, 1989)
PAPERS = [
    outcome(
        f"{paper}.txt",
        *(f"{year:04} | Treaty of {year} signed | Norland @ Vik" for year in YEARS),
        f" | Undated remark of {paper} | Zeta",
        *([f"1066 | Battle of {paper} | Norland"] if paper in "ab" else []),
    )
    for paper in "abcd"
]


def told(path: Path, *, merge: bool) -> tuple[str, list[tuple[str, int]]]:
    """The content of a database of these papers, and its events with the count of their claims."""
    with Store.open(path, create=True) as store:
        store.add(PAPERS)
        store.relink(link)
        if merge:
            every = list(store.events(Filter.of(undated=None)))
            keys = [event.key for event in every if event.title in ("Battle of a", "Undated remark of b")]
            store.ledger.decide("merge", *keys, who="ada", why=None, made="2026-01-01T00:00:00Z")
            edited = next(event.key for event in every if event.title == "Treaty of 1989 signed")
            store.ledger.decide("edit", edited, who="ada", why=None, made="2026-01-02T00:00:00Z", date="1066-03")
            store.relink(link)
        assert store.check() == []
        return store.digest(), [(event.title, len(event.claims)) for event in store.events(Filter.of(undated=None))]


@pytest.mark.parametrize("merge", [False, True])
def test_eras_hold_what_the_whole_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, merge: bool) -> None:
    whole = told(tmp_path / "whole.db", merge=merge)
    sizes: list[int] = []

    def counted(
        claims: Sequence[Claim], documents: Mapping[str, DocumentFacts], decisions: Sequence[Decision] = ()
    ) -> tuple[Event, ...]:
        sizes.append(len(claims))
        return link(claims, documents, decisions)

    monkeypatch.setattr(derive, "gathered", lambda reader, _: gathered(reader, counted, FEW))
    assert told(tmp_path / "eras.db", merge=merge) == whole
    assert len(sizes) > len(YEARS) - 1
    assert max(sizes) <= (FEW if not merge else 2 * FEW)


def test_a_merge_holds_across_eras(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derive, "gathered", partial(gathered, most=FEW))
    _, events = told(tmp_path / "eras.db", merge=True)
    assert ("Battle of a", 2) in events


@pytest.mark.parametrize("merge", [False, True])
def test_what_nothing_dates_is_held_a_few_documents_at_a_time(tmp_path: Path, *, merge: bool) -> None:
    texts = [f"Remark {n} of {paper}" for paper in "abcdefg" for n in range(1 + "abcdefg".index(paper))]
    papers = [outcome(f"{p}.txt", *(f" | {text} | Zeta" for text in texts if text.endswith(p))) for p in "abcdefg"]
    eras: list[set[str]] = []

    def counted(
        claims: Sequence[Claim], documents: Mapping[str, DocumentFacts], *decisions: object
    ) -> tuple[Event, ...]:
        eras.append({claim.title for claim in claims})
        return link(claims, documents)

    with Store.open(tmp_path / "papers.db", create=True) as store:
        store.add(papers)
        store.relink(link)
        ends = ("Remark 0 of a", "Remark 6 of g")
        if merge:
            keys = [event.key for event in store.events(Filter.of(undated=None)) if event.title in ends]
            store.ledger.decide("merge", *keys, who="ada", why=None, made="2026-01-01T00:00:00Z")
        gathered(store._reader.connection(), counted, FEW)
    assert sorted(title for era in eras for title in era) == sorted(texts)
    assert all(len(era.difference(ends)) <= FEW or len({title[-1] for title in era}) == 1 for era in eras)
    assert not merge or any(era.issuperset(ends) for era in eras)


def test_a_database_that_is_opened_to_be_linked_is_linked_once(tmp_path: Path) -> None:
    path, times = tmp_path / "papers.db", []
    with Store.open(path, create=True) as store:
        store.add(PAPERS)

    def counted(claims: Sequence[Claim], documents: Mapping[str, DocumentFacts]) -> tuple[Event, ...]:
        times.append(len(claims))
        return link(claims, documents)

    with Store.open(path) as store:
        store.relink(counted)
    assert len(times) == 1
