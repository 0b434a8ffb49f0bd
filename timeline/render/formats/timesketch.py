"""Timesketch JSON Lines (`message`, `datetime`, `timestamp_desc`): events known to the day; others are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.entry import entry
from timeline.render.formats.ics import FIRST_YEAR, LAST_YEAR
from timeline.render.formats.json import line
from timeline.render.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """One object an event; the rest of the view's keys are its attributes."""
    for told in entries(events, page):
        yield line(told)
        yield "\n"


def entries(events: Iterable[Row], page: Page) -> Iterator[dict[str, object]]:
    """What Timesketch is told of each event that it can take in; the others are counted at the end."""
    left_out = 0
    for row in events:
        known = parts(row)
        if (
            known is None
            or known.first is None
            or len(known.first) < 3
            or not FIRST_YEAR <= known.first[0] <= LAST_YEAR
        ):
            left_out += 1
            continue
        told = entry(row)
        date = "{:04}-{:02}-{:02}T00:00:00+00:00".format(*known.first)
        sources = sorted({claim["document"] for claim in row["evidence"]})
        extra = {name: row[name] for name in ("key", "edtf", "status", "actors", "places", "disputed", "inferred")}
        yield {"message": told.title, "datetime": date, "timestamp_desc": "Event date", **extra, "source": sources}
    if left_out:
        page.remark(f"{left_out} left out: not known to the day, or not between the years 1 and 9999")
