"""The objects of `json`, one a line, without the list around them: for pipes and large results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.formats.json import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """One event a line."""
    return (f"{line(event)}\n" for event in events)


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[object]], page: Page) -> Iterator[str]:
    """One object a row."""
    return (f"{line(dict(zip(columns, row, strict=True)))}\n" for row in rows)
