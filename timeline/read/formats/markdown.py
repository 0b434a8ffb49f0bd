"""Markdown; front matter gives title, date, author and language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.model.document import Document
from timeline.read.compose import Facts, compose
from timeline.read.decode import decode
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".rst")
NEEDS = None

_FRONT = re.compile(r"\s{0,8}---[ \t]{0,8}\r?\n((?:[^\n]{0,2000}\n){1,200}?)(?:---|\.\.\.)[ \t]{0,8}\r?(?:\n|\Z)")
_PAIR = re.compile(r"([A-Za-z_][\w-]{0,40})[ \t]{0,8}:[ \t]{1,8}([^\n\r]{1,1000})")
_HEADING = re.compile(r"^#{1,2}[ \t]{1,8}([^\n\r]{1,300})", re.MULTILINE)


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document]:
    """The text as it is stored, front matter and all, so that offsets are those of the file."""
    decoded = decode(data, reading.encoding)
    facts = front_matter(decoded.text)
    heading = _HEADING.search(decoded.text[:20_000])
    yield compose(
        source,
        reading,
        data,
        decoded.text,
        Facts(
            title=facts.get("title") or (heading[1].rstrip("# \t") if heading else None),
            publisher=facts.get("publisher") or facts.get("site") or facts.get("source"),
            author=facts.get("author"),
            language=facts.get("lang") or facts.get("language"),
            published=facts.get("date") or facts.get("published") or facts.get("created"),
        ),
        remarks=[("encoding", decoded.remark)],
    )


def front_matter(text: str) -> dict[str, str]:
    """The `key: value` lines at the top, keys in lower case, quotes taken off."""
    block = _FRONT.match(text)
    if block is None:
        return {}
    return {key.lower(): value.strip().strip("\"'") for key, value in _PAIR.findall(block[1])}
