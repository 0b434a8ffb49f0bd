"""Walking through pairs that may be one, and through dates that nobody told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline import Timeline
from timeline.cli.cases import Case, cases
from timeline.cli.walk import Walk
from timeline.render.page import Page


@pytest.fixture
def tl(tmp_path: Path) -> Iterator[Timeline]:
    with timeline.open(tmp_path / "x.db") as opened:
        opened.take(b"date,text,source\n1890,A mill burned,A\n1901,The king fell ill,B\n1911,Snow fell,C\n", "x.csv")
        yield opened


def nobody() -> dict[str, Any]:
    return {"who": "ada", "why": None, "made": None}


def walk(tl: Timeline, found: list[Case], pressed: str) -> tuple[int, str]:
    """How many decisions stand, and what was shown."""
    shown: list[str] = []
    walked = Walk(tl, found, nobody, Page(), shown.append)
    walked.go(iter(pressed))
    tl.link()
    return walked.made, "".join(shown)


def pair(tl: Timeline) -> Case:
    one, other, _ = tl.events()
    return Case("near", (one, other))


@pytest.mark.parametrize(
    ("pressed", "kinds", "events"),
    [
        ("m", ["merge"], 2),
        ("a", ["split"], 3),
        ("s", ["split"], 3),
        ("h", ["hide"], 2),
        ("k", [], 3),
        ("xyz", [], 3),
        ("", [], 3),
        ("q", [], 3),
        ("bbm", ["merge"], 2),
    ],
)
def test_a_pair(tl: Timeline, pressed: str, kinds: list[str], events: int) -> None:
    made, shown = walk(tl, [pair(tl)], pressed)
    assert "A mill burned" in shown
    assert "The king fell ill" in shown
    assert [row["kind"] for row in tl.decisions()] == kinds
    assert (made, tl.count()) == (len(kinds), events)


def test_another_answer_replaces_the_first(tl: Timeline) -> None:
    made, shown = walk(tl, [pair(tl), Case("inferred", (list(tl.events())[2],))], "mbha")
    assert shown.count("[1/2]") == 2
    assert made == 2
    assert [(row["kind"], row["undone"]) for row in tl.decisions()] == [
        ("merge", True),
        ("undo", False),
        ("hide", False),
        ("accept", False),
    ]


def test_a_split_that_cannot_be_is_told_and_asked_again(tl: Timeline) -> None:
    made, shown = walk(tl, [Case("inferred", (next(tl.events()),))], "s1s9a")
    assert "no claim would stay" in shown
    assert "no claim '9'" in shown
    assert (made, [row["kind"] for row in tl.decisions()]) == (1, ["accept"])


def test_cases_are_found_and_settled(tl: Timeline) -> None:
    one, other, _ = (event.key for event in tl.events())
    assert cases(tl, ("disputed", "near", "inferred")) == []
    tl.decide("merge", one, other)
    [case] = cases(tl, ("disputed", "near", "inferred"))
    assert (case.kind, len(case.events[0].claims)) == ("disputed", 2)
    tl.decide("accept", case.events[0].key)
    assert cases(tl, ("disputed",)) == []
    tl.undo()
    assert len(cases(tl, ("disputed",))) == 1
    tl.decide("edit", case.events[0].key, date="1895")
    assert cases(tl, ("disputed",)) == []
