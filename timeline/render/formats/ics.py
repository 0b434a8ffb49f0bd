"""A calendar (iCalendar, RFC 5545): all-day events; what no calendar can hold is counted on stderr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.entry import entry
from timeline.render.foreign import clean
from timeline.render.quote import place
from timeline.temporal.ordinal import from_jdn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row

LONGEST_LINE = 75
"""Octets, line end not counted (section 3.1)."""
FIRST_YEAR, LAST_YEAR = 1, 9999
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_STATUS = {"planned": "TENTATIVE", "conditional": "TENTATIVE"}


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """One VEVENT an event; its UID is its key, so that a second import replaces the first."""
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//timeline-db//EN", "CALSCALE:GREGORIAN")
    yield from _lines(f"X-WR-CALNAME:{_text(page.title)}")
    left_out = 0
    for row in events:
        days = _days(row)
        if days is None:
            left_out += 1
        else:
            yield from _lines(*_event(row, *days))
    yield from _lines("END:VCALENDAR")
    if left_out:
        page.remark(f"{left_out} left out: undated, without a beginning, or not between the years 1 and 9999")


def _days(row: Row) -> tuple[str, str] | None:
    """First day and the day after the last, as a calendar writes them; an open end is told by its first day."""
    first, last = row["first_day"], row["last_day"]
    if first is None:
        return None
    last = first if last is None else last
    dates = from_jdn(first), from_jdn(last + 1)
    if not all(FIRST_YEAR <= date[0] <= LAST_YEAR for date in dates):
        return None
    return "{:04}{:02}{:02}".format(*dates[0]), "{:04}{:02}{:02}".format(*dates[1])


def _event(row: Row, first: str, after: str) -> Iterator[str]:
    told = entry(row)
    yield "BEGIN:VEVENT"
    yield f"UID:{row['key']}@timeline"
    yield "DTSTAMP:19700101T000000Z"  # it must be there; the same database shall give the same file
    yield f"DTSTART;VALUE=DATE:{first}"
    yield f"DTEND;VALUE=DATE:{after}"
    yield f"SUMMARY:{_text(_summary(told.title, told.marks))}"
    yield f"DESCRIPTION:{_text(_description(row, told.date, told.marks))}"
    if row["places"]:
        yield f"LOCATION:{_text(', '.join(row['places']))}"
    if row["actors"]:
        yield f"CATEGORIES:{','.join(map(_text, row['actors']))}"
    if row["status"] in _STATUS:
        yield f"STATUS:{_STATUS[row['status']]}"
    yield "TRANSP:TRANSPARENT"
    yield f"X-EDTF:{_text(row['edtf'])}"
    yield "END:VEVENT"


def _summary(title: str, marks: tuple[str, ...]) -> str:
    """A calendar shows the title alone: what was only planned, or denied, must not look as if it had happened."""
    return f"{title} ({', '.join(marks)})" if marks else title


def _description(row: Row, date: str, marks: tuple[str, ...]) -> str:
    quotes = [f"“{clean(claim['quote'])}” {place(claim)}" for claim in row["evidence"]]
    return "\n".join([", ".join((date, *marks)), *quotes])


def _text(text: str) -> str:
    """A TEXT value (section 3.3.11); the only line breaks in it are our own."""
    return "\n".join(map(clean, text.split("\n"))).translate(_ESCAPES)


def _lines(*lines: str) -> Iterator[str]:
    """Folded to 75 octets, never inside a sign; each ends with CR LF."""
    for line in lines:
        data = line.encode("utf-8", "replace")
        start, room = 0, LONGEST_LINE
        while len(data) - start > room:
            end = start + room
            while data[end] & 0xC0 == 0x80:
                end -= 1
            yield data[start:end].decode() + "\r\n "
            start, room = end, LONGEST_LINE - 1
        yield data[start:].decode() + "\r\n"
