"""Dates with unspecified digits, `X`: the first and last day that fits, and the precision that the told digits give."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from timeline.errors import InputError
from timeline.temporal import ordinal
from timeline.temporal.precision import Precision
from timeline.temporal.season import SEASONS

TENS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
"""The precision of a year whose last 0, 1, 2, 3 digits are not told."""
_LEAP_YEAR = 2000


def masked_bounds(year: str, month: str | None, day: str | None) -> tuple[int | None, int | None, Precision]:
    """Bounds of a date with an `X` in some component; without any digit of the year told, it has none.

    The precision is the finest unit that the leading told digits pin down: `156X-12-25` is known to a decade,
    `1985-XX-25` to a year. Raises `InputError` when no day fits.
    """
    digits = year.lstrip("-")
    if "X" in digits:
        precision = TENS[min(4 - digits.index("X"), 3)]
    else:
        precision = Precision.YEAR if month and "X" in month else Precision.MONTH
    if month and "X" not in month and int(month) in SEASONS:
        if day:
            raise InputError("A season has no days.", text=f"{year}-{month}-{day}")
        first, last = _season_bounds(year, int(month))
    else:
        first, last = (_extreme(year, month or "XX", day or "XX", earliest=earliest) for earliest in (True, False))
    return (None, None, precision) if digits == "XXXX" else (first, last, precision)


def _season_bounds(year: str, code: int) -> tuple[int, int]:
    start, months, _ = SEASONS[code]
    early, late = (next(_years(year, earliest=earliest)) for earliest in (True, False))
    return ordinal.month_bounds(early, start, months)[0], ordinal.month_bounds(late, start, months)[1]


def _extreme(year: str, month: str, day: str, *, earliest: bool) -> int:
    """The earliest or latest day that fits; only 29 February makes it look beyond the first year."""
    if not _days(_LEAP_YEAR, month, day):
        raise InputError("No day of the calendar fits it.", text=f"{year}-{month}-{day}")
    for number in _years(year, earliest=earliest):
        if days := _days(number, month, day):
            return ordinal.to_jdn(number, *days[0 if earliest else -1])
    raise InputError("None of its years has a 29 February.", text=f"{year}-{month}-{day}")


def _years(mask: str, *, earliest: bool) -> Iterator[int]:
    """Every year that fits, at most 10,000, forward or backward in time."""
    sign, digits = (-1, mask[1:]) if mask.startswith("-") else (1, mask)
    order = "0123456789" if earliest is (sign == 1) else "9876543210"
    for told in product(*(order if digit == "X" else digit for digit in digits)):
        yield sign * int("".join(told))


def _days(year: int, month_mask: str, day_mask: str) -> list[tuple[int, int]]:
    """The first and the last (month, day) of a year that fit, and perhaps some between."""
    found = []
    for month in _fitting(month_mask, 12):
        if days := _fitting(day_mask, ordinal.days_in_month(year, month)):
            found += [(month, days[0]), (month, days[-1])]
    return found


def _fitting(mask: str, highest: int) -> list[int]:
    """Numbers from 1 up whose two digits fit a mask such as `1X`."""
    tens, ones = mask[0], mask[1]
    return [n for n in range(1, highest + 1) if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10))]
