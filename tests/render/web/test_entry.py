"""One event of the page: drawn as exactly as it is known, and inert."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from tests.render.dated import dated
from tests.render.rows import DISPUTED, PLANNED, event, evidence
from timeline.render.web.entry import item


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
        ("../1991", {"disputed": True}, "year before disputed"),
        ("11XX", {}, "age"),
    ],
)
def test_precision_is_drawn(edtf: str, fields: dict[str, Any], classes: str) -> None:
    assert f'<i class="{classes}"></i>' in item(dated(edtf, **fields))
