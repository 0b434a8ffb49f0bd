"""Correcting a timeline from the command line: every verb, who and why, undo, review by keys from a pipe."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from timeline.cli.keys import keys


@pytest.fixture(autouse=True)
def own(database: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the database to change, and a person."""
    shutil.copy(database, tmp_path / "mine.db")
    monkeypatch.setenv("TIMELINE_DB", str(tmp_path / "mine.db"))
    monkeypatch.setenv("USER", "ada")


def key(run: Run, title: str) -> str:
    [found] = [e["key"] for e in json.loads(run("show", "-f", "json").out) if title in e["title"]]
    return str(found)


def titles(run: Run, *options: str) -> list[str]:
    return [event["title"] for event in json.loads(run("show", "-f", "json", *options).out)]


def test_merge_says_who_and_why_and_can_be_undone(run: Run) -> None:
    old, new = key(run, "collapsed"), key(run, "new bridge")
    ran = run("merge", old[:6], new, "--why", "one  job", "--by", "Grace")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("merged: ")
    assert "timeline undo 1" in ran.err
    [merged] = [e for e in json.loads(run("show", "-f", "json").out) if e["mentions"] == 2]
    shown = run("event", merged["key"]).out
    assert "decided   merge by Grace on 20" in shown
    assert "“one job” (undo 1)" in shown
    assert "1. " in shown
    assert "2. " in shown
    assert run("undo").err == "undone: 1 (merge)\n"
    assert key(run, "collapsed") == old
    assert run("undo").code == 1
    assert run("undo", "2").err == "undone: 2 (undo)\n"
    assert any(e["mentions"] == 2 for e in json.loads(run("show", "-f", "json").out))


def test_split(run: Run) -> None:
    run("merge", key(run, "collapsed"), key(run, "new bridge"))
    [merged] = [e["key"] for e in json.loads(run("show", "-f", "json").out) if e["mentions"] == 2]
    assert run("split", merged, "--claim", "2").code == 0
    assert all(e["mentions"] == 1 for e in json.loads(run("show", "-f", "json").out))


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("merge", "{}"), 2, "two events or more"),
        (("merge", "{}", "zz"), 1, "no event"),
        (("split", "{}"), 2, "--claim"),
        (("split", "{}", "--claim", "9"), 1, "no claim '9'"),
        (("split", "{}", "--claim", "1"), 1, "no claim would stay"),
        (("edit", "{}"), 2, "--title"),
        (("edit", "{}", "--date", "32 May 1990"), 2, "is no date"),
        (("label", "{}"), 2, "Missing argument"),
        (("label", "{}", " "), 1, "which label"),
        (("add-event", " "), 1, "say what happened"),
        (("undo", "7"), 1, "no decision 7"),
        (("hide", "{}", "zz"), 1, "no event"),
    ],
)
def test_refusals_change_nothing(run: Run, arguments: tuple[str, ...], code: int, told: str) -> None:
    before = run("show", "-f", "json").out
    ran = run(*(argument.format(key(run, "collapsed")) for argument in arguments))
    assert ran.code == code
    assert told in ran.err
    assert run("decisions", "-f", "csv").out.count("\n") == 1
    assert run("show", "-f", "json").out == before


def test_hide_and_unhide(run: Run) -> None:
    hidden = key(run, "collapsed")
    assert run("hide", hidden, key(run, "new bridge")).err.count("undo 1 2") == 1
    assert not any("bridge" in title for title in titles(run))
    assert len(titles(run, "--hidden")) == 2
    assert "(hidden)" in run("event", hidden).out
    assert json.loads(run("event", hidden, "-f", "json").out)[0]["hidden"] is True
    run("unhide", hidden)
    assert len(titles(run, "--hidden")) == 1
    assert hidden == key(run, "collapsed")


def test_edit_label_star_are_shown_and_asked_for(run: Run) -> None:
    it = key(run, "collapsed")
    run("edit", it, "--title", "The bridge fell", "--date", "March 1890", "--note", "See the inquiry.")
    run("label", it, "inquiry", "key date")
    run("star", it)
    line = next(line for line in run("show").out.splitlines() if it[:4] in line)
    assert "1890-03 " in line
    assert "The bridge fell" in line
    for mark in ("edited", "starred", "#inquiry", "#key date"):
        assert mark in line
    assert "note      See the inquiry." in run("event", it).out
    assert titles(run, "--label", "KEY DATE", "--starred", "--on", "1890-03") == ["The bridge fell"]
    assert run("star", it, "--off").err.startswith(f"unstarred: {it[:4]} ")
    assert run("label", it, "inquiry", "--remove").err.startswith(f"unlabelled: {it[:4]} ")
    assert titles(run, "--starred") == titles(run, "--label", "inquiry") == []


def test_add_event_is_linked_and_undone(run: Run) -> None:
    ran = run("add-event", "The harbour was dredged", "--date", "March 1951", "--place", "Leith", "--note", "A letter.")
    assert ran.err.startswith("added: ")
    [event] = json.loads(run("show", "-f", "json", "--place", "leith", "--on", "1951").out)
    assert (event["title"], event["edtf"], event["note"]) == ("The harbour was dredged", "1951-03", "A letter.")
    assert event["evidence"][0]["title"] == "by hand (ada)"
    for _ in "ab":  # the same words twice are one document
        assert re.match(r"added: \S", run("add-event", "A letter without a date").err)
    run("undo", "2", "3")
    run("link")
    assert titles(run, "--on", "1951") == ["The harbour was dredged"]
    run("undo")
    assert titles(run, "--on", "1951") == []
    assert run("check").code == 0


def test_the_first_event_may_be_ones_own(run: Run) -> None:
    assert run("--db", "new.db", "add-event", "A ferry came", "--date", "1899").code == 0
    assert titles(run, "--db", "new.db") == ["A ferry came"]
    assert run("--db", "none.db", "hide", "abcd").code == 1
    assert not Path("none.db").exists()


def test_decisions_travel(run: Run, articles: Path) -> None:
    it = key(run, "collapsed")
    run("edit", it, "--title", "The bridge fell")
    run("hide", key(run, "new bridge"))
    run("add-event", "A ferry came", "--date", "1899")
    run("undo", "2")
    listed = run("decisions").out
    assert "edit" in listed
    assert "decision 2" in listed
    run("decisions", "-f", "json", "-o", "mine.json")
    run("--db", "other.db", "add", articles, "-q")
    ran = run("--db", "other.db", "import", "mine.json")
    assert "4 decisions taken in" in ran.err
    assert "taken in" not in run("--db", "other.db", "import", "mine.json").err
    assert titles(run, "--db", "other.db") == titles(run)
    assert "The bridge fell" in titles(run)
    assert "A ferry came" in titles(run)


# Review


def review(run: Run, monkeypatch: pytest.MonkeyPatch, pressed: str, *options: str) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO(pressed))
    ran = run("review", *options)
    assert ran.code == 0, ran.err
    return ran.out + ran.err


@pytest.fixture
def disputed(run: Run) -> str:
    """An event with two dates."""
    run("add-event", "Fire took the mill", "--date", "1901")
    run("merge", key(run, "collapsed"), key(run, "mill"))
    [it] = [e["key"] for e in json.loads(run("show", "-f", "json").out) if e["disputed"]]
    return str(it)


def test_review_asks_and_accepts_once(run: Run, monkeypatch: pytest.MonkeyPatch, disputed: str) -> None:
    told = review(run, monkeypatch, "a", "--only", "disputed")
    assert "[1/1]" in told
    assert "1 decided of 1" in told
    assert "nothing needs a look" in review(run, monkeypatch, "", "--only", "disputed")
    assert "accept by ada" in run("event", disputed).out


def test_review_splits_by_date(run: Run, monkeypatch: pytest.MonkeyPatch, disputed: str) -> None:
    review(run, monkeypatch, "s", "--only", "disputed")
    assert all(e["mentions"] == 1 for e in json.loads(run("show", "-f", "json").out))


def test_review_goes_back(run: Run, monkeypatch: pytest.MonkeyPatch, disputed: str) -> None:
    told = review(run, monkeypatch, "x h", "--only", "disputed")
    assert told.count("a right as it stands") == 2
    assert disputed not in run("show", "-f", "json").out
    run("undo")
    assert "0 decided" in review(run, monkeypatch, "b k", "--only", "disputed")
    assert "0 decided" in review(run, monkeypatch, "q", "--only", "disputed")
    assert "0 decided" in review(run, monkeypatch, "", "--only", "disputed")


def test_going_back_takes_the_decision_back(run: Run, monkeypatch: pytest.MonkeyPatch, disputed: str) -> None:
    run("add-event", "A flood came", "--date", "1911")
    run("add-event", "Snow fell for a week", "--date", "1914")
    run("merge", key(run, "flood"), key(run, "Snow"))
    told = review(run, monkeypatch, "h b a q", "--only", "disputed")
    assert "[2/2]" in told
    assert "1 decided of 2" in told
    assert titles(run, "--hidden") == []


def test_keys_of_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\n b\tc"))
    assert list(keys()) == ["a", "b", "c"]
