"""EPUB books; chapters count as pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.compose import Facts, compose
from timeline.read.decode import decode
from timeline.read.markup import words
from timeline.read.reading import Reading
from timeline.read.source import Source
from timeline.read.xmlstream import attribute, elements, local
from timeline.read.zipped import LOCAL_HEADER, content, member, opened

SUFFIXES = (".epub",)
NEEDS = None

_FACTS = {"title": "title", "creator": "author", "language": "language", "publisher": "publisher", "date": "published"}


def looks(head: bytes) -> bool:
    """A zip file whose first member tells the type."""
    return head.startswith(LOCAL_HEADER) and b"mimetypeapplication/epub+zip" in head[:120]


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """All chapters in reading order; title, author, language, publisher and date from the package."""
    budget = Budget.of(len(data))
    missing: list[str] = []
    with opened(data) as archive:
        package = _package(archive, budget)
        facts, chapters = _spine(archive, package, budget)
        parts: list[str] = []
        starts: list[int] = []
        length = 0
        for name in chapters:
            try:
                text = words(decode(content(archive, name, budget)).text)
            except InputError as error:
                if error.facts.get("code") == "bomb":
                    raise
                missing.append(name)
                continue
            if text.strip():
                starts.append(length)
                parts.append(text)
                length += len(text) + 2
    yield compose(source, reading, data, "\n\n".join(parts), Facts(**facts), page_starts=starts)
    if missing:
        told = f"{len(missing)} of {len(chapters)} chapters cannot be read: {', '.join(missing[:5])}."
        yield Problem(source.uri, "read", "partial", "damaged", told)


def _package(archive: ZipFile, budget: Budget) -> str:
    """The name of the package file."""
    with member(archive, "META-INF/container.xml", budget) as stream:
        for _, element in elements(stream):
            if local(element) == "rootfile" and attribute(element, "full-path"):
                return attribute(element, "full-path")
    raise InputError("It names no package.", code="damaged")


def _spine(archive: ZipFile, package: str, budget: Budget) -> tuple[dict[str, str], list[str]]:
    """The facts of the book, and the names of its chapters in reading order."""
    facts: dict[str, str] = {}
    files: dict[str, str] = {}
    order: list[str] = []
    folder = posixpath.dirname(package)
    with member(archive, package, budget) as stream:
        for event, element in elements(stream):
            tag = local(element)
            if event == "start":
                continue
            if tag == "item" and "html" in attribute(element, "media-type"):
                path = posixpath.normpath(posixpath.join(folder, unquote(attribute(element, "href"))))
                files[attribute(element, "id")] = path
            elif tag == "itemref":
                order.append(attribute(element, "idref"))
            elif tag in _FACTS and (element.text or "").strip():
                facts.setdefault(_FACTS[tag], (element.text or "").strip())
    return facts, [files[name] for name in order if name in files]
