"""One self-contained page: a list that needs no script, and with it a strip to zoom, facets and search. No network."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING

from timeline.render.foreign import clean
from timeline.render.web import assets
from timeline.render.web.entry import item
from timeline.render.web.facts import island
from timeline.render.web.order import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """The events grouped by year, whatever order they come in."""
    groups = list(grouped(events))
    rows = [row for _, members in groups for row in members]
    head, tail = _frame(page.title, [name for name, _ in groups], rows)
    yield head
    for heading, members in groups:
        yield f"<section><h2>{heading}</h2><ol>\n"
        yield from map(item, members)
        yield "</ol></section>\n"
    yield tail


def _frame(title: str, headings: Sequence[str], rows: Sequence[Row]) -> tuple[str, str]:
    """What stands before and after the list."""
    style, script = assets.style(), assets.script()
    frame = Template(assets.source("page.html")).substitute(
        policy=assets.policy(style, script),
        icon=assets.icon(),
        style=style,
        script=script,
        title=escape(clean(title)),
        summary=_summary(headings, rows),
        colophon="Every event is cited to its sources. Dates are those of the proleptic Gregorian calendar.",
        facts=island(rows),
        list="\0",
    )
    head, _, tail = frame.partition("\0")
    return head, tail


def _summary(headings: Sequence[str], rows: Sequence[Row]) -> str:
    """`16 events from 5 documents, 1988 – 2022`."""
    documents = len({claim["document"] for row in rows for claim in row["evidence"]})
    dated = [heading for heading in headings if heading != "Undated"]
    span = "" if not dated else f", {dated[0]}" if len(dated) == 1 else f", {dated[0]} – {dated[-1]}"
    return f"{_counted(len(rows), 'event')} from {_counted(documents, 'document')}{span}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
