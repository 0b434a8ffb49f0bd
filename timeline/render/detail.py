"""One event on a page of its own: what is said, by whom, in which words, and how each date was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.render.columns import padded, wrapped
from timeline.render.entry import entry
from timeline.render.foreign import clean
from timeline.render.number import counted
from timeline.render.quote import quotation
from timeline.render.when import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.render.page import Page, Row

LABEL = 10
_BASES = {
    "stated": "the words alone give it",
    "resolved": "completed by {anchor}",
    "inferred": "completed by {anchor}, which was itself inferred",
    "inherited": "no date of its own; that of {anchor}",
    "continued": "the day of the sentence before, {anchor}",
    "none": "undated",
}


def detail(row: Row, page: Page) -> Iterator[str]:
    """Lines of text, each with its line feed."""
    told = entry(row, len(row["key"]))
    for line in wrapped(told.title, page.width):
        yield page.paint(line, "head") + "\n"
    yield from _facts(_about(row), page)
    for number, claim in enumerate(row["evidence"], 1):
        yield "\n"
        yield from _source(number, claim, page)
    if row.get("decisions"):
        yield "\n"
        yield from _facts((("decided", _decision(decision)) for decision in row["decisions"]), page)


def _about(row: Row) -> Iterator[tuple[str, str]]:
    told = entry(row)
    yield "date", f"{told.date}  ({row['edtf']})" if row["edtf"] and row["edtf"] != told.date else told.date
    if told.marks:
        yield "marks", ", ".join(told.marks) + (f" ({told.note})" if told.note else "")
    if row["actors"]:
        yield "actors", ", ".join(map(clean, row["actors"]))
    if row["places"]:
        yield "places", ", ".join(map(clean, row["places"]))
    told_in = counted(row["documents"], "document"), counted(row["sources"], "source")
    yield "told", f"{counted(row['mentions'], 'time')} in {' of '.join(told_in)}"
    if row.get("note"):
        yield "note", clean(row["note"])
    yield "key", row["key"] + (" (hidden)" if row.get("hidden") else "")


def _decision(told: Mapping[str, Any]) -> str:
    """`hide by ada on 2024-05-01, "a duplicate" (undo 7)`."""
    who = f" by {clean(told['who'])}" if told["who"] else ""
    when = f" on {told['made'][:10]}" if told["made"] else ""
    why = f", “{clean(told['why'])}”" if told["why"] else ""
    return f"{told['kind']}{who}{when}{why}" + (" (undone)" if told["undone"] else f" (undo {told['number']})")


def _source(number: int, claim: Mapping[str, Any], page: Page) -> Iterator[str]:
    """What one claim says; its number is what `timeline split` takes."""
    date = f"{number}. " + page.paint(in_words(claim["edtf"]), "date")
    marks = [claim["status"]] if claim["status"] != "reported" else []
    marks += ["negated"] if claim.get("negated") and claim["status"] != "denied" else []
    yield date + (f"  {page.paint(', '.join(marks), 'mark')}" if marks else "") + "\n"
    for line in quotation(claim, page):
        yield line + "\n"
    yield from _facts(_reasons(claim), page, indent="  ")


def _reasons(claim: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if claim.get("title"):
        yield "document", clean(claim["title"])
    if claim.get("published"):
        yield "published", in_words(claim["published"])
    if claim.get("speaker"):
        yield "said by", clean(claim["speaker"])
    if claim["edtf"]:
        reason = _BASES.get(claim.get("basis") or "", "{anchor}").format(
            anchor=claim["anchor"] or "the document's date"
        )
        yield "dated", ": ".join(filter(None, (claim["rule"], reason)))


def _facts(facts: Iterable[tuple[str, str]], page: Page, indent: str = "") -> Iterator[str]:
    room = None if page.width is None else max(8, page.width - LABEL - len(indent))
    for label, text in facts:
        head, *more = wrapped(text, room)
        yield f"{indent}{page.paint(padded(label, LABEL), 'dim')}{head}\n"
        for line in more:
            yield f"{indent}{' ' * LABEL}{line}\n"
