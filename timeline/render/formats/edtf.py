"""One line an event: its date in EDTF (ISO 8601-2), a tab, its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.foreign import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """An undated event has an empty date."""
    return (f"{row['edtf'] or ''}\t{clean(row['title'])}\n" for row in events)
