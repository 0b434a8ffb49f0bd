"""The page as a whole: one file that runs only its own script and calls nobody."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

import pytest

from tests.render.dated import dated
from tests.render.rows import DISPUTED, PLANNED, UNDATED, event, evidence
from timeline.render.formats import html
from timeline.render.page import Page


def page_of(rows: list[dict[str, Any]], title: str = "T") -> str:
    return "".join(html.render(rows, Page(title=title)))


def test_the_policy_allows_just_what_is_there() -> None:
    page = page_of([event()])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    directives = dict(part.split(" ", 1) for part in policy[1].replace("&#x27;", "'").split("; "))
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    for texts, directive in ((scripts, "script-src"), (styles, "style-src")):
        hashes = {f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts}
        assert set(directives[directive].split()) == hashes
    assert directives["default-src"] == "'none'"
    assert not re.search(r'\s(?:style|on[a-z]+)="', page)


def test_the_page_carries_little_script_and_style_of_its_own() -> None:
    """Bytes; what the script reads of the events is no script."""
    carried = re.findall(r"<(script|style)>(.*?)</\1>", page_of([event()]), re.DOTALL)
    assert [element for element, _ in carried] == ["style", "script", "script"]
    assert sum(len(text.encode()) for _, text in carried) <= 20_500


def test_nothing_on_the_page_names_another_place() -> None:
    own = page_of([event()])
    assert set(re.findall(r"[a-z]+://[^\s\"'<>]+", unquote(own))) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|\ssrc=|fetch\(|XMLHttpRequest|import\(", own)


def test_no_text_becomes_a_script() -> None:
    text = "</script><script>alert(1)</script><!--"
    row = event(title=text, actors=[text], evidence=[evidence(quote=text, document=text)])
    assert page_of([row], text).count("<script") == 3
    assert page_of([row], text).count("<!--") == 0


def test_the_same_events_are_the_same_page_whatever_their_order() -> None:
    rows = [event(), DISPUTED, PLANNED, UNDATED]
    assert page_of(rows) == page_of(rows[::-1])


def test_no_event() -> None:
    assert "0 events from 0 documents" in page_of([])


def test_long_years_come_in_several_lists() -> None:
    rows = [event(key=f"k{n:03}") for n in range(100)]
    page = page_of(rows)
    assert page.count("<ol>") == 3
    assert page.count("<h2>1894</h2>") == 1
    assert page.count("<li id=") == 100


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (("-06XX", "-05XX"), "2 events from 1 document, 7th–6th century BCE"),
        (("-0043", "0014"), "2 events from 1 document, 44 BCE – 14 CE"),
        (("1988", "2022-03-01"), "2 events from 1 document, 1988–2022"),
        (("1988",), "1 event from 1 document, 1988"),
    ],
)
def test_the_summary_says_from_when_to_when(dates: tuple[str, ...], told: str) -> None:
    assert f"<p>{told}</p>" in page_of([dated(edtf) for edtf in dates])
