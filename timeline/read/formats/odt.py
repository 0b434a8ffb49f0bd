"""OpenDocument texts: packed (.odt), or in one piece (.fodt)."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO
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

SUFFIXES = (".odt", ".ott", ".fodt")
NEEDS = None

_PROLOGUE = 1 << 13
"""Bytes in which the names of XML's parts are declared."""
_FACTS = {"title": "title", "creator": "author", "initial-creator": "author", "language": "language"}
_DATES = ("creation-date", "date")
_ASIDE = ("annotation", "tracked-changes", "master-styles")
"""What reviewers remark, what was crossed out, what stands on every page."""


def looks(head: bytes) -> bool:
    """A zip file whose first member tells the type, or all in one piece of XML that tells it."""
    if head.startswith(LOCAL_HEADER):
        return b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:120]
    return b'office:mimetype="application/vnd.oasis.opendocument.text"' in head[:_PROLOGUE]


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """Paragraphs, headings, lists, table rows, each note behind its paragraph; title, author and date."""
    budget = Budget.of(len(data))
    if not data.startswith(LOCAL_HEADER):  # all in one piece of XML, .fodt
        yield compose(source, reading, data, _content(io.BytesIO(data)), Facts(**_meta(io.BytesIO(data))))
        return
    broken = False
    with opened(data) as archive:
        with member(archive, "content.xml", budget) as stream:
            text = _content(stream)
        try:
            facts = _packed_meta(archive, budget)
        except (InputError, *BROKEN):
            facts, broken = {}, True
    yield compose(source, reading, data, text, Facts(**facts))
    if broken:
        yield Problem(source.uri, "read", "partial", "damaged", "meta.xml in it cannot be read.")


def _content(stream: BinaryIO) -> str:
    flow = Flow()
    open_: Counter[str] = Counter()
    cells: list[list[str]] = []  # of each row that is open: tables may lie in cells
    notes: list[str] = []
    for event, element in elements(stream):
        tag = local(element)
        open_[tag] += 1 if event == "start" else -1
        if event == "start":
            if tag == "table-row":
                cells.append([])
        elif tag in ("p", "h") and not any(open_[name] for name in _ASIDE):
            if open_["note"]:
                notes.append(_words(element))
            else:
                flow.add(_words(element))
                _end(flow, element, "- " if open_["list-item"] else "", in_cell=bool(cells))
            element.clear()
        elif tag == "table-cell" and len(cells) == 1:
            cells[0].append(flow.take())
        elif tag == "table-row" and len(cells) == 1:
            flow.row(cells.pop())
        elif tag == "table-row" and cells:
            cells.pop()
        if notes and not cells and not open_["p"] and not open_["h"]:
            flow.paragraphs(notes)
            notes.clear()
    return flow.text()


def _end(flow: Flow, element: Element, item: str, *, in_cell: bool) -> None:
    """A paragraph or heading is complete; in a cell its words are parted from the next."""
    if in_cell:
        flow.add(" ")
        return
    level = attribute(element, "outline-level")
    heading = "#" * min(6, int(level) if level.isdigit() else 1) + " "
    flow.mark(heading if local(element) == "h" else item)
    flow.end()


def _words(paragraph: Element) -> str:
    """The words of a paragraph; its white space elements are spaces."""
    parts: list[str] = [paragraph.text or ""]
    for child in paragraph:
        tag = local(child)
        if tag in ("s", "tab", "line-break"):
            parts.append(" ")
        elif tag not in ("note-citation", *_ASIDE):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _packed_meta(archive: ZipFile, budget: Budget) -> dict[str, str]:
    if "meta.xml" not in archive.namelist():
        return {}
    with member(archive, "meta.xml", budget) as stream:
        return _meta(stream)


def _meta(stream: BinaryIO) -> dict[str, str]:
    facts: dict[str, str] = {}
    dates: dict[str, str] = {}
    for event, element in elements(stream):
        tag, told = local(element), (element.text or "").strip()
        if event == "end" and tag == "meta":
            break
        if event == "end" and told:
            if tag in _FACTS:
                facts.setdefault(_FACTS[tag], told)
            elif tag in _DATES:
                dates[tag] = told
    made = next((dates[name] for name in _DATES if name in dates), "")
    return {**facts, "published": made} if made else facts
