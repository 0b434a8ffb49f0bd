"""Events in groups under headings: a year, or the decade, century or millennium where no more is known."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from timeline.render.web.spoken import year_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Row

_COARSE = {"decade": 10, "century": 100, "millennium": 1000}
_UNDATED = (1, 0, 0)


def grouped(events: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Headings in order of time, coarse ones before the years they hold, the undated last."""
    ordered = sorted(events, key=lambda row: (_group(row), _within(row)))
    for group, rows in groupby(ordered, key=_group):
        yield _heading(group), list(rows)


def _group(row: Row) -> tuple[int, int, int]:
    """(undated?, first year, minus the length in years): what sorts a heading, and names it."""
    year = row["year"]
    if year is None:
        return _UNDATED
    length = _COARSE.get(row["precision"], 1) if _is_one_stretch(row["edtf"]) else 1
    return (0, _first_year(year, length), -length)


def _is_one_stretch(edtf: str | None) -> bool:
    """`199X` and `1990/1993~` lie in one decade; `1991/..` has no end."""
    return bool(edtf) and ".." not in str(edtf)


def _first_year(year: int, length: int) -> int:
    """Decades begin with their round year, longer stretches one after it, before our era as well as in it."""
    if length == 1:
        return year
    if length == 10:
        return year - year % 10
    return year - (year - 1) % length


def _heading(group: tuple[int, int, int]) -> str:
    undated, year, length = group
    if undated:
        return "Undated"
    match -length:
        case 1:
            return year_in_words(year)
        case 10:
            return f"{year}s" if year > 0 else f"{year_in_words(year)} – {year_in_words(year + 9)}"
        case step:
            number = (year - 1) // step
            name = "century" if step == 100 else "millennium"
            return f"{_ordinal(number + 1)} {name}" if number >= 0 else f"{_ordinal(-number)} {name} BCE"


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _within(row: Row) -> tuple[int, int, str]:
    """Early before late, at one start the wide before the narrow."""
    first = row["first_day"] if row["first_day"] is not None else row["last_day"]
    last = row["last_day"] if row["last_day"] is not None else first
    return (first or 0, -(last or 0), row["key"])
