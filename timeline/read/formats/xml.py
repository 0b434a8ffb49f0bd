"""XML of any other kind: its words, a paragraph for each element that holds some."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.read.compose import Facts, compose
from timeline.read.flow import Flow
from timeline.read.published import published
from timeline.read.reading import Reading
from timeline.read.source import Source
from timeline.read.xmlstream import elements, local

SUFFIXES = (".xml", ".nitf", ".tei")
NEEDS = None

_TITLES = ("title", "headline", "hl1")
_DATES = ("date.issue", "pubdate", "published", "publicationdate", "datepublished", "docdate", "date", "created")
_VALUES = ("norm", "when", "value", "datetime")


def looks(head: bytes) -> bool:
    """An XML declaration; feeds, pages and wikis have been told apart before."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml")


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """The words in order; a title and a date where elements are named so."""
    root: Element | None = None
    for _, element in elements(io.BytesIO(data), keep=True):
        root = element if root is None else root
    if root is None:
        raise InputError("It holds no element.", code="empty")
    flow = Flow()
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if _has_words(element):
            flow.add("".join(element.itertext()))
            flow.end()
        else:
            waiting += reversed(element)
    yield compose(source, reading, data, flow.text(), _facts(root))


def _has_words(element: Element) -> bool:
    """Words of its own, or between its children: it is a paragraph, and what is in it are parts of that."""
    return any(words and words.strip() for words in (element.text, *(child.tail for child in element)))


def _facts(root: Element) -> Facts:
    title = ""
    dates: dict[str, str] = {}
    for element in root.iter():
        name = local(element).lower() if isinstance(element.tag, str) else ""
        if name in _TITLES and not title:
            title = "".join(element.itertext())
        elif name in _DATES and name not in dates:
            told = next((element.attrib[key] for key in _VALUES if key in element.attrib), "".join(element.itertext()))
            if published(told) is not None:
                dates[name] = told
    return Facts(title=title, published=next((dates[name] for name in _DATES if name in dates), None))
