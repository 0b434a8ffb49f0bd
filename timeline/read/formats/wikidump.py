"""MediaWiki dumps: one document a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.read.budget import Budget
from timeline.read.reading import Reading
from timeline.read.rows import Names
from timeline.read.source import Source
from timeline.read.xmlstream import elements, local

SUFFIXES: tuple[str, ...] = ()
NEEDS = "wiki"

_REDIRECT = re.compile(r"\s{0,9}#[A-Z]{4,20}\s{0,9}:?\s{0,9}\[\[", re.IGNORECASE)


def looks(head: bytes) -> bool:
    """XML whose root is `mediawiki`."""
    top = head[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    return top.startswith(b"<") and b"<mediawiki" in top


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source]:
    """Each article (namespace 0, no redirects), by title; its date is that of its revision."""
    names = Names()
    found: dict[str, str] = {}
    with source.open() as stream:
        for event, element in elements(stream):
            tag = local(element)
            if event == "start":
                continue
            if tag in ("title", "ns", "timestamp", "text"):
                found[tag] = element.text or ""
            elif tag == "page":
                element.clear()
                text = found.get("text", "")
                if found.get("ns", "0") == "0" and text.strip() and not _REDIRECT.match(text):
                    title = found.get("title", "")
                    facts = {"title": title, "published": found.get("timestamp", "")}
                    part = source.part(names.unlike(title), text.encode("utf-8"), container="wikidump", **facts)
                    yield part.known_as("wikitext")
                found = {}
