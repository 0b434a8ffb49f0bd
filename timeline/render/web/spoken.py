"""Dates as a page says them: `27 September 2020`, `12 – 14 May 2010`, `early 1990s`, `15 March 44 BCE`."""

from __future__ import annotations

import re

from timeline.render.when import in_words

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PLAIN = re.compile(r"(-?[0-9]{4})-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?([?~%]?)\Z")
_VALID_IN_HTML = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?\Z")


def spoken(edtf: str | None, precision: str | None = None) -> str:
    """What a reader says of a date; days and months in full words, all else as the terminal shows it."""
    if not edtf:
        return "undated"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf) or in_words(edtf, precision)
    if precision == "week":
        return f"week of {_point(first) or in_words(first)}"
    start, end = _PLAIN.match(first), _PLAIN.match(last)
    if start is None and end is None:
        return in_words(edtf, precision)
    if start is None or end is None:
        return f"{_side(first)} – {_side(last)}".strip()
    return f"{_without_shared(start, end)} – {_point(last)}"


def datetime_attribute(edtf: str | None) -> str | None:
    """The value of a `time` element's `datetime` (HTML: a valid date, month or year string), where there is one."""
    if not edtf:
        return None
    bare = edtf.rstrip("~?%").partition("T")[0]
    return bare if _VALID_IN_HTML.match(bare) else None


def year_in_words(year: int) -> str:
    """An astronomical year as people count: 0 is 1 BCE."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def _side(edtf: str) -> str:
    return "" if edtf in ("", "..") else _point(edtf) or in_words(edtf)


def _point(edtf: str) -> str:
    match = _PLAIN.match(edtf)
    if match is None:
        return ""
    year, month, day, mark = match.groups()
    words = f"{_day(day)}{_MONTHS[int(month) - 1]} {year_in_words(int(year))}"
    return f"{'c. ' if mark in ('~', '%') else ''}{words}{'?' if mark in ('?', '%') else ''}"


def _without_shared(start: re.Match[str], end: re.Match[str]) -> str:
    """The start of a range without what its end says too; marks of doubt keep it whole."""
    year, month, day, mark = start.groups()
    if mark or year != end[1] or (day is None) != (end[3] is None):
        return _point(start[0])
    if month == end[2] and day:
        return str(int(day))
    return f"{_day(day)}{_MONTHS[int(month) - 1]}"


def _day(digits: str | None) -> str:
    return f"{int(digits)} " if digits else ""
