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
    """Lines: the quote with its date words between » and «, inside what stands round it, then where it stands."""
    before, words, after = parts(claim)
    marked = f"{before}»{words}«{after}" if words else before
    width = None if page.width is None else max(16, page.width - len(indent))
    lines = wrapped(f"“{marked}”", width)
    if words and page.paint("x", "hit") != "x":
        lines = _painted(lines, len(before) + 1, page)
    around = [
        [page.paint(line, "dim") for line in wrapped(clean(text), width)] if (text := claim.get(side)) else []
        for side in ("before", "after")
    ]
    where = [page.paint(line, "dim") for line in wrapped(place(claim), width)]
    return [indent + line for line in (*around[0], *lines, *around[1], *where)]


def _painted(lines: list[str], at: int, page: Page) -> list[str]:
    """Lines with the date words in colour in place of » and «, which the quote may hold too; `at`: where they begin."""
    painted, inside = [], False
    for line in lines:
        text, told = line, ""
        if not inside and (opening := text.find("»", max(0, min(at, len(text))))) >= 0:
            told, text, inside, at = text[:opening], text[opening + 1 :], True, 1 << 30
        if inside:
            words, closing, rest = text.partition("«")
            told, text, inside = told + page.paint(words, "hit"), rest, not closing
        painted.append(told + text)
        at -= len(line) + 1
    return painted
