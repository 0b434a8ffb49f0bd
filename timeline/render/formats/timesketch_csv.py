"""Timesketch CSV: the columns `message`, `datetime`, `timestamp_desc`, and what `timesketch` tells beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.formats.csv import separated
from timeline.render.formats.timesketch import entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """A header and one line an event known to the day; cells that a spreadsheet would compute are made text."""
    return separated(entries(events, page), ",")
