"""Events in groups under headings: a year, or the decade, century or millennium where no more is known."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from timeline.render.spoken import spoken
from timeline.temporal.ordinal import from_jdn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Row

UNDATED = "Undated"
_COARSE = {"decade": 10, "century": 100, "millennium": 1000}


def grouped(events: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Headings in order of time, coarse ones before the years they hold, the undated last."""
    ordered = sorted(events, key=lambda row: (_group(row), _within(row)))
    for (_, _, _, edtf), rows in groupby(ordered, key=_group):
        yield spoken(edtf) if edtf else UNDATED, list(rows)


def _group(row: Row) -> tuple[bool, int, int, str]:
    """(undated, first year, minus the length in years, EDTF): sorts a heading, and names it."""
    year = row["year"]
    if year is None and row["edtf"] and row["last_day"] is not None:
        year = from_jdn(row["last_day"])[0]
    if year is None:
        return (True, 0, 0, "")
    length = _COARSE.get(row["precision"], 1) if _is_one_stretch(row["edtf"]) and abs(year) <= 9999 else 1
    sign, low = ("-" if year < 0 else ""), abs(year) // length * length
    digits = f"{low:04}" if low <= 9999 else f"Y{sign}{low}"
    edtf = digits if low > 9999 else sign + digits[: 5 - len(str(length))] + "X" * (len(str(length)) - 1)
    return (False, low if year >= 0 else -(low + length - 1), -length, edtf)


def _is_one_stretch(edtf: str | None) -> bool:
    """`199X` and `1990/1993~` lie in one decade; `1991/..` has no end."""
    return bool(edtf) and ".." not in str(edtf)


def _within(row: Row) -> tuple[int, int, str]:
    """Early before late, at one start the wide before the narrow."""
    first = row["first_day"] if row["first_day"] is not None else row["last_day"]
    last = row["last_day"] if row["last_day"] is not None else first
    return (first or 0, -(last or 0), row["key"])
