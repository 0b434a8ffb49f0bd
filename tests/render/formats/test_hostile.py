"""Whatever a document says, no format lets it act: not on a terminal, not in a parser."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.rows import event, evidence
from timeline.render import load, names
from timeline.render.detail import detail
from timeline.render.page import Page

BAD = "\x00\x07\x1b\x7f\x80\x9b\u061c\u200f\u202e\u2066\ud800"
PIECES = st.sampled_from(
    [*BAD, "\n", "\r\n", "\t", "\u2028", "[/b]", "</script>", "=1+1", "a b", "日本", "x" * 90, "», «", "|", "`"]
)
TEXTS = st.lists(PIECES, max_size=6).map("".join)
LINES = [name for name in names() if not hasattr(load(name), "NEEDS") and name != "html"]


def hostile(text: str) -> dict[str, Any]:
    claim = evidence(document=text, title=text, quote=text + "May 1894" + text, speaker=text, time_text="May 1894")
    claim |= {"time_start": 100 + len(text), "time_end": 108 + len(text), "start": 100, "end": 108 + 2 * len(text)}
    return event(title=text, actors=[text], places=[text], disputed=True, evidence=[claim, claim | {"edtf": "1893"}])


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from([None, 20, 80]))
def test_nothing_that_a_terminal_obeys_comes_out(text: str, width: int | None) -> None:
    row, page = hostile(text), Page(width=width, verbose=True, title=text)
    for name in LINES:
        out = "".join(str(piece) for piece in load(name).render([row], page))
        assert not set(out) & set(BAD) - ({"\u061c", "\u200f", "\u202e", "\u2066"} if name == "csv" else set()), name
    assert not set("".join(detail(row, page))) & set(BAD)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_json_brings_back_every_sign(text: str) -> None:
    row = hostile(text)
    assert json.loads("".join(map(str, load("json").render([row], Page())))) == [row]
    assert [json.loads(line) for line in "".join(map(str, load("ndjson").render([row], Page()))).split("\n")[:-1]] == [
        row
    ]


@pytest.mark.parametrize("name", LINES)
def test_offsets_that_lie_do_no_harm(name: str) -> None:
    row = event(
        precision="day", evidence=[evidence(time_start=5, time_end=9000), evidence(time_start=130, time_end=120)]
    )
    assert "".join(str(piece) for piece in load(name).render([row], Page(verbose=True)))
