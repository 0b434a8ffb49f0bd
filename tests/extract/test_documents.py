"""Documents of many kinds, from their text to their claims: interview, police log, annual report, blog, transcript."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

FOLDER = Path(__file__).parent / "documents"
KINDS = sorted(path.stem for path in FOLDER.glob("*.toml"))


def gold(kind: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))


@lru_cache
def claims(kind: str) -> tuple[Claim, ...]:
    english = load("en")
    path = next(path for path in FOLDER.glob(f"{kind}.*") if path.suffix != ".toml")
    text = path.read_bytes().decode("utf-8")
    published = Published(Interval.parse(gold(kind)["published"]), "given")
    mentions = resolve(tag(text, english), text, english, published, "auto")
    document = Document(kind, path.name, text, "text", "", "", published=published)
    return extract(document, segment(text, english), mentions, english)


EVENTS = [(kind, event) for kind in KINDS for event in gold(kind)["event"]]


@pytest.mark.parametrize(
    ("kind", "event"), EVENTS, ids=lambda value: value if isinstance(value, str) else value["edtf"]
)
def test_each_event_is_claimed(kind: str, event: dict[str, Any]) -> None:
    here = [one for one in claims(kind) if event["quote"] in " ".join(one.quote.split())]
    dated = [one for one in here if one.when is not None and one.when.edtf == event["edtf"]]
    assert dated, [(one.title, one.when.edtf if one.when else None) for one in here]
    told = [
        one
        for one in dated
        if one.status == event.get("status", "reported")
        and set(event.get("actors", ())) <= set(one.actors)
        and set(event.get("places", ())) <= set(one.places)
        and all(word.lower() in one.title.lower() for word in event["title"])
    ]
    assert told, [(one.title, one.status, one.actors, one.places) for one in dated]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_else_is_claimed(kind: str) -> None:
    wanted = gold(kind)
    for one in claims(kind):
        quote = " ".join(one.quote.split())
        own = [event for event in wanted["event"] if event["quote"] in quote]
        assert one.provenance.basis in ("inherited", "continued") or own, (one.title, one.time_text)
        assert not any(one.time_text and one.time_text in words and words in quote for words in wanted["nothing"]), one
