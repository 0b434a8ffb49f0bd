"""A source's own words, with the date words marked, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.render.columns import wrapped
from timeline.render.foreign import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.render.page import Page


def parts(claim: Mapping[str, Any]) -> tuple[str, str, str]:
    """The quote before, in and after its date words, as clean text; the middle is empty where the date is inherited."""
    quote, start, end = claim["quote"], claim.get("time_start"), claim.get("time_end")
    if start is None or end is None:
        return clean(quote), "", ""
    start, end = start - claim["start"], end - claim["start"]
    if not 0 <= start < end <= len(quote):
        return clean(quote), "", ""
    return clean(quote[:start]), clean(quote[start:end]), clean(quote[end:])


def place(claim: Mapping[str, Any]) -> str:
    """`report.pdf page 3`, `note.txt:1225`: the page where there are pages, the offset in the text elsewhere."""
    uri = clean(claim["document"])
    return f"{uri} page {claim['page']}" if claim["page"] is not None else f"{uri}:{claim['start']}"


def quotation(claim: Mapping[str, Any], page: Page, indent: str = "  ") -> list[str]:
    """Lines: the quote with its date words between » and «, then where it stands."""
    before, words, after = parts(claim)
    marked = f"{before}»{words}«{after}" if words else before
    width = None if page.width is None else max(16, page.width - len(indent))
    lines = [indent + _hit(line, page) for line in wrapped(f"“{marked}”", width)]
    return [*lines, *(indent + page.paint(line, "dim") for line in wrapped(place(claim), width))]


def _hit(line: str, page: Page) -> str:
    before, sign, rest = line.partition("»")
    if not sign:
        return line
    words, sign, after = rest.partition("«")
    return f"{before}{page.paint(words, 'hit')}{after}" if sign and page.paint("x", "hit") != "x" else line
