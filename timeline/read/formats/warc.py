"""WARC web archives: one document a response."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.read.budget import Budget
from timeline.read.extras import need
from timeline.read.reading import Reading
from timeline.read.rows import Names
from timeline.read.source import Source, whole

SUFFIXES = (".warc",)
NEEDS = "warc"

_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def looks(head: bytes) -> bool:
    """The version line of the first record."""
    return head.startswith(b"WARC/")


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source]:
    """Each successful response with text in it, named by its address. The time of capture is no publication date."""
    archive = need("warcio.archiveiterator", "warc")
    names = Names()
    with source.open() as stream:
        for record in archive.ArchiveIterator(stream):
            if record.rec_type not in ("response", "resource"):
                continue
            kind, charset = _type(record)
            if kind not in _TYPES or (record.http_headers and record.http_headers.get_statuscode() != "200"):
                continue
            data = whole(record.content_stream())
            if source.opener is None:
                budget.spend(len(data))
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if data.strip():
                yield source.part(names.unlike(address[:300]), data, container="warc", charset=charset)


def _type(record: object) -> tuple[str, str]:
    headers = getattr(record, "http_headers", None) or getattr(record, "rec_headers", None)
    told = headers.get_header("Content-Type") if headers is not None else None
    kind, _, rest = (told or "").partition(";")
    return kind.strip().lower(), rest.partition("charset=")[2].strip(" \"'")[:40]
