"""Comma-separated values for spreadsheets: one event a line; cells that a spreadsheet would compute are made text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from timeline.render.foreign import cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.page import Page, Row


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """The columns of the `timeline` view; actors and places parted by semicolons, without the evidence."""
    return separated(events, ",")


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[object]], page: Page) -> Iterator[str]:
    """Any rows under their column names (RFC 4180, but for line ends: one line feed)."""
    return lines(columns, rows, ",")


def separated(events: Iterable[Row], delimiter: str) -> Iterator[str]:
    """Events as lines with a delimiter of one's own."""
    columns: list[str] = []
    for event in events:
        if not columns:
            columns = [name for name in event if name != "evidence"]
            yield from lines(columns, (), delimiter)
        yield from lines((), [[event[name] for name in columns]], delimiter)


def lines(columns: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str) -> Iterator[str]:
    """A header, where there are columns, and one line a row."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if columns:
        writer.writerow([_text(name) for name in columns])
    for row in rows:
        writer.writerow([_text(value) for value in row])
        if out.tell() > 1 << 16:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _text(value: object) -> object:
    if isinstance(value, list):
        return cell("; ".join(map(str, value)))
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, bytes):
        return value.hex()
    return cell(value) if isinstance(value, str) else value
