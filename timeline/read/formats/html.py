"""HTML pages: the main text by trafilatura, or all of it by the standard library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.read.compose import compose
from timeline.read.decode import decode
from timeline.read.extras import need
from timeline.read.markup import words
from timeline.read.pagefacts import page_facts
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".html", ".htm", ".xhtml")
NEEDS = "html"
LIBRARY = "trafilatura"
BY_SUFFIX = True

_DOCTYPE = re.compile(
    rb"(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--.{0,2000}?-->\s{0,20})?<(?:!doctype\s{1,9}html|html[\s>])", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]{1,300}?charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_-]{2,30})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_UNNESTED = "area base br col embed hr img input link meta source track wbr p li td th tr option dt dd"
_VOID = frozenset(_UNNESTED.split())
_DEEPEST = 240
"""Elements in elements; from 256 on the C parser silently returns nothing."""
_RULE = re.compile(r"^\|(?:-{3}\|){1,1000}\s*$", re.MULTILINE)
"""Below the head of a table."""
_WANTED = "Telling an article from menus and comments"
_DATES = {"original_date": True, "min_date": "1500-01-01", "max_date": "2199-12-31", "extensive_search": False}


def looks(head: bytes) -> bool:
    """A doctype or an `html` element at the start."""
    return _DOCTYPE.match(head.lstrip(b"\xef\xbb\xbf \t\r\n")) is not None


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """The extracted text (offsets refer to it), with title, site, author, language and publication date."""
    declared = _CHARSET.search(data[:4096])
    charset = reading.encoding or source.fact("charset") or (declared[1].decode("ascii") if declared else None)
    if charset and charset.lower().startswith(("utf-16", "utf-32", "ucs")) and b"\0" not in data[:256]:
        charset = None  # the declaration itself was read as ASCII
    decoded = decode(data, charset)
    facts = page_facts(decoded.text)
    text, date = "", ""
    remarks = [("encoding", decoded.remark)]
    if depth(decoded.text) > _DEEPEST:
        remarks.append(("too-deep", "It is nested absurdly deep; all of its words were taken."))
    else:
        try:
            text, date = _main(decoded.text, need(LIBRARY, NEEDS, _WANTED))
        except InputError as error:
            remarks.append(("needs-extra", str(error)))
    if len(text) < 200:
        everything = words(decoded.text)
        text = everything if len(everything) > 2 * len(text) else text
    if not text.strip():
        raise InputError("It is a page without text.", code="no-text")
    yield compose(
        source,
        reading,
        data,
        text,
        facts._replace(published=facts.published or date),
        remarks=remarks,
    )


def depth(page: str) -> int:
    """How deep elements lie in each other, those aside that are closed by themselves."""
    deepest = now = 0
    for closing, name in _TAG.findall(page):
        if name.lower() not in _VOID:
            now = max(0, now - 1) if closing else now + 1
            deepest = max(deepest, now)
    return deepest


def _main(page: str, trafilatura: Any) -> tuple[str, str]:
    """The main text in paragraphs, and the date that trafilatura finds."""
    found = trafilatura.bare_extraction(
        page,
        favor_recall=True,
        include_tables=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if found is None:
        return "", ""
    text = found.text if hasattr(found, "text") else found.get("text")
    date = found.date if hasattr(found, "date") else found.get("date")
    return re.sub(r"\s*\n\s*", "\n\n", _RULE.sub("", text or "").strip()), date or ""
