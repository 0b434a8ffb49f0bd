"""A person's word through the library."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline
from timeline import InputError, Interval, Timeline


@pytest.fixture
def tl(tmp_path: Path) -> Iterator[Timeline]:
    (tmp_path / "a.txt").write_text("The old bridge collapsed on 4 March 1890. Workers built a new bridge in 1894.")
    with timeline.open(tmp_path / "x.db") as opened:
        opened.add(tmp_path / "a.txt")
        yield opened
        assert opened.store.check() == []


def test_decide_and_undo(tl: Timeline) -> None:
    old, new = (event.key for event in tl.events())
    number = tl.decide("merge", old, new, who="Ada", why="one job", made="2024-05-01T10:00:00Z")
    assert [len(event.claims) for event in tl.events()] == [2]
    [told] = tl.decisions()
    assert (told["who"], told["why"], told["events"]) == ("Ada", "one job", [next(tl.events()).key])
    assert tl.undo() == number
    assert [event.key for event in tl.events()] == [old, new]
    assert [(row["kind"], row["undone"]) for row in tl.decisions()] == [("merge", True), ("undo", False)]


def test_what_has_no_time_is_younger_than_what_was_there(tl: Timeline) -> None:
    key = next(tl.events()).key
    tl.decide("edit", key, title="First", made="2024-05-01T10:00:00Z")
    tl.decide("edit", key, title="Second")
    assert next(tl.events()).title == "Second"
    tl.decide("edit", key, title="Third", made="2024-05-01T09:00:00Z")
    assert next(tl.events()).title == "Second"


def test_without_relinking_nothing_is_seen_yet(tl: Timeline) -> None:
    key = next(tl.events()).key
    tl.decide("hide", key, relink=False)
    assert key in {event.key for event in tl.events()}
    tl.link()
    assert key not in {event.key for event in tl.events()}
    assert [event.key for event in tl.events(hidden=True)] == [key]


@pytest.mark.parametrize("date", ["1951-03", datetime.date(1951, 3, 1), Interval.month(1951, 3)])
def test_dates_in_any_form(tl: Timeline, date: object) -> None:
    tl.decide("edit", next(tl.events()).key, date=date)
    assert [event.edited for event in tl.events(on="1951-03")] == [True]


def test_an_added_event_follows_its_decision(tl: Timeline) -> None:
    number = tl.decide("add", title="The archive was sealed", date="1951", actors=["Spain"], who="Ada")
    [event] = tl.events(actor="Spain")
    assert (event.title, str(event.when), event.sources) == ("The archive was sealed", "1951", 1)
    assert tl.link().documents == 2
    tl.undo(number)
    assert list(tl.events(actor="Spain")) == []
    assert tl.link().documents == 1


def test_take_reports_like_add(tl: Timeline) -> None:
    table = b"date,text,source\n1890-03-04,The old bridge collapsed,Diary\nsoon,A hope,Diary\n"
    report = tl.take(table, "mine.csv")
    assert (report.new, len(report.problems)) == (1, 1)
    assert tl.take(table, "mine.csv").unchanged == 1
    assert next(tl.events()).sources == 2
    with pytest.raises(InputError):
        tl.take(b"nothing", "odd.csv")


def test_a_changed_chronology_replaces_what_it_said(tl: Timeline) -> None:
    tl.take(b"date,text,source\n1899,A ferry came,Diary\n1900,A ferry went,Letters\n", "mine.csv")
    tl.take(b"date,text\n1901,A ferry sank\n", "mine.csv.old")
    report = tl.take(b"date,text,source\n1899,A ferry came late,Diary\n", "mine.csv")
    assert (report.changed, report.documents) == (1, 3)
    titles = [event.title for event in tl.events(match="ferry")]
    assert titles == ["A ferry came late", "A ferry sank"]


def test_decisions_go_to_another_database(tl: Timeline, tmp_path: Path) -> None:
    tl.decide("edit", next(tl.events()).key, title="The bridge fell", who="Ada", made="2024-05-01T10:00:00Z")
    tl.decide("add", title="A ferry came", date="1899", made="2024-05-01T10:00:01Z")
    data = json.dumps(tl.decisions()).encode()
    with timeline.open(tmp_path / "y.db") as other:
        other.take(data, "decisions.json")
        other.add(tmp_path / "a.txt")
        assert [event.title for event in other.events()] == [event.title for event in tl.events()]
        other.take(data, "decisions.json")
        assert len(other.decisions()) == 2
        assert other.store.digest() == tl.store.digest()


def test_what_cannot_be_is_refused(tl: Timeline) -> None:
    key = next(tl.events()).key
    for kind, keys in (("merge", [key]), ("burn", [key]), ("edit", [key]), ("hide", [])):
        with pytest.raises(InputError):
            tl.decide(kind, *keys)
    with pytest.raises(InputError):
        tl.decide("edit", key, date="32 May 1990")
    assert tl.decisions() == []
