"""A Word document: the chronology as a table of dates, events and quoted sources, as lawyers file it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from timeline.read.extras import need
from timeline.render.entry import entry
from timeline.render.foreign import clean
from timeline.render.quote import parts, place
from timeline.render.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row

NEEDS = "docx"
_WIDTHS = (3.2, 6.0, 8.0)
"""Centimetres, together what A4 leaves between its margins."""
_HEADINGS = ("Date", "Event", "Sources")
_NOT_XML = re.compile("[\ufffe\uffff]")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def render(events: Iterable[Row], page: Page) -> Iterator[bytes]:
    """One table row an event, in the order given; the heading row stands again on every page."""
    docx = need("docx", NEEDS)
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _text(page.title), "", ""
    section = document.sections[0]
    section.page_width, section.page_height = docx.shared.Cm(21), docx.shared.Cm(29.7)
    section.left_margin = section.right_margin = docx.shared.Cm(1.9)
    document.add_heading(_text(page.title), 0)
    table = document.add_table(rows=1, cols=len(_HEADINGS), style="Table Grid")
    table.autofit = False
    _head(docx, table)
    for row in events:
        _fill(table.add_row().cells, row)
    _settle(docx, table)
    yield _sealed(document)


def _head(docx: Any, table: Any) -> None:
    first = table.rows[0]
    for cell, heading in zip(first.cells, _HEADINGS, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    repeated = docx.oxml.OxmlElement("w:tblHeader")
    first._tr.get_or_add_trPr().append(repeated)


def _fill(cells: Any, row: Row) -> None:
    told = entry(row)
    cells[0].paragraphs[0].add_run(_text(spoken(row["edtf"], row.get("clock"))))
    event = cells[1].paragraphs[0]
    event.add_run(_text(told.title))
    if told.marks:
        event.add_run(f" ({', '.join(told.marks)})").italic = True
    if told.note:
        cells[1].add_paragraph().add_run(_text(told.note)).italic = True
    for number, claim in enumerate(row["evidence"]):
        _quote(cells[2].add_paragraph() if number else cells[2].paragraphs[0], claim)


def _quote(paragraph: Any, claim: Row) -> None:
    """The quote, its date words in bold, and where it stands."""
    before, words, after = map(_text, parts(claim))
    paragraph.add_run(f"“{before}")
    paragraph.add_run(words).bold = True
    paragraph.add_run(f"{after}” ")
    title = f"{_text(claim['title'])}, " if claim["title"] else ""
    paragraph.add_run(f"{title}{_text(place(claim))}").italic = True


def _settle(docx: Any, table: Any) -> None:
    """Widths (Word obeys the cells, other programs the columns), and no row broken over two pages."""
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = docx.shared.Cm(width)
    for row in table._tbl.tr_lst:
        row.get_or_add_trPr().append(docx.oxml.OxmlElement("w:cantSplit"))
        for cell, width in zip(row.tc_lst, _WIDTHS, strict=True):
            cell.width = docx.shared.Cm(width)


def _text(text: str) -> str:
    """Clean text without the two signs that XML has no place for."""
    return _NOT_XML.sub("\ufffd", clean(text))


def _sealed(document: Any) -> bytes:
    """The file without the time at which it was made, so that the same events give the same bytes."""
    made, sealed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(sealed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return sealed.getvalue()
