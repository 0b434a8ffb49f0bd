"""RSS and Atom files: one document an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from timeline.read.budget import Budget
from timeline.read.reading import Reading
from timeline.read.rows import Rows
from timeline.read.source import Source
from timeline.read.xmlstream import attribute, elements, local

SUFFIXES = (".rss", ".atom")
NEEDS = None

_ROOT = re.compile(rb"<(?:rss[\s>]|feed[\s>]|rdf:RDF[\s>])")
_NAMES = {
    "title": "title",
    "encoded": "content",
    "content": "content",
    "description": "summary",
    "summary": "summary",
    "pubDate": "published",
    "published": "published",
    "date": "published",
    "issued": "published",
    "updated": "updated",
    "guid": "id",
    "id": "id",
    "creator": "author",
    "author": "author",
}


def looks(head: bytes) -> bool:
    """XML whose root is `rss`, `feed` or `rdf:RDF`."""
    top = head[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return top.startswith(b"<") and _ROOT.search(top) is not None and b"<html" not in top.lower()


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source]:
    """Each entry as a record; markup in it is read by the record's reader."""
    rows = Rows(source, reading, "feed")
    channel = ""
    depth = inside = 0
    with source.open() as stream:
        for event, element in elements(stream):
            name = local(element)
            depth += 1 if event == "start" else -1
            if name in ("item", "entry"):
                inside += 1 if event == "start" else -1
                if event == "end" and inside == 0:
                    yield rows.part(_record(element, channel))
                    element.clear()
            elif event == "end" and name == "title" and not inside and not channel:
                channel = " ".join("".join(element.itertext()).split())


def _record(entry: Element, channel: str) -> dict[str, str]:
    found = {"publisher": channel}
    for child in entry:
        name = local(child)
        if name == "link":
            address = attribute(child, "href") or (child.text or "").strip()
            if attribute(child, "rel") in ("", "alternate"):
                found.setdefault("url", address)
        elif name in _NAMES:
            told = "".join(child.itertext()).strip()
            if told:
                found.setdefault(_NAMES[name], told)
    updated = found.pop("updated", "")
    if "published" not in found and updated:
        found["published"] = updated
    found["text"] = found.pop("content", "") or found.pop("summary", "") or found.get("title", "")
    found.pop("summary", None)
    return {key: value for key, value in found.items() if value}
