"""One line an event: its date in EDTF (ISO 8601-2), a tab, its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.foreign import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """Undated events are left out: EDTF has no word for them."""
    left_out = 0
    for row in events:
        left_out += not row["edtf"]
        if row["edtf"]:
            yield f"{row['edtf']}\t{clean(row['title'])}\n"
    if left_out:
        page.remark(f"{left_out} left out: undated")
