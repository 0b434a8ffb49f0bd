"""What Python puts into the page: grouping, dates, facts, and nothing that could run or call home."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import pytest

from tests.render.rows import DISPUTED, PLANNED, UNDATED, event, evidence
from timeline.render.formats import html
from timeline.render.page import Page
from timeline.render.web import assets
from timeline.render.web.entry import item
from timeline.render.web.facts import island, source_names
from timeline.render.web.order import grouped
from timeline.render.web.spoken import datetime_attribute, spoken
from timeline.temporal.interval import Interval


def dated(edtf: str, **fields: Any) -> dict[str, Any]:
    when = Interval.parse(edtf)
    told = {"edtf": edtf, "precision": str(when.precision), "year": when.calendar_year, "key": edtf}
    return event(**told | {"first_day": when.first_day, "last_day": when.last_day} | fields)


def page_of(rows: list[dict[str, Any]], title: str = "T") -> str:
    return "".join(html.render(rows, Page(title=title)))


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("1994-05-03", "1994"),
        ("1994~", "1994"),
        ("199X", "1990s"),
        ("1990/1993~", "1990s"),
        ("1990/1993", "1990"),
        ("1991/..", "1991"),
        ("../1991-05", "1991"),
        ("11XX", "12th century"),
        ("1XXX", "2nd millennium"),
        ("0000", "1 BCE"),
        ("-0043-03-15", "44 BCE"),
        ("-06XX", "7th century BCE"),
        ("Y12345", "12,345 CE"),
    ],
)
def test_headings(edtf: str, heading: str) -> None:
    assert [name for name, _ in grouped([dated(edtf)])] == [heading]


def test_order_of_time_wide_before_narrow_undated_last() -> None:
    told = ["1994-05-03", "-0043", "1994", "199X", "1990", "-0100/-0050", "1994-05", "19XX", "-06XX"]
    ordered = [row["key"] for _, rows in grouped([UNDATED, *map(dated, told)]) for row in rows]
    assert ordered == [
        *("-06XX", "-0100/-0050", "-0043", "19XX", "199X", "1990", "1994", "1994-05", "1994-05-03"),
        UNDATED["key"],
    ]


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2020-11-10", "2020-11-10"),
        ("2020-11", "2020-11"),
        ("0476", "0476"),
        ("1994~", "1994"),
        ("2020-11-10T14:30:00Z", "2020-11-10"),
        ("0000", None),
        ("-0043-03-15", None),
        ("199X", None),
        ("1991/..", None),
        ("2010-24", None),
        (None, None),
    ],
)
def test_time_elements_hold_only_what_html_allows(edtf: str | None, value: str | None) -> None:
    assert datetime_attribute(edtf) == value


def test_what_is_no_edtf_is_shown_as_it_is() -> None:
    assert spoken("<soon>") == "<soon>"
    assert spoken(None) == "undated"


class Elements(HTMLParser):
    """Start tags with their attributes, and all text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = "</li></script><img src=x onerror=alert(1)>\" ' <!-- & \u202e\x00"


def test_no_text_becomes_markup() -> None:
    claim = evidence(document=HOSTILE, quote=HOSTILE, title=HOSTILE, published=HOSTILE, speaker=HOSTILE, anchor=HOSTILE)
    claim |= {"edtf": HOSTILE, "basis": "resolved", "status": HOSTILE, "time_start": 101, "time_end": 110}
    row = event(key=HOSTILE, title=HOSTILE, actors=[HOSTILE], places=[HOSTILE], edtf=HOSTILE, evidence=[claim])
    row |= {
        "status": HOSTILE,
        "clock": HOSTILE,
        "labels": [HOSTILE],
        "note": HOSTILE,
        "precision": HOSTILE,
        "kind": HOSTILE,
    }
    for many in (False, True):
        found = Elements(item(row, many))
        assert {tag for tag, _ in found.tags} <= {
            *("li", "h3", "b", "i", "span", "em", "details", "summary", "bdi", "p", "noscript"),
            *("figure", "blockquote", "mark", "figcaption", "cite"),
        }
        assert {name for _, attributes in found.tags for name in attributes} <= {"id", "class", "dir"}
        assert "\x00" not in found.text
    assert [tag for tag, _ in Elements(page_of([row], HOSTILE)).tags].count("script") == 3


def test_only_web_addresses_become_links() -> None:
    for uri, links in (
        ("https://a.example/?a=1&b=2", 1),
        ("javascript:alert(1)", 0),
        ("data:text/html,x", 0),
        ("a.txt", 0),
    ):
        tags = Elements(item(event(evidence=[evidence(document=uri)]))).tags
        assert [attributes.get("href") for tag, attributes in tags if tag == "a"] == [uri] * links


def test_a_disputed_date_is_set_apart() -> None:
    assert item(DISPUTED).count("<b>dated 1892 (as written)</b>") == 1
    assert '<em class="disputed">disputed</em>' in item(DISPUTED)
    assert '<em class="status">planned</em>' in item(PLANNED)


@pytest.mark.parametrize(
    ("edtf", "fields", "classes"),
    [
        ("1994-05-03", {}, "dot"),
        ("1994-05", {}, "month"),
        ("1994", {"kind": "span"}, "year span"),
        ("1994~", {"approximate": True}, "year soft"),
        ("1994?", {"uncertain": True}, "year dash"),
        ("1991/..", {"kind": "span"}, "year span onward"),
        ("../1991", {}, "year before"),
        ("11XX", {}, "age"),
    ],
)
def test_precision_is_drawn(edtf: str, fields: dict[str, Any], classes: str) -> None:
    assert f'<i class="{classes}"></i>' in item(dated(edtf, **fields))


def test_the_facts_are_columns_that_break_out_of_nothing() -> None:
    text = island([event(title="t", actors=["</script>", "<!--", "&", "\u2028"]), UNDATED])
    assert not set("<>&\u2028\u2029") & set(text)
    told = json.loads(text)
    assert told["first"] == [2412950, None]
    actors = next(facet for facet in told["facets"] if facet["name"] == "actor")
    assert actors["values"] == [" ", "&", "<!--", "</script>", "Harbour Board"]
    assert actors["of"] == [[3, 2, 1, 0], [4]]


def test_documents_of_one_title_are_told_apart() -> None:
    claims = [evidence(document="a/x.txt"), evidence(document="b/y.txt"), evidence(document="z.txt", title=None)]
    assert list(source_names([event(evidence=claims)]).values()) == ["Notes (x.txt)", "Notes (y.txt)", "z.txt"]


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


def test_nothing_on_the_page_names_another_place() -> None:
    own = page_of([event()])
    assert set(re.findall(r"[a-z]+://[^\s\"'<>]+", unquote(own))) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\(|@import|\ssrc=|fetch\(|XMLHttpRequest|import\(", own)


def test_our_own_script_and_style_are_small() -> None:
    assert len(assets.style() + assets.script() + assets.early()) < 42_000


def test_the_scripts_hold_no_line_that_is_lost_when_made_lean() -> None:
    for name in (*assets.SCRIPTS, "early"):
        assert assets.source(f"{name}.js").count("`") % 2 == 0
        assert "/*" not in assets.source(f"{name}.js")


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
