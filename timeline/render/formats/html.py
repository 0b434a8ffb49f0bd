"""One self-contained page: a list that needs no script, and with it a strip to zoom, facets and search. No network."""

from __future__ import annotations

from html import escape
from string import Template
from typing import TYPE_CHECKING, TypeAlias

from timeline.render.foreign import clean
from timeline.render.web import assets
from timeline.render.web.entry import item
from timeline.render.web.facts import island
from timeline.render.web.order import UNDATED, grouped
from timeline.temporal.human import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row

    Group: TypeAlias = tuple[str, list[Row]]

CHUNK = 40
"""Events that a browser lays out, or leaves alone, in one go."""
MANY = 2000
"""Events, from which on a browser would take noticeable time to read all quotes before it shows anything."""


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """The events grouped by year, whatever order they come in."""
    groups = list(grouped(events))
    rows = [row for _, members in groups for row in members]
    head, tail = _frame(page.title, [name for name, _ in groups], rows)
    yield head
    for batch in _batches(groups):
        yield "<div>\n"
        for heading, members in batch:
            yield from _section(heading, members, is_many=len(rows) > MANY)
        yield "</div>\n"
    yield tail


def _batches(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """Runs of groups with some `CHUNK` events together: what a browser leaves alone while it is out of sight."""
    batch: list[Group] = []
    size = 0
    for group in groups:
        batch.append(group)
        size += len(group[1])
        if size >= CHUNK:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _section(heading: str, members: Sequence[Row], *, is_many: bool) -> Iterator[str]:
    """A heading and its events, long years in several lists."""
    yield f"<section><h2>{heading}</h2>\n"
    for start in range(0, len(members), CHUNK):
        yield "<ol>\n"
        yield from (item(row, is_many) for row in members[start : start + CHUNK])
        yield "</ol>\n"
    yield "</section>\n"


def _frame(title: str, headings: Sequence[str], rows: Sequence[Row]) -> tuple[str, str]:
    """What stands before and after the list."""
    style, early, script = assets.style(), assets.early(), assets.script()
    frame = Template(assets.source("page.html")).substitute(
        policy=assets.policy(style, early, script),
        icon=assets.icon(),
        style=style,
        early=early,
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
    """`16 events from 5 documents, 1988–2022`."""
    documents = len({claim["document"] for row in rows for claim in row["evidence"]})
    dated = [heading for heading in headings if heading != UNDATED]
    span = "" if not dated else f", {dated[0]}" if len(dated) == 1 else f", {joined(dated[0], dated[-1])}"
    return f"{_counted(len(rows), 'event')} from {_counted(documents, 'document')}{span}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
