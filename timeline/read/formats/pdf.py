"""PDF files, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from timeline.errors import InputError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read.columns import Piece, in_order
from timeline.read.compose import Facts, compose
from timeline.read.extras import need
from timeline.read.pages import joined
from timeline.read.reading import Reading
from timeline.read.source import Source

SUFFIXES = (".pdf",)
NEEDS = "pdf"

_DATE = re.compile(r"D:([0-9]{4})([0-9]{2})?([0-9]{2})?")
_HYPHEN = re.compile("[\x02\ufffe](?:\r?\n)?")
"""How the library marks a hyphen at the end of a line, which it then joins with the next one."""
_PIECES = 4000
"""More on one page is a drawing; it is read as it is stored."""
_PASSWORD = 4


def looks(head: bytes) -> bool:
    """The version line, which may follow some rubbish."""
    return b"%PDF-" in head[:1024]


def read(data: bytes, source: Source, reading: Reading) -> Iterator[Document | Problem]:
    """The text of all pages; pages that cannot be read or are pictures are named, a file of pictures is refused."""
    library = need("pypdfium2", "pdf")
    try:
        pdf = library.PdfDocument(data)
    except library.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise InputError("It is protected by a password.", code="encrypted") from error
        raise
    with closing(pdf):
        pages: list[str] = []
        broken: list[int] = []
        scanned: list[int] = []
        for number in range(len(pdf)):
            try:
                text, is_picture = _page(pdf[number], library)
            except library.PdfiumError:
                text, is_picture = "", False
                broken.append(number + 1)
            pages.append(text)
            if is_picture:
                scanned.append(number + 1)
        facts = _facts(pdf)
    text, starts = joined(pages)
    if not text.strip():
        told = f"Its {len(pages)} pages hold" if len(pages) > 1 else "Its one page holds"
        raise InputError(f"{told} no text: scanned? Run a text recognition first.", code="no-text")
    yield compose(source, reading, data, text, facts, page_starts=starts)
    for found, code, wrong in ((broken, "damaged", "cannot be read"), (scanned, "no-text", "without text (scanned?)")):
        if found:
            yield Problem(source.uri, "read", "partial", code, f"{_listed(found)} of {len(pages)} {wrong}.")


def _listed(numbers: list[int]) -> str:
    more = ", …" if len(numbers) > 20 else ""
    return f"{'Pages' if len(numbers) > 1 else 'Page'} {', '.join(map(str, numbers[:20]))}{more}"


def _page(page: Any, library: Any) -> tuple[str, bool]:
    """Its words in the order of reading, and whether it is a picture of words instead."""
    with closing(page), closing(page.get_textpage()) as layer:
        count = layer.count_rects()
        lines = in_order(list(_pieces(layer, count))) if count <= _PIECES else None
        text = "\n".join(lines) if lines is not None else _HYPHEN.sub("-\n", layer.get_text_range())
        is_picture = not text.strip() and any(
            one.type == library.raw.FPDF_PAGEOBJ_IMAGE for one in page.get_objects(max_depth=3)
        )
    return text, is_picture


def _pieces(layer: Any, count: int) -> Iterator[Piece]:
    for number in range(count):
        left, bottom, right, top = layer.get_rect(number)
        text = _HYPHEN.sub("-", layer.get_text_bounded(left, bottom, right, top))
        if text.strip():
            yield Piece(left, bottom, right, top, text)


def _facts(pdf: Any) -> Facts:
    """Title, author and the date of making, as far as the file tells them rightly."""
    told = pdf.get_metadata_dict(skip_empty=True)
    made = _DATE.match(told.get("CreationDate", ""))
    date = "-".join(part for part in made.groups() if part) if made else None
    return Facts(title=told.get("Title"), author=told.get("Author"), published=date)
