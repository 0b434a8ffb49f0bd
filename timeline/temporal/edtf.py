"""EDTF, the Extended Date/Time Format of ISO 8601-2 (Library of Congress specification, 2019): text in, bounds out.

Level 0 and level 1 whole; of level 2 qualified components, sets, all sub-year groupings, significant digits,
exponential years and unspecified digits anywhere. Knows nothing of `Interval`, which is built from an `Extent`.

Decided where the specification leaves it open: times of day have whole seconds and stand in no interval or set; a year
of which no digit is told (`XXXX-12-25`) bounds nothing, so that both days are None; an unknown end (`1984/`) bounds as
little as an open one (`1984/..`), but stays apart in the text; an interval of no date at all (`../..`) is refused.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from timeline.errors import InputError
from timeline.temporal import shape
from timeline.temporal.clock import read_clock
from timeline.temporal.point import Point, read_point
from timeline.temporal.precision import Precision, coarser

MAX_LENGTH = 1000
"""Longer texts are refused unread, and those whose canonical text is longer."""
OPEN, UNKNOWN = "..", ""
"""Ends of an interval that are no date: it goes on without one, or nobody knows."""

_TIMED = re.compile(r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?)")


class Span(NamedTuple):
    """Two ends, each a date, `OPEN` or `UNKNOWN`."""

    start: Point | str
    end: Point | str


class Extent(NamedTuple):
    """A whole EDTF expression: what it consists of, and what it comes to."""

    text: str
    """Canonical: `parse(text)` gives the same again."""
    kind: str
    """`date` | `interval` | `one` (`[…]`, one of a set) | `all` (`{…}`, each of a set)."""
    members: tuple[Point | Span, ...]
    first: int | None
    """Julian Day Number of the first possible day; None: open, unknown, or no digit of the year told."""
    last: int | None
    precision: Precision
    approximate: bool
    uncertain: bool
    clock: str | None = None


@lru_cache(maxsize=4096)
def read(text: str) -> Extent:
    """Read an EDTF expression; raises `InputError` with `.text` when it is none, or names no possible time."""
    try:
        if len(text) <= MAX_LENGTH:
            extent = _read(text)
            if len(extent.text) <= MAX_LENGTH:  # an exponential year grows when it is written out
                return extent
        raise InputError(f"It is longer than {MAX_LENGTH} characters.")
    except InputError as refused:
        shown = text if len(text) <= 60 else text[:57] + "..."
        raise InputError(f"{shown!r} is not an EDTF date: {refused}", text=text) from None


def shape_of(start: Point | str, end: Point | str) -> shape.Shape | None:
    """The name of a span that has one, told by its ends."""
    if isinstance(start, str) or isinstance(end, str) or not (start.whole and end.whole):
        return None
    if start.precision is not end.precision or start.uncertain is not end.uncertain:
        return None
    cut = end.approximate and not start.approximate
    if start.approximate and not end.approximate:
        return None
    if end.precision is Precision.YEAR:
        if start.approximate and (late := shape.of_years(int(start.year), int(end.year), cut=True)) is not None:
            return late if late.part == "late" else None
        return shape.of_years(int(start.year), int(end.year), cut=cut)
    if end.precision is Precision.DAY and start.first is not None and end.first is not None and not cut:
        return shape.of_days(start.first, end.first)
    return None


def marked(extent: Extent, mark: str) -> str:
    """Its text with `?` or `~` set on the whole date, on each end or on each member that is a date."""
    if extent.kind in ("date", "interval"):
        return _joined(extent.members[0], "/", mark)
    return extent.text[0] + ",".join(_joined(member, OPEN, mark) for member in extent.members) + extent.text[-1]


def _read(text: str) -> Extent:
    if "/" in text:
        return _interval(text)
    if text[:1] in ("[", "{"):
        return _set(text)
    if "T" in text:
        return _timed(text)
    point = read_point(text)
    return Extent(
        point.text, "date", (point,), point.first, point.last, point.precision, point.approximate, point.uncertain
    )


def _timed(text: str) -> Extent:
    match = _TIMED.fullmatch(text)
    if match is None:
        raise InputError("A time of day is written as in 2020-11-10T21:05:00, then nothing, Z or +04:00.")
    point, (clock, precision) = read_point(match[1]), read_clock(match[2])
    return Extent(f"{point.text}T{clock}", "date", (point,), point.first, point.last, precision, False, False, clock)


def _interval(text: str) -> Extent:
    ends = text.split("/")
    if len(ends) != 2:
        raise InputError("An interval has one slash.")
    span = _span(*ends)
    first, last = _span_bounds(span)
    dated = [end for end in (span.start, span.end) if isinstance(end, Point)]
    named = shape_of(span.start, span.end)
    return Extent(
        _joined(span, "/"), "interval", (span,), first, last,
        named.precision if named else _coarsest(dated), *_marks(dated),
    )  # fmt: skip


def _span(start: str, end: str) -> Span:
    span = Span(*(one if one in (OPEN, UNKNOWN) else read_point(one) for one in (start, end)))
    if isinstance(span.start, str) and isinstance(span.end, str):
        raise InputError("At least one end has to be a date.")
    return span


def _span_bounds(span: Span) -> tuple[int | None, int | None]:
    """First day of the start, last day of the end."""
    first = span.start.first if isinstance(span.start, Point) else None
    last = span.end.last if isinstance(span.end, Point) else None
    if first is not None and last is not None and first > last:
        raise InputError("It ends before it begins.")
    return first, last


def _set(text: str) -> Extent:
    kind, closing = ("one", "]") if text[0] == "[" else ("all", "}")
    if not text.endswith(closing):
        raise InputError(f"A set that begins with {text[0]} ends with {closing}.")
    told = [member.strip(" ") for member in text[1:-1].split(",")]
    members = tuple(_member(member, place, len(told)) for place, member in enumerate(told))
    bounds = [_span_bounds(m) if isinstance(m, Span) else (m.first, m.last) for m in members]
    dated = [p for m in members for p in ((m.start, m.end) if isinstance(m, Span) else (m,)) if isinstance(p, Point)]
    firsts, lasts = [first for first, _ in bounds], [last for _, last in bounds]
    return Extent(
        text[0] + ",".join(_joined(member, "..") for member in members) + closing, kind, members,
        None if None in firsts else min(first for first in firsts if first is not None),
        None if None in lasts else max(last for last in lasts if last is not None),
        _coarsest(dated), *_marks(dated),
    )  # fmt: skip


def _member(text: str, place: int, count: int) -> Point | Span:
    """A date, `a..b`, and `..a` as the first, `a..` as the last of a set."""
    start, dots, end = text.partition("..")
    if not dots:
        return read_point(text)
    if (not start and place > 0) or (not end and place < count - 1):
        raise InputError("An open end stands first or last in a set.")
    span = _span(start or OPEN, end or OPEN)
    _span_bounds(span)
    return span


def _joined(member: Point | Span, dots: str, mark: str = "") -> str:
    """Canonical text of a member, its ends joined by `/` or `..`, with a further mark on its dates."""
    if isinstance(member, Point):
        return _with_mark(member.text, mark)
    ends = (_with_mark(end.text, mark) if isinstance(end, Point) else end for end in (member.start, member.end))
    return dots.join("" if dots == OPEN and end == OPEN else end for end in ends)


def _with_mark(text: str, mark: str) -> str:
    last = text[-1]
    if not mark or last in (mark, "%"):
        return text
    return text[:-1] + "%" if last in "?~" else text + mark


def _coarsest(points: list[Point]) -> Precision:
    found = points[0].precision
    for point in points[1:]:
        found = coarser(found, point.precision)
    return found


def _marks(points: list[Point]) -> tuple[bool, bool]:
    return any(point.approximate for point in points), any(point.uncertain for point in points)
