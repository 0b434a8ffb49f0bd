"""One EDTF date: its components, what they leave open, and the first and last day that it can be.

A component may hold unspecified digits (`199X`, `1985-04-XX`) and be qualified on its own (`?2004-06-~11`); the month's
place may hold a season, quarter or half (`2010-21`, `2020-35`). Years beyond four digits are written with `Y`. Bounds
take every digit as told: `?`, `~` and `%` do not widen them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.errors import InputError
from timeline.temporal import ordinal
from timeline.temporal.mask import TENS, masked_bounds
from timeline.temporal.precision import Precision
from timeline.temporal.season import SEASONS

MAX_YEAR = 999_999_999_999
"""Years reach ± this: far beyond the age of the universe, and the days fit SQL's 64-bit integers."""

_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_DATE = re.compile(
    r"([?~%])?(?P<year>-?[0-9X]{4})(?:S(?P<significant>[0-9]{1,2}))?([?~%])?"
    r"(?:-([?~%])?(?P<month>[0-9X]{2})([?~%])?(?:-([?~%])?(?P<day>[0-9X]{2})([?~%])?)?)?"
)
_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{0,11})(?:E([0-9]{1,2}))?(?:S([0-9]{1,2}))?([?~%])?")
_HINTS = (
    (r"[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?", "Months and days have two digits."),
    (r"-?[0-9]{1,3}", "Years have four digits, as in 0476; a decade is written 199X, a century 19XX."),
    (r"[+-]?[0-9]{5,}(?:-.{0,9})?", "A year of more than four digits is written with Y, as in Y17000."),
    (r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T.{0,30}", "A time of day stands in no interval and no set."),
    (r"-?[0-9]{0,3}[ux]{1,4}.{0,9}", "Digits that are not told are written X."),
)


class Point(NamedTuple):
    """A date by its parts, as text (digits or `X`), and what the parts come to."""

    text: str
    """Canonical EDTF."""
    year: str
    """Signed, without `Y`: `1984`, `199X`, `-0043`, `17000`."""
    month: str | None
    """`01` to `12`, or a code of `SEASONS`."""
    day: str | None
    first: int | None
    """Julian Day Number of the first day that it can be; None when no digit of the year is told."""
    last: int | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    significant: int | None = None
    """How many digits of the year count: 2 of `1950S2`."""

    @property
    def whole(self) -> bool:
        """Every digit of it is told."""
        return "X" not in self.text and self.significant is None


def read_point(text: str) -> Point:
    """Read one date of any level, without a time of day; raises `InputError`, its message to follow a colon."""
    if _PLAIN.fullmatch(text):
        year, month, day = text[:4], text[5:7] or None, text[8:] or None
        return Point(text, year, month, day, *_bounds(year, month, day))
    if match := _DATE.fullmatch(text):
        return _marked_date(match)
    if match := _LONG_YEAR.fullmatch(text):
        return _long_year(match[1], int(match[2] or 0), match[3], _spread(match[4]))
    hints = (hint for pattern, hint in _HINTS if re.fullmatch(pattern, text))
    raise InputError(next(hints, "Write it as 2020, 2020-11 or 2020-11-10."), text=text)


def year_text(year: int) -> str:
    """A year in EDTF: four digits, a minus before year 0, `Y` beyond 9999; raises `InputError` beyond `MAX_YEAR`."""
    if 0 <= year <= 9999:
        return f"{year:04d}"
    if -9999 <= year < 0:
        return f"-{-year:04d}"
    if abs(year) <= MAX_YEAR:
        return f"Y{year}"
    raise InputError(f"Years reach from -{MAX_YEAR} to {MAX_YEAR}.", text=str(year))


def day_text(year: int, month: int, day: int) -> str:
    """A day in EDTF, which has none in years beyond four digits: `InputError`."""
    return f"{short_year(year)}-{month:02d}-{day:02d}"


def short_year(year: int) -> str:
    """A year that can have months: four digits with a sign; raises `InputError` for others."""
    if 0 <= year <= 9999:
        return f"{year:04d}"
    if -9999 <= year < 0:
        return f"-{-year:04d}"
    raise InputError(f"EDTF writes the year {year} only as a whole, without months and days.", text=str(year))


def check_day(year: int, month: int, day: int) -> None:
    """Raise `InputError` for a month or day that the calendar does not have."""
    if not 1 <= month <= 12:
        raise InputError(f"There is no month {month:02d}.", text=str(month))
    length = ordinal.days_in_month(year, month)
    if not 1 <= day <= length:
        raise InputError(f"Month {month:02d} of the year {year} has {length} days.", text=f"{year}-{month}-{day}")


def _bounds(year: str, month: str | None, day: str | None) -> tuple[int | None, int | None, Precision]:
    if "X" in year or (month and "X" in month) or (day and "X" in day):
        return masked_bounds(year, month, day)
    number = int(year)
    if month is None:
        return *ordinal.year_bounds(number, number), Precision.YEAR
    if day is not None:
        check_day(number, int(month), int(day))
        jdn = ordinal.to_jdn(number, int(month), int(day))
        return jdn, jdn, Precision.DAY
    code = int(month)
    if 1 <= code <= 12:
        return *ordinal.month_bounds(number, code), Precision.MONTH
    if code in SEASONS:
        start, months, precision = SEASONS[code]
        return *ordinal.month_bounds(number, start, months), precision
    raise InputError(f"There is no month or season {month}.", text=month)


def _marked_date(match: re.Match[str]) -> Point:
    """A date with a sign, marks, unspecified or significant digits."""
    year, month, day = match["year"], match["month"], match["day"]
    before_year, _, _, after_year, before_month, _, after_month, before_day, _, after_day = match.groups()
    if year == "-0000":
        raise InputError("There is no year -0000; 1 BCE is 0000.", text=year)
    marks = _reach((before_year, before_month, before_day), (after_year, after_month, after_day))
    if match["significant"]:
        if month or "X" in year:
            raise InputError("Significant digits go with a year alone, and with all its digits told.", text=match[0])
        return _significant(int(year), int(match["significant"]), marks[0])
    parts = [part for part in (year, month, day) if part is not None]
    found = "".join(marks[: len(parts)])
    return Point(_qualified(parts, marks), year, month, day, *_bounds(year, month, day), "~" in found, "?" in found)


def _long_year(digits: str, power: int, significant: str | None, marks: str) -> Point:
    """`Y17000`, `Y-17E7`, `Y3388E2S3`: written out in full."""
    year = int(digits) * 10 ** min(power, len(str(MAX_YEAR)))
    if abs(year) <= 9999:
        raise InputError("Y goes only before a year of more than four digits.", text=digits)
    if significant:
        return _significant(year, int(significant), marks)
    text = year_text(year) + _mark(marks)
    bounds = ordinal.year_bounds(year, year)
    return Point(text, str(year), None, None, *bounds, Precision.YEAR, "~" in marks, "?" in marks)


def _significant(year: int, digits: int, marks: str) -> Point:
    """`1950S2`: some year from 1900 to 1999, estimated to be 1950; hence approximate."""
    told = year_text(year)
    length = len(told.lstrip("Y-"))
    if not 1 <= digits <= length:
        raise InputError(f"{told} has 1 to {length} significant digits.", text=told)
    power = length - digits
    low = abs(year) // 10**power * 10**power
    high = low + 10**power - 1
    bounds = ordinal.year_bounds(low, high) if year >= 0 else ordinal.year_bounds(-high, -low)
    text = f"{told}S{digits}{_mark(marks)}"
    return Point(text, told.lstrip("Y"), None, None, *bounds, TENS[min(power, 3)], True, "?" in marks, digits)


def _reach(before: tuple[str | None, ...], after: tuple[str | None, ...]) -> list[str]:
    """The marks of each component: one in front is its own, one behind holds for all components up to it."""
    told = [_spread(before[place]) + "".join(map(_spread, after[place:])) for place in range(len(before))]
    return ["".join(mark for mark in "?~" if mark in marks) for marks in told]


def _qualified(parts: list[str], marks: list[str]) -> str:
    """Canonical text: the leading components that share their marks carry them together, the rest each in front."""
    shared = 1
    while shared < len(parts) and marks[shared] == marks[0]:
        shared += 1
    head = "-".join(parts[:shared]) + _mark(marks[0])
    return "-".join([head, *(_mark(marks[place]) + parts[place] for place in range(shared, len(parts)))])


def _spread(mark: str | None) -> str:
    return "?~" if mark == "%" else mark or ""


def _mark(marks: str) -> str:
    return "%" if len(marks) == 2 else marks
