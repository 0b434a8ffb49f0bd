"""TIMEX3 values (ISO-TimeML; B.C. as in TIMEX2: `BC0044`). None stands for a field that the words leave open."""

from __future__ import annotations

SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4", 40: "H1", 41: "H2"}
"""EDTF's codes of seasons, quarters and halves → TIMEX3."""

UNKNOWN = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "period": "XXXX", "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
    "millennium": "X",
    "hour": "XXXX-XX-XXTXX", "minute": "XXXX-XX-XXTXX:XX", "second": "XXXX-XX-XXTXX:XX:XX",
}  # fmt: skip
"""The value of a unit of which nothing is known."""


def year(number: int | None) -> str:
    """`1994`, `0044`, `BC0044`, `XXXX`."""
    if number is None:
        return "XXXX"
    return f"{number:04d}" if number > 0 else f"BC{1 - number:04d}"


def month(of_year: int | None, number: int) -> str:
    """`1994-03`."""
    return f"{year(of_year)}-{number:02d}"


def day(of_year: int | None, of_month: int | None, number: int) -> str:
    """`1994-03-27`, `XXXX-03-27`, `XXXX-XX-27`."""
    return f"{year(of_year)}-{'XX' if of_month is None else f'{of_month:02d}'}-{number:02d}"


def season(of_year: int | None, code: int) -> str:
    """`1994-SP`, `1994-Q3`, `1994-H1`."""
    return f"{year(of_year)}-{SEASONS[code]}"


def week(of_year: int | None, number: int | None) -> str:
    """`1994-W13`."""
    return f"{year(of_year)}-W{'XX' if number is None else f'{number:02d}'}"


def decade(first_year: int) -> str:
    """`199` for the 1990s."""
    return year(first_year)[:-1]


def century(number: int) -> str:
    """`19` for the twentieth; `BC03` for the fourth before Christ (number -4, as `Interval.century` counts)."""
    return f"{number - 1:02d}" if number > 0 else f"BC{-number - 1:02d}"
