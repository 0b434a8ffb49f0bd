"""TimeML: well-formed, every reference leads somewhere, dates no finer than they are known."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from tests.render.dated import dated
from tests.render.rows import PLANNED, UNDATED
from timeline.render.formats import timeml
from timeline.render.page import Page


def rendered(*rows: dict[str, Any]) -> ElementTree.Element:
    return ElementTree.fromstring("".join(timeml.render(rows, Page(title="A </b> title"))))


def times(root: ElementTree.Element) -> list[dict[str, str]]:
    """The attributes of every TIMEX3 but its id."""
    return [{name: text for name, text in time.attrib.items() if name != "tid"} for time in root.iter("TIMEX3")]


def test_an_event_lies_in_its_date() -> None:
    root = rendered(dated("1990/1993~", title="The <old> ferry\x00 closed & sank"))
    assert root.findtext("DOCID") == "A </b> title"
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()).strip() == "The <old> ferry\ufffd closed & sank early 1990s"
    assert times(root) == [{"type": "DATE", "value": "199", "mod": "START"}]
    link = root.find("TLINK")
    assert link is not None
    assert (link.get("relatedToTime"), link.get("relType")) == ("t10", "IS_INCLUDED")


def test_a_span_has_two_ends() -> None:
    root = rendered(dated("2010-05-12/2010-05-14", kind="span"), dated("1891/..", kind="span"))
    assert times(root) == [
        {"type": "DURATION", "value": "PXD", "beginPoint": "t11", "endPoint": "t12"},
        {"type": "DURATION", "value": "PXY", "beginPoint": "t21"},
        {"type": "DATE", "value": "2010-05-12"},
        {"type": "DATE", "value": "2010-05-14"},
        {"type": "DATE", "value": "1891"},
    ]
    assert {link.get("relType") for link in root.iter("TLINK")} == {"SIMULTANEOUS"}


def test_how_it_is_told() -> None:
    root = rendered(PLANNED, dated("1990", status="denied"), dated("1991", status="conditional"), UNDATED)
    told = [(made.get("tense"), made.get("polarity"), made.get("modality")) for made in root.iter("MAKEINSTANCE")]
    assert told == [
        ("FUTURE", "POS", None),
        ("NONE", "NEG", None),
        ("NONE", "POS", "conditional"),
        ("NONE", "POS", None),
    ]
    assert len(list(root.iter("TLINK"))) == 3


def test_every_reference_leads_somewhere() -> None:
    root = rendered(dated("1988/1994"), UNDATED, dated("../1991"), dated("1894-05"), PLANNED)
    named = [
        element.get(name) for element in root.iter() for name in ("eid", "tid", "eiid", "lid") if element.get(name)
    ]
    assert len(named) == len(set(named))
    references = ("eventID", "eventInstanceID", "relatedToTime", "beginPoint", "endPoint")
    for element in root.iter():
        assert {element.get(name) for name in references if element.get(name)} <= set(named)


def test_nothing() -> None:
    assert [child.tag for child in rendered()] == ["DOCID", "TEXT"]
