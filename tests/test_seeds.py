"""The five documents of seeds/ become one merged, cited timeline, as seeds/expected.toml tells."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import timeline

SEEDS = Path(__file__).parents[1] / "seeds"
EXPECTED: dict[str, Any] = tomllib.loads((SEEDS / "expected.toml").read_text(encoding="utf-8"))
BY_ID = {e["id"]: e for e in EXPECTED["event"]}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What `timeline add seeds && timeline show -f json` prints."""
    from click.testing import CliRunner

    from timeline.cli.group import timeline as main

    database = str(tmp_path_factory.mktemp("seeds") / "seeds.db")
    added = CliRunner().invoke(main, ["--db", database, "add", str(SEEDS)], catch_exceptions=False)
    assert added.exit_code == 0, added.output
    result = CliRunner().invoke(main, ["--db", database, "show", "-f", "json"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    events: list[dict[str, Any]] = json.loads(result.stdout)
    return events


def cited(shown: list[dict[str, Any]], wanted: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """(event, claim) pairs that cite the wanted sentence, to the character, with one of its right dates."""
    return [
        (event, claim)
        for event in shown
        for claim in event["evidence"]
        if claim["document"].endswith(wanted["document"])
        and (claim["start"], claim["end"], claim["quote"]) == (wanted["start"], wanted["end"], wanted["quote"])
        and claim["edtf"] in wanted["edtf"]
    ]


def home(shown: list[dict[str, Any]], id_: str) -> set[str]:
    """Keys of the events that hold the wanted claim."""
    return {event["key"] for event, _ in cited(shown, BY_ID[id_])}


@pytest.mark.parametrize("wanted", EXPECTED["event"], ids=lambda e: e["id"])
def test_every_expected_event_is_found(shown: list[dict[str, Any]], wanted: dict[str, Any]) -> None:
    found = cited(shown, wanted)
    assert found
    assert any(set(wanted["actors"]) <= set(event["actors"]) | set(event["places"]) for event, _ in found)
    assert any(claim["status"] == wanted["status"] for _, claim in found)
    assert any(all(w.lower() in event["title"].lower() for w in wanted["title_words"]) for event, _ in found) or any(
        len(event["evidence"]) > 1 for event, _ in found
    )


@pytest.mark.parametrize("group", EXPECTED["same"], ids=lambda g: g["ids"][0])
def test_the_same_happening_is_one_event(shown: list[dict[str, Any]], group: dict[str, Any]) -> None:
    shared = set.intersection(*(home(shown, id_) for id_ in group["ids"]))
    assert shared
    event = next(e for e in shown if e["key"] in shared)
    assert event["edtf"] in group["edtf"]
    assert event["disputed"] == group.get("disputed", False)
    assert event["documents"] == len({BY_ID[id_]["document"] for id_ in group["ids"]})


@pytest.mark.parametrize("pair", EXPECTED["apart"], ids=lambda p: " ".join(p["ids"]))
def test_different_happenings_stay_apart(shown: list[dict[str, Any]], pair: dict[str, Any]) -> None:
    a, b = (home(shown, id_) for id_ in pair["ids"])
    assert a
    assert b
    assert not a & b


def test_only_what_is_disputed_is_marked_so(shown: list[dict[str, Any]]) -> None:
    assert sum(bool(e["disputed"]) for e in shown) == sum(g.get("disputed", False) for g in EXPECTED["same"])


@pytest.mark.parametrize("trap", EXPECTED["never"], ids=lambda t: t["text"])
def test_what_is_no_date_dates_nothing(shown: list[dict[str, Any]], trap: dict[str, Any]) -> None:
    text = (SEEDS / trap["document"]).read_text(encoding="utf-8")
    start = text.index(trap["text"])
    for event in shown:
        for claim in event["evidence"]:
            if claim["document"].endswith(trap["document"]) and claim["edtf"] and claim["time_start"] is not None:
                outside = claim["time_end"] <= start or claim["time_start"] >= start + len(trap["text"])
                assert outside, claim


@pytest.mark.parametrize("wanted", EXPECTED["published"], ids=lambda p: p["document"][:3])
def test_document_dates_are_told_or_inferred_never_made_up(tmp_path: Path, wanted: dict[str, Any]) -> None:
    with timeline.open(tmp_path / "one.db") as tl:
        tl.add(SEEDS / wanted["document"])
        rows = tl.sql("select published_edtf, published_how from document")
    assert [(r["published_edtf"], r["published_how"]) for r in rows] == [(wanted.get("edtf"), wanted.get("how"))]
