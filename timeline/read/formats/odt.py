"""OpenDocument texts (.odt)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.compose import Facts, compose
from timeline.read.flow import Flow
from timeline.read.reading import Reading
from timeline.read.source import Source
from timeline.read.xmlstream import attribute, elements, local
from timeline.read.zipped import BROKEN, LOCAL_HEADER, member, opened

SUFFIXES = (".odt", ".ott")
NEEDS = None

_FACTS = {"title": "title", "creator": "author", "initial-creator": "author", "language": "language"}
_DATES = ("creation-date", "date")


def looks(head: bytes) -> bool:
    """A zip file whose first member tells the type."""
    return head.startswith(LOCAL_HEADER) and b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:120]


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """Paragraphs, headings, lists, table rows; title, author and date from the metadata."""
    budget = Budget.of(len(data))
    with opened(data) as archive:
        text = _content(archive, budget)
        broken = False
        try:
            facts = _meta(archive, budget) if "meta.xml" in archive.namelist() else {}
        except (InputError, *BROKEN):
            facts, broken = {}, True
    yield compose(source, reading, data, text, Facts(**facts))
    if broken:
        yield Problem(source.uri, "read", "partial", "damaged", "meta.xml in it cannot be read.")


def _content(archive: ZipFile, budget: Budget) -> str:
    flow = Flow()
    cells: list[str] | None = None
    listed = 0
    with member(archive, "content.xml", budget) as stream:
        for event, element in elements(stream):
            tag = local(element)
            if event == "start":
                listed += tag == "list-item"
                if tag == "table-row":
                    cells = []
                continue
            if tag in ("p", "h"):
                flow.add(_words(element))
                if cells is not None:
                    flow.add(" ")
                else:
                    level = attribute(element, "outline-level")
                    heading = "#" * min(6, int(level) if level.isdigit() else 1) + " "
                    flow.mark(heading if tag == "h" else "- " if listed else "")
                    flow.end()
                element.clear()
            elif tag == "table-cell" and cells is not None:
                cells.append(flow.take())
            elif tag == "table-row" and cells is not None:
                flow.row(cells)
                cells = None
            elif tag == "list-item":
                listed -= 1
    return flow.text()


def _words(paragraph: Element) -> str:
    """The words of a paragraph; its white space elements are spaces."""
    parts: list[str] = [paragraph.text or ""]
    for child in paragraph:
        tag = local(child)
        if tag in ("s", "tab", "line-break"):
            parts.append(" ")
        elif tag not in ("annotation", "note-citation", "tracked-changes"):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _meta(archive: ZipFile, budget: Budget) -> dict[str, str]:
    facts: dict[str, str] = {}
    dates: dict[str, str] = {}
    with member(archive, "meta.xml", budget) as stream:
        for event, element in elements(stream):
            tag, told = local(element), (element.text or "").strip()
            if event == "end" and told:
                if tag in _FACTS:
                    facts.setdefault(_FACTS[tag], told)
                elif tag in _DATES:
                    dates[tag] = told
    made = next((dates[name] for name in _DATES if name in dates), "")
    return {**facts, "published": made} if made else facts
