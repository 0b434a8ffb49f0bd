"""A chronology by year for reports and wikis; every source is a footnote with its quote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.render.entry import entry, key_length
from timeline.render.foreign import clean
from timeline.render.quote import parts, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row

_MEANT = r"([\\`*_\[\]<>|#~$&!])"
_BULLET = r"^(\s{0,3}(?:[0-9]{1,9}(?=[.)])|(?=[-+])))([-+.)])(?=\s|$)"


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """A heading a year, a list item an event; footnotes as GitHub, pandoc and Obsidian read them."""
    rows = list(events)
    length = key_length([row["key"] for row in rows], page.key_length)
    yield f"# {escaped(page.title)}\n"
    heading: str | None = None
    notes: list[str] = []
    for row in rows:
        told = entry(row, length)
        year = _year(row["year"])
        if year != heading:
            heading = year
            yield f"\n## {year}\n\n"
        marks = "".join(f" *({mark})*" for mark in told.marks)
        also = f" ({escaped(told.note)})" if told.note else ""
        numbers = "".join(f"[^{len(notes) + n}]" for n in range(1, len(row["evidence"]) + 1))
        yield f"- **{escaped(told.date)}** {escaped(told.title)}{marks}{also}{numbers}\n"
        notes.extend(_footnote(claim) for claim in row["evidence"])
    if notes:
        yield "\n"
    for number, note in enumerate(notes, start=1):
        yield f"[^{number}]: {note}\n"


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[object]], page: Page) -> Iterator[str]:
    """A pipe table, as GitHub reads it."""
    yield f"| {' | '.join(escaped(name) for name in columns)} |\n"
    yield f"|{'|'.join(' --- ' for _ in columns)}|\n"
    for row in rows:
        yield f"| {' | '.join('' if value is None else escaped(str(value)) for value in row)} |\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands: nothing in it becomes a link, a tag, a heading or a list."""
    return re.sub(_BULLET, r"\1\\\2", re.sub(_MEANT, r"\\\1", clean(text)))


def _footnote(claim: Row) -> str:
    before, words, after = map(escaped, parts(claim))
    marked = f"{before}**{words}**{after}" if words else before
    published = f", published {claim['published']}" if claim.get("published") else ""
    return f"“{marked}” {escaped(place(claim))}{published}"


def _year(year: int | None) -> str:
    if year is None:
        return "Undated"
    return str(year) if year > 0 else f"{1 - year} BCE"
