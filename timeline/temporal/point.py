"""One EDTF date: its components, what they leave open, and the first and last day that it can be.

A component may hold unspecified digits (`199X`, `1985-04-XX`) and be qualified on its own (`?2004-06-~11`); the month's
place may hold a season, quarter or half (`2010-21`, `2020-35`). Years beyond four digits are written with `Y`. Bounds
take every digit as told: `?`, `~` and `%` do not widen them. A year of which no digit is told (`XXXX-12-25`) bounds
nothing: both days are None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.temporal import ordinal
from timeline.temporal.precision import Precision

MAX_YEAR = 999_999_999_999
"""Years reach ± this: far beyond the age of the universe, and the days fit SQL's 64-bit integers."""

SEASONS: dict[int, tuple[int, int, Precision]] = {
    **{code: ((code - 20) * 3, 3, Precision.SEASON) for code in range(21, 25)},  # independent of the hemisphere
    **{code: ((code - 24) * 3, 3, Precision.SEASON) for code in range(25, 29)},  # northern
    **{code: ((code - 26) * 3 % 12 or 12, 3, Precision.SEASON) for code in range(29, 33)},  # southern
    **{code: ((code - 33) * 3 + 1, 3, Precision.QUARTER) for code in range(33, 37)},
    **{code: ((code - 37) * 4 + 1, 4, Precision.SEASON) for code in range(37, 40)},  # thirds of a year
    **{code: ((code - 40) * 6 + 1, 6, Precision.HALF) for code in range(40, 42)},
}
"""EDTF's sub-year groupings: (first month, months, precision). A season of December to February is named after its December."""

_DATE = re.compile(
    r"([?~%])?(-?[0-9X]{4})(?:S([0-9]{1,2}))?([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?)?)?"
)
_LONG_YEAR = re.compile(r"Y(-?)([1-9][0-9]{0,11})(?:E([0-9]{1,2}))?(?:S([0-9]{1,2}))?([?~%])?")
_PLAIN = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July")
_MONTHS += ("August", "September", "October", "November", "December")


class Refused(ValueError):
    """Why a text is no EDTF: a clause to follow "… is not an EDTF date: ". Stays within this floor."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date by its parts, as text: digits or `X`; and what the parts come to."""

    text: str
    """Canonical EDTF."""
    year: str
    """Signed, without `Y`: `1984`, `199X`, `-0043`, `17000`."""
    month: str | None
    """`01`–`12`, or a code of `SEASONS`."""
    day: str | None
    first: int | None
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
    """Read one date of any level without a time of day; raises `Refused`."""
    if _PLAIN.fullmatch(text):
        return _plain(text)
    if match := _DATE.fullmatch(text):
        return _dated(text, *match.groups())
    if match := _LONG_YEAR.fullmatch(text):
        return _long_year(*match.groups())
    raise Refused(_why_unreadable(text))


def year_text(year: int) -> str:
    """A year in EDTF: four digits, a minus before year 0, `Y` beyond 9999. Raises `Refused` beyond `MAX_YEAR`."""
    if 0 <= year <= 9999:
        return f"{year:04d}"
    if -9999 <= year < 0:
        return f"-{-year:04d}"
    if abs(year) <= MAX_YEAR:
        return f"Y{year}"
    raise Refused(f"years reach from -{MAX_YEAR} to {MAX_YEAR}")


def year_bounds(first_year: int, last_year: int) -> tuple[int, int]:
    """First day of the one, last day of the other."""
    return ordinal.to_jdn(first_year, 1, 1), ordinal.to_jdn(last_year + 1, 1, 1) - 1


def month_bounds(year: int, month: int, months: int = 1) -> tuple[int, int]:
    """First and last day of so many months from a month on; they may reach into the next year."""
    after = month + months - 1
    return ordinal.to_jdn(year, month, 1), ordinal.to_jdn(year + after // 12, after % 12 + 1, 1) - 1


def check_day(year: int, month: int, day: int) -> None:
    """Raise `Refused` for a month or day that no calendar has."""
    if not 1 <= month <= 12:
        raise Refused(f"there is no month {month:02d}")
    length = ordinal.days_in_month(year, month)
    if not 1 <= day <= length:
        raise Refused(f"{_MONTHS[month - 1]} {year} has {length} days")


def _plain(text: str) -> Point:
    """Digits only: the common case."""
    year = int(text[:4])
    if len(text) == 4:
        return Point(text, text, None, None, *year_bounds(year, year), Precision.YEAR)
    month = int(text[5:7])
    if len(text) == 7:
        return Point(text, text[:4], text[5:], None, *_month_or_season(year, month))
    day = int(text[8:])
    check_day(year, month, day)
    jdn = ordinal.to_jdn(year, month, day)
    return Point(text, text[:4], text[5:7], text[8:], jdn, jdn, Precision.DAY)


def _month_or_season(year: int, month: int) -> tuple[int, int, Precision]:
    if 1 <= month <= 12:
        return *month_bounds(year, month), Precision.MONTH
    if month in SEASONS:
        start, months, precision = SEASONS[month]
        return *month_bounds(year, start, months), precision
    raise Refused(f"there is no month or season {month:02d}")


def _dated(
    text: str,
    before_year: str | None,
    year: str,
    significant: str | None,
    after_year: str | None,
    before_month: str | None,
    month: str | None,
    after_month: str | None,
    before_day: str | None,
    day: str | None,
    after_day: str | None,
) -> Point:
    if year == "-0000":
        raise Refused("there is no year -0000; 1 BCE is 0000")
    parts = [part for part in (year, month, day) if part is not None]
    marks = _marks((before_year, before_month, before_day), (after_year, after_month, after_day))[: len(parts)]
    if significant:
        if month:
            raise Refused("significant digits go with a year alone")
        if "X" in year:
            raise Refused("a year has either significant or unspecified digits")
        return _significant(int(year), int(significant), marks[0])
    if day and month and not "X" in month and int(month) in SEASONS:
        raise Refused("a season has no days")
    first, last, precision = _bounds(year, month, day)
    return Point(
        _qualified(parts, marks), year, month, day, first, last, precision,
        any("~" in mark for mark in marks), any("?" in mark for mark in marks),
    )  # fmt: skip


def _long_year(sign: str, digits: str, exponent: str | None, significant: str | None, mark: str | None) -> Point:
    power = int(exponent or 0)
    if len(digits) + power > len(str(MAX_YEAR)):
        raise Refused(f"years reach from -{MAX_YEAR} to {MAX_YEAR}")
    year = int(sign + digits) * 10**power
    if abs(year) <= 9999:
        raise Refused("Y goes only before a year of more than four digits")
    marks = _expand(mark)
    if significant:
        return _significant(year, int(significant), marks)
    text = year_text(year) + _mark_text(marks)
    bounds = year_bounds(year, year)
    return Point(text, str(year), None, None, *bounds, Precision.YEAR, "~" in marks, "?" in marks)


def _significant(year: int, digits: int, marks: str) -> Point:
    """`1950S2`: some year from 1900 to 1999, estimated to be 1950; hence approximate."""
    told = year_text(year)
    length = len(told.lstrip("Y-"))
    if not 1 <= digits <= length:
        raise Refused(f"{told} has from 1 to {length} significant digits")
    power = length - digits
    low = abs(year) // 10**power * 10**power
    high = low + 10**power - 1
    bounds = year_bounds(low, high) if year >= 0 else year_bounds(-high, -low)
    precision = _TENS[min(power, 3)]
    text = f"{told}S{digits}{_mark_text(marks)}"
    return Point(text, told.lstrip("Y"), None, None, *bounds, precision, True, "?" in marks, digits)


_TENS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)


def _bounds(year: str, month: str | None, day: str | None) -> tuple[int | None, int | None, Precision]:
    """First and last day that fits every told digit, and the precision which the leading told digits give."""
    digits = year.lstrip("-")
    if "X" not in year and (month is None or "X" not in month) and (day is None or "X" not in day):
        number = int(year)
        if month is None:
            return *year_bounds(number, number), Precision.YEAR
        if day is None:
            return _month_or_season(number, int(month))
        check_day(number, int(month), int(day))
        jdn = ordinal.to_jdn(number, int(month), int(day))
        return jdn, jdn, Precision.DAY
    if "X" in digits:
        precision = _TENS[min(4 - digits.index("X"), 3)]
    else:
        precision = Precision.YEAR if month and "X" in month else Precision.MONTH
    if month and "X" not in month and int(month) in SEASONS:
        return _season_bounds(year, int(month), precision)
    first = _extreme(year, month or "XX", day or "XX", earliest=True)
    if digits == "XXXX":
        return None, None, precision
    return first, _extreme(year, month or "XX", day or "XX", earliest=False), precision


def _season_bounds(year: str, code: int, precision: Precision) -> tuple[int | None, int | None, Precision]:
    if year.endswith("XXXX"):
        return None, None, precision
    start, months, _ = SEASONS[code]
    years = tuple(_years(year, earliest=True))
    return month_bounds(years[0], start, months)[0], month_bounds(years[-1], start, months)[1], precision


def _extreme(year: str, month: str, day: str, *, earliest: bool) -> int:
    """The earliest (or latest) day that fits the masks; only 29 February makes it look at more than one year."""
    for number in _years(year, earliest=earliest):
        months = _fitting(month, 12)
        for candidate in months if earliest else reversed(months):
            if days := _fitting(day, ordinal.days_in_month(number, candidate)):
                return ordinal.to_jdn(number, candidate, days[0 if earliest else -1])
    raise Refused("no day of the calendar fits it")


def _years(mask: str, *, earliest: bool) -> Iterator[int]:
    """Every year that fits a mask, at most 10,000, ascending or descending in time."""
    digits, sign = mask.lstrip("-"), -1 if mask.startswith("-") else 1
    free = [10 ** (3 - place) for place, digit in enumerate(digits) if digit == "X"]
    fixed = int(digits.replace("X", "0"))
    counts = range(10 ** len(free))
    for count in counts if earliest is (sign == 1) else reversed(counts):
        spread = zip(reversed(free), reversed(f"{count:0{len(free)}d}"), strict=True) if free else ()
        yield sign * (fixed + sum(power * int(digit) for power, digit in spread))


def _fitting(mask: str, highest: int) -> list[int]:
    """Numbers 1…highest whose two digits fit a mask such as `1X`."""
    tens, ones = mask
    return [n for n in range(1, highest + 1) if tens in ("X", str(n // 10)) and ones in ("X", str(n % 10))]


def _marks(before: tuple[str | None, ...], after: tuple[str | None, ...]) -> list[str]:
    """The marks of each component: one before it is its own, one after it holds for all up to it."""
    reach = ["", "", ""]
    for place in range(3):
        told = _expand(before[place]) + "".join(_expand(mark) for mark in after[place:])
        reach[place] = "".join(mark for mark in "?~" if mark in told)
    return reach


def _qualified(parts: list[str], marks: list[str]) -> str:
    """Canonical text: the leading components that share a mark carry it together, others carry their own in front."""
    shared = 1
    while shared < len(parts) and marks[shared] == marks[0]:
        shared += 1
    head = "-".join(parts[:shared]) + _mark_text(marks[0])
    return "-".join([head, *(_mark_text(m) + p for p, m in zip(parts[shared:], marks[shared:], strict=True))])


def _expand(mark: str | None) -> str:
    return "?~" if mark == "%" else mark or ""


def _mark_text(marks: str) -> str:
    return "%" if len(marks) == 2 else marks


def _why_unreadable(text: str) -> str:
    if re.fullmatch(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", text):
        return "months and days have two digits"
    if re.fullmatch(r"-?[0-9]{1,3}", text):
        return "years have four digits, as in 0476; a decade is written 199X and a century 19XX"
    if re.fullmatch(r"-?[0-9]{5,}", text):
        return "a year of more than four digits is written with Y, as in Y17000"
    if re.search(r"[0-9][ux]", text):
        return "digits that are not told are written X"
    return "write it as 2020, 2020-11 or 2020-11-10"
