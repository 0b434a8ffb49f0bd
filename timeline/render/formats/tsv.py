"""Tab-separated values: as `csv`, with tabs and line breaks inside a cell made spaces, so that `cut` and `awk` work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.foreign import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """The columns of the `timeline` view, without the evidence."""
    columns: list[str] = []
    for event in events:
        if not columns:
            columns = [name for name in event if name != "evidence"]
            yield _line(columns)
        yield _line([event[name] for name in columns])


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[object]], page: Page) -> Iterator[str]:
    """Any rows under their column names."""
    yield _line(columns)
    for row in rows:
        yield _line(row)


def _line(row: Sequence[object]) -> str:
    return "\t".join(map(_cell, row)) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return clean("; ".join(map(str, value)))
    if isinstance(value, bool):
        return str(int(value))
    return value.hex() if isinstance(value, bytes) else clean(str(value))
