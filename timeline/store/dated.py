"""Dates are told three times, as EDTF, as days and as columns to ask for; all of them must say the same."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.store.calendar import iso, year_and_month
from timeline.temporal.interval import Interval

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

MOST = 20
"""Dates that are told of by themselves."""
_TIMES = (("document", "published_"), ("time_expression", ""), ("claim", ""), ("event", ""))
_COLUMNS = "SELECT DISTINCT first_day, last_day, date, date_latest, year, decade, month FROM event"


def dates(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each that does not."""
    for table, prefix in _TIMES:
        days = ", ".join(f"{prefix}{name}" for name in ("edtf", "first_day", "last_day"))
        wrong = (told for told in connection.execute(f"SELECT DISTINCT {days} FROM {table}") if not is_right(*told))
        yield from (
            f"table {table}: {edtf} is not from day {first} to {last}" for edtf, first, last in islice(wrong, MOST)
        )
    odd = (row for row in connection.execute(_COLUMNS) if tuple(row[2:]) != _asked(*row[:2]))
    yield from (f"table event: {row[2]} is not the date of day {row[0]}" for row in islice(odd, MOST))


def is_right(edtf: str | None, first: int | None, last: int | None) -> bool:
    """The days are those that the EDTF says."""
    if edtf is None:
        return first is None and last is None
    try:
        when = Interval.parse(edtf)
    except InputError:
        return False
    return (when.first_day, when.last_day) == (first, last)


def _asked(first: int | None, last: int | None) -> tuple[object, ...]:
    year, month = year_and_month(first, last)
    return iso(first), iso(last), year, None if year is None else year // 10 * 10, month
