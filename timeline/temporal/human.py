"""An EDTF text in plain English words, for people: `12–14 May 2010`, `early 1990s`, `c. 1500`, `44 BCE`, `1991 –`.

Years before 1 CE are counted as BCE; years of fewer than four digits, or more, are marked CE. A pattern of unspecified
digits that has no words of its own is shown as EDTF.
"""

from __future__ import annotations

from timeline.temporal import edtf as grammar
from timeline.temporal.edtf import OPEN, Span
from timeline.temporal.point import Point
from timeline.temporal.precision import Precision
from timeline.temporal.season import SEASONS
from timeline.temporal.shape import Shape

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_GROUPINGS = {
    **dict(zip(range(21, 33), ("spring", "summer", "autumn", "winter") * 3, strict=True)),
    **{32 + number: f"Q{number}" for number in range(1, 5)},
    **dict(zip(range(37, 40), ("first third of", "second third of", "last third of"), strict=True)),
    **dict(zip(range(40, 42), ("first half of", "second half of"), strict=True)),
}
_SIDES = {"one": "or", "all": "and"}


def words(edtf: str, clock: str | None = None) -> str:
    """Words for an EDTF text, with a time of day where one is known; raises `InputError` for what is no EDTF."""
    extent = grammar.read(edtf)
    if extent.kind in _SIDES:
        said = [_member(member) for member in extent.members]
        return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} {_SIDES[extent.kind]} {said[-1]}"
    member = extent.members[0]
    date = _date(member) if isinstance(member, Point) else _span(member)
    clock = clock or extent.clock
    return f"{date}, {_clock(clock)}" if clock else date


def joined(first: str, last: str) -> str:
    """Two dates in words as one stretch: `7th–6th century BCE`, `1988–2022`, `44 BCE – 14 CE`."""
    (head, _, tail), (_, _, end_tail) = first.partition(" "), last.partition(" ")
    return f"{head}–{last}" if tail == end_tail and head[:1].isdecimal() else f"{first} – {last}"


def _clock(clock: str) -> str:
    told = 8 if clock[5:6] == ":" else 5
    zone = clock[told:].replace("Z", "UTC")
    return f"{clock[:told]} {zone}" if zone else clock


def _member(member: Point | Span) -> str:
    """Of a set."""
    if isinstance(member, Point):
        return _date(member)
    if isinstance(member.start, Point) and isinstance(member.end, Point):
        return _span(member)
    return f"{_end(member.end)} or earlier" if member.start == OPEN else f"{_end(member.start)} or later"


def _span(span: Span) -> str:
    start, end = span.start, span.end
    if isinstance(start, str) or isinstance(end, str):
        return f"{_end(start)} – {_end(end)}".strip(" ")
    named = grammar.shape_of(start, end)
    if named and named.part:
        return f"{_part(named)}?" if end.uncertain else _part(named)
    if named and named.precision is Precision.DECADE:
        return _hedged(_decade(named.first_year), end)
    if start.text == end.text:
        return _date(start)
    if any((start.approximate, start.uncertain, end.approximate, end.uncertain)):
        return f"{_date(start)} – {_date(end)}"
    return _range(start, end)


def _end(end: Point | str) -> str:
    """A date; nothing where it is open, a question mark where nobody knows."""
    if isinstance(end, Point):
        return _date(end)
    return "" if end == OPEN else "?"


def _range(start: Point, end: Point) -> str:
    """Two dates without marks, told as briefly as it can be done."""
    if start.whole and end.whole and start.precision is end.precision:
        if start.precision is Precision.YEAR:
            return _years(int(start.year), int(end.year))
        (head, year), (end_head, end_year) = _split(start), _split(end)
        if start.precision is Precision.DAY and (start.year, start.month) == (end.year, end.month):
            return f"{int(start.day or 0)}–{end_head} {year}"
        if year == end_year and not head.endswith(" of"):
            return f"{head} – {end_head} {year}" if " " in head else f"{head}–{end_head} {year}"
    return joined(_date(start), _date(end))


def _date(point: Point) -> str:
    said = " ".join(_split(point)).strip(" ") if "X" not in point.text else _masked(point)
    return _hedged(said, point)


def _hedged(said: str, point: Point) -> str:
    return ("c. " if point.approximate else "") + said + ("?" if point.uncertain else "")


def _split(point: Point) -> tuple[str, str]:
    """What is inside the year, and the year, of a date with all digits told."""
    year = int(point.year)
    if point.month is None:
        return "", _year(year)
    head = _inside(point.month, point.day)
    code = int(point.month)
    if 25 <= code <= 32:
        return head, f"{_season_year(code, year)} ({'northern' if code <= 28 else 'southern'} hemisphere)"
    return head, _season_year(code, year)


def _inside(month: str, day: str | None) -> str:
    """`25 December`, `December`, `winter`, `Q3`."""
    code = int(month)
    name = _MONTHS[code - 1] if code <= 12 else _GROUPINGS[code]
    return f"{int(day)} {name}" if day else name


def _season_year(code: int, year: int) -> str:
    """The year, or the two over which a winter goes."""
    if code not in SEASONS or SEASONS[code][0] != 12:
        return _year(year)
    return f"{year}–{(year + 1) % 100:02d}" if 1000 <= year <= 9998 and year % 100 != 99 else _years(year, year + 1)


def _year(year: int) -> str:
    if year <= 0:
        return f"{_count(1 - year)} BCE"
    return str(year) if 1000 <= year <= 9999 else f"{_count(year)} CE"


def _count(number: int) -> str:
    return f"{number:,}" if number > 9999 else str(number)


def _years(first: int, last: int) -> str:
    if last <= 0:
        return f"{_count(1 - first)}–{_year(last)}"
    if first <= 0:
        return f"{_year(first)} – {_count(last)} CE"
    return f"{first}–{last}" if first >= 1000 and last <= 9999 else f"{_count(first)}–{_count(last)} CE"


def _masked(point: Point) -> str:
    """A date with unspecified digits, where English has words for the pattern."""
    year, month, day = point.year, point.month, point.day
    known = _masked_year(year)
    if known and month is None:
        return known
    if known and month and "X" not in month and (day is None or "X" not in day):
        return f"{_inside(month, day)}, {known}"
    if "X" not in year and month == "XX" and day in (None, "XX"):
        return f"some {'day' if day else 'month'} in {_year(int(year))}"
    if "X" not in year and month and "X" not in month and day == "XX":
        return f"some day in {_inside(month, None)} {_year(int(year))}"
    return point.text.translate({ord(mark): None for mark in "?~%"})


def _masked_year(mask: str) -> str | None:
    """`1990s`, `19th century`, `2nd millennium`, `year unknown`; None for a hole before a told digit."""
    before, digits = mask.startswith("-"), mask.lstrip("-")
    told = digits.rstrip("X")
    if "X" in told or len(told) == 4:
        return None
    if len(told) == 3:
        first = int(told) * 10
        return _years(-first - 9, -first) if before else _decade(first)
    if not told:
        return "year unknown"
    return _nth(int(told) + 1, "century" if len(told) == 2 else "millennium", before=before)


def _nth(number: int, unit: str, *, before: bool) -> str:
    """`19th century`, `1st century CE`, `7th century BCE`."""
    last = number % 10 if number % 100 // 10 != 1 else 0
    era = " BCE" if before else " CE" if (number < 10 and unit == "century") or number == 1 else ""
    return f"{number}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'} {unit}{era}"


def _decade(first: int) -> str:
    if first >= 0:
        return f"{_count(first)}s" if 1000 <= first <= 9999 else f"{_count(first)}s CE"
    tens = (1 - first) // 10 * 10
    return f"{_count(tens)}s BCE" if tens else _years(first, 0)


def _part(named: Shape) -> str:
    """`early 1990s`, `mid-19th century`."""
    first = named.first_year
    if named.precision is Precision.DECADE:
        whole = _decade(first)
    else:
        whole = _nth(abs(first) // 100 + 1, "century", before=first < 0)
    return f"mid-{whole}" if named.part == "mid" else f"{named.part} {whole}"
