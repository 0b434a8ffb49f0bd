"""Word documents (.docx)."""

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

SUFFIXES = (".docx", ".docm")
NEEDS = None

_BODY, _NOTES, _CORE = "word/document.xml", ("word/footnotes.xml", "word/endnotes.xml"), "docProps/core.xml"


def looks(head: bytes) -> bool:
    """A zip file with Word's parts."""
    return head.startswith(LOCAL_HEADER) and (b"word/" in head or b"[Content_Types].xml" in head[:2048])


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """Paragraphs, headings, lists, table rows, notes; title, author and date from the core properties."""
    budget = Budget.of(len(data))
    with opened(data) as archive:
        if _BODY not in archive.namelist():
            raise InputError("It is an Office file, but no Word document.", code="binary")
        flow = Flow()
        _body(archive, _BODY, budget, flow)
        facts, broken = _beside(archive, budget, flow)
    yield compose(source, reading, data, flow.text(), Facts(**facts))
    if broken:
        yield Problem(source.uri, "read", "partial", "damaged", f"{', '.join(broken)} in it cannot be read.")


def _beside(archive: ZipFile, budget: Budget, flow: Flow) -> tuple[dict[str, str], list[str]]:
    """The facts, the notes into the flow, and the names of those parts that are broken."""
    facts: dict[str, str] = {}
    broken: list[str] = []
    for name in (name for name in (*_NOTES, _CORE) if name in archive.namelist()):
        try:
            if name == _CORE:
                facts = _core(archive, budget)
            else:
                _body(archive, name, budget, flow)
        except (InputError, *BROKEN):
            broken.append(name)
    return facts, broken


def _body(archive: ZipFile, name: str, budget: Budget, flow: Flow) -> None:
    cells: list[str] | None = None
    depth = 0  # of tables in tables: only the outermost makes rows
    with member(archive, name, budget) as stream:
        for event, element in elements(stream):
            tag = local(element)
            if event == "start":
                depth += tag == "tbl"
                if tag == "tr" and depth == 1:
                    flow.end()
                    cells = []
                continue
            if tag == "tbl":
                depth -= 1
            elif tag == "tr" and depth == 1 and cells is not None:
                flow.row(cells)
                cells = None
            elif tag == "tc" and depth == 1 and cells is not None:
                cells.append(flow.take())
            elif tag == "p" and cells is None:
                flow.mark(_mark(element))
                flow.end()
                element.clear()
            elif tag == "p":
                flow.add(" ")
                element.clear()
            else:
                _words(element, tag, flow)
    flow.end()


def _words(element: Element, tag: str, flow: Flow) -> None:
    if tag == "t":
        flow.add(element.text or "")
    elif tag in ("tab", "br", "cr"):
        flow.add(" ")
    elif tag == "noBreakHyphen":
        flow.add("-")


def _mark(paragraph: Element) -> str:
    """How the paragraph is set, as Markdown says it."""
    for entry in paragraph.iter():
        tag = local(entry)
        if tag == "pStyle":
            style = attribute(entry, "val").lower()
            if style == "title":
                return "# "
            if style.startswith("heading") and style[7:8].isdigit():
                return "#" * min(6, int(style[7]) or 1) + " "
        elif tag == "numPr":
            return "- "
    return ""


def _core(archive: ZipFile, budget: Budget) -> dict[str, str]:
    """Title, author, language and date of making."""
    names = {"title": "title", "creator": "author", "language": "language", "created": "published"}
    facts: dict[str, str] = {}
    with member(archive, _CORE, budget) as stream:
        for event, element in elements(stream):
            tag = local(element)
            if event == "end" and tag in names and (element.text or "").strip():
                facts[names[tag]] = (element.text or "").strip()
    return facts
