"""PDF files, page by page."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read.compose import Facts, compose
from timeline.read.extras import need
from timeline.read.pages import joined
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".pdf",)
NEEDS = "pdf"

_DATE = re.compile(r"D:([0-9]{4})([0-9]{2})?([0-9]{2})?")


def looks(head: bytes) -> bool:
    """The version line, which may follow some rubbish."""
    return b"%PDF-" in head[:1024]


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """The text of all pages; pages that cannot be read are named, a file without text is told to be scanned."""
    pypdf = need("pypdf", "pdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    pdf = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if pdf.is_encrypted and not pdf.decrypt(""):
        raise InputError("It is protected by a password.", code="encrypted")
    pages: list[str] = []
    broken: list[str] = []
    for number, page in enumerate(pdf.pages, 1):
        try:
            pages.append(page.extract_text())
        except (MemoryError, RecursionError):
            raise
        except Exception:
            pages.append("")
            broken.append(str(number))
    text, starts = joined(pages)
    if not text.strip():
        raise InputError(f"Its {len(pages)} pages hold no text: scanned? Run a text recognition first.", code="no-text")
    facts = _facts(pdf)
    yield compose(source, reading, data, text, facts, page_starts=starts)
    if broken:
        told = f"Page {', '.join(broken[:20])} of {len(pages)} cannot be read."
        yield Problem(source.uri, "read", "partial", "damaged", told)


def _facts(pdf: Any) -> Facts:
    """Title, author and the date of making, as far as the file tells them rightly."""
    try:
        told = {str(key): str(value) for key, value in (pdf.metadata or {}).items()}
    except Exception:
        return Facts()
    made = _DATE.match(told.get("/CreationDate", ""))
    date = "-".join(part for part in made.groups() if part) if made else None
    return Facts(title=told.get("/Title"), author=told.get("/Author"), published=date)
