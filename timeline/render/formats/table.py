"""Aligned columns for reading; wraps at any width from 20 columns up."""

from __future__ import annotations

from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

from timeline.render.columns import cells, padded, wrapped
from timeline.render.entry import entry, key_length
from timeline.render.foreign import clean
from timeline.render.number import counted
from timeline.render.quote import quotation
from timeline.render.when import of_years, stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.entry import Entry
    from timeline.render.page import Page, Row

GAP = "  "
FEW = 12
"""Dated events that need no headings."""
LONGEST_TITLE = 120
"""Cells that a title is given on an endless line before it pushes what follows to the right."""
LEAST_DATE = 16
"""Cells that dates are given, or a quarter of the line; longer ones wrap, so that titles keep their room."""
LEAST_TITLE = 24
"""With less room for titles than this, an event is a small block of lines instead of a row."""
MEASURED = 5000
"""Rows of any table that are looked at before the first is shown."""
LEAST_COLUMN = 8
"""Cells, below which a column of any table cannot be read."""


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """Events that begin in the window, in their order, then those that had begun before it, or may have."""
    begun: list[Row] = []
    under_way: list[Row] = []
    for row in events:
        before = page.since is not None and row["first_day"] is not None and row["first_day"] < page.since
        (under_way if before else begun).append(row)
    length = key_length([row["key"] for row in (*begun, *under_way)], page.key_length)
    entries = [(row, entry(row, length)) for row in (*begun, *under_way)]
    if not entries:
        return
    layout = _Layout([told for _, told in entries], page)
    headings = _headings(begun) if page.grouped else {}
    for number, (row, told) in enumerate(entries):
        if under_way and number == len(begun):
            yield "\n" if begun else ""
            yield from (page.paint(line, "head") + "\n" for line in wrapped(_of_before(under_way), page.width))
        elif number in headings:
            yield ("\n" if number else "") + page.paint(headings[number], "head") + "\n"
        yield layout.event(told, first=number == 0)
        if page.verbose:
            for claim in row["evidence"]:
                yield "".join(f"{line}\n" for line in quotation(claim, page, indent=layout.indent))


def _of_before(rows: Sequence[Row]) -> str:
    """What lasted was under way when the window opened; what is known to a year or decade alone may lie in it."""
    lasted = {row["kind"] == "span" or ".." in row["edtf"] for row in rows}
    return " or ".join(
        words for sure, words in ((True, "already under way"), (False, "perhaps earlier")) if sure in lasted
    )


def _headings(rows: Sequence[Row]) -> dict[int, str]:
    """What stands before the event of that place: years, decades or centuries, so that each has a few events."""
    years = [row["year"] for row in rows if row["year"] is not None]
    if len(years) < FEW:
        return {}
    size = next((size for size in (1, 10, 100) if len({stretch(year, size) for year in years}) * 3 <= len(years)), 1000)
    bins = [_bin(row, size) for row in rows]
    starts = [place for place, found in enumerate(bins) if place == 0 or found != bins[place - 1]]
    if len(starts) == 1:
        return {}
    return {place: found if isinstance(found := bins[place], str) else of_years(found, size) for place in starts}


def _bin(row: Row, size: int) -> int | str:
    if row["year"] is not None:
        return stretch(row["year"], size)
    return "beginning unknown" if row["edtf"] else "undated"


class _Layout:
    """Widths that fit all events of one page."""

    def __init__(self, entries: Sequence[Entry], page: Page) -> None:
        self.page = page
        self.key = max(len(told.key) for told in entries)
        room_for_date = None if page.width is None else max(LEAST_DATE, page.width // 4)
        self.date = max(cells(line) for told in entries for line in wrapped(told.date, room_for_date))
        self.marks = max(cells(" ".join(told.marks)) for told in entries)
        self.sources = max(len(_sources(told, number == 0)) for number, told in enumerate(entries))
        widest = max(cells(told.title) for told in entries)
        fixed = self.key + self.date + self.sources + 3 * len(GAP) + (self.marks + len(GAP) if self.marks else 0)
        room = LONGEST_TITLE if page.width is None else page.width - fixed
        self.narrow = room < min(LEAST_TITLE, widest)
        self.title = min(room, widest)
        self.indent = " " * (2 if self.narrow else self.key + self.date + 2 * len(GAP))

    def event(self, told: Entry, first: bool) -> str:
        lines = self._block(told) if self.narrow else self._row(told, first)
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _row(self, told: Entry, first: bool) -> Iterator[str]:
        paint, endless = self.page.paint, self.page.width is None
        titles = wrapped(told.title, None if endless else self.title)
        dates = wrapped(told.date, None if endless else self.date)
        tail = _sources(told, first)
        note = f"({told.note})" if told.note else ""
        if note and endless:
            tail, note = f"{tail:<{self.sources}}{GAP}{note}", ""
        marks = [paint(padded(" ".join(told.marks), self.marks), _style(told))] if self.marks else []
        head = paint(padded(told.key, self.key), "key"), paint(padded(dates[0], self.date), "date")
        yield GAP.join((*head, padded(titles[0], self.title), *marks, paint(tail, "dim")))
        more = [*titles[1:], *(paint(line, "warn") for line in (wrapped(note, self.title) if note else ()))]
        for date, line in zip_longest(dates[1:], more, fillvalue=""):
            yield GAP.join((" " * self.key, paint(padded(date, self.date), "date") if date else " " * self.date, line))

    def _block(self, told: Entry) -> Iterator[str]:
        paint, width = self.page.paint, (self.page.width or LONGEST_TITLE) - 2
        head = f"{told.key} {told.date}"
        yield f"{paint(told.key, 'key')} {paint(told.date, 'date')}" if cells(head) <= width + 2 else told.key
        if cells(head) > width + 2:
            for line in wrapped(told.date, width):
                yield self.indent + paint(line, "date")
        for line in wrapped(told.title, width):
            yield self.indent + line
        about = ", ".join((*told.marks, _sources(told, first=True))) + (f" ({told.note})" if told.note else "")
        for line in wrapped(about, width):
            yield self.indent + paint(line, _style(told) if told.marks else "dim")


def _sources(told: Entry, first: bool) -> str:
    """The first row says what the numbers are."""
    return counted(told.sources, "source") if first else f"{told.sources:,}"


def _style(told: Entry) -> str:
    return "warn" if "disputed" in told.marks or "denied" in told.marks else "mark"


def tabulate(columns: Sequence[str], rows: Iterable[Sequence[object]], page: Page) -> Iterator[str]:
    """Any rows under their column names, cells wrapped; each row a block of lines where the page is too narrow.

    The first MEASURED rows say how wide the columns are; all others follow as they come.
    """
    told = ([_cell(value) for value in row] for row in rows)
    body = list(islice(told, MEASURED))
    names = [clean(name) for name in columns]
    widths = [
        max(cells(name), *(cells(row[i]) for row in body)) if body else cells(name) for i, name in enumerate(names)
    ]
    if page.width is not None and not _fit(widths, page.width - len(GAP) * (len(widths) - 1)):
        yield from _blocks(names, chain(body, told), page)
        return
    numeric = [bool(body) and all(_is_number(row[i]) for row in body) for i in range(len(names))]
    most = [None] * len(widths) if page.width is None else widths
    yield from _lines(names, widths, most, numeric, lambda text: page.paint(text, "head"))
    yield page.paint(GAP.join("-" * width for width in widths), "dim") + "\n"
    for row in chain(body, told):
        yield from _lines(row, widths, most, numeric, str)


def _lines(
    row: Sequence[str], widths: Sequence[int], most: Sequence[int | None], numeric: Sequence[bool], paint: object
) -> Iterator[str]:
    """Cells are wrapped where there is a limit; on an endless line a long one pushes what follows to the right."""
    columns = [wrapped(text, width) for text, width in zip(row, most, strict=True)]
    for number in range(max((len(column) for column in columns), default=0)):
        line = [column[number] if number < len(column) else "" for column in columns]
        line = [
            text.rjust(width) if right else padded(text, width)
            for text, width, right in zip(line, widths, numeric, strict=True)
        ]
        yield paint(GAP.join(line).rstrip()) + "\n"  # type: ignore[operator]


def _fit(widths: list[int], room: int) -> bool:
    """Take cells from the widest column until the row fits; False where a column would be too narrow to read."""
    while sum(widths) > room and max(widths) > LEAST_COLUMN:
        widths[widths.index(max(widths))] -= 1
    return sum(widths) <= room


def _blocks(names: Sequence[str], body: Iterable[Sequence[str]], page: Page) -> Iterator[str]:
    """Each row as lines `name  value`, an empty line between rows."""
    longest = max(map(cells, names))
    indent = longest + len(GAP) if page.width and page.width >= longest + LEAST_TITLE else len(GAP)
    for number, row in enumerate(body):
        yield "\n" if number else ""
        for name, text in zip(names, row, strict=True):
            lines = wrapped(text, page.width and page.width - indent) if text else []
            head = page.paint(padded(name, indent) if indent > len(GAP) else name, "head")
            yield (head + lines.pop(0) if lines and indent > len(GAP) else head.rstrip()) + "\n"
            yield from (f"{' ' * indent}{line}\n" for line in lines)


def _cell(value: object) -> str:
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return "" if value is None else clean(str(value))


def _is_number(text: str) -> bool:
    return text == "" or text.lstrip("-").replace(".", "", 1).isdecimal()
