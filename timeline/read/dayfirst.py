"""Whether `03/05/2019` is in March or in May: what one date of a column shows holds for the whole column.

Where the first such date is met, all records are gone through once more, one at a time: a date that decides may stand
in the last of them, and a window of some would decide by their order. The dates are then written as in ISO 8601, so
that a record which is read otherwise since its file has grown is another record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from timeline.read.fields import chosen, field

_PIVOT = 50
"""Of years in two digits, 50 is 1950 and 49 is 2049, as in texts."""
_NUMBERS = re.compile(
    r"\s{0,9}(?:[^\W\d_]{2,12}[.,]{0,2}\s{1,3})?"  # a weekday
    r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?=\s{0,9}\Z|[T,\s]{1,3}[0-9]{1,2}[:.h])"
)
_LONGEST = 80


class _Date(NamedTuple):
    """`03/05/2019 10:15`, taken apart."""

    first: int
    second: int
    year: int
    rest: str
    pointed: bool
    """`03.05.2019`: with points the day comes first, unless the column shows otherwise."""

    @property
    def is_doubtful(self) -> bool:
        """The two numbers could be each other."""
        return self.first != self.second and max(self.first, self.second) <= 12

    def iso(self, *, day_first: bool) -> str:
        """In the order of ISO 8601, each number where it can stand."""
        is_day = self.first > 12 or (day_first and self.second <= 12)
        day, month = (self.first, self.second) if is_day else (self.second, self.first)
        return f"{self.year:04}-{month:02}-{day:02}{self.rest}"


@dataclass(slots=True)
class _Order:
    """What the dates of a column show."""

    day: str = ""
    """One whose first number alone can be the day."""
    month: str = ""
    """One whose second number alone can be it."""
    doubtful: int = 0
    """How many could be either."""
    told: bool = False


class Columns:
    """The columns of dates of one file."""

    def __init__(self, again: Callable[[], Iterator[Any]], told: Mapping[str, str]) -> None:
        """`again` goes through all records; `told` names the user's fields."""
        self._again, self._told = again, told
        self._orders: dict[tuple[str, bool], _Order] | None = None

    def settled(self, record: Any) -> tuple[Any, dict[str, str]]:
        """The record, its date in the order of ISO 8601; and, once a column, what is to be remarked.

        `note`: nothing decides · `partial`: the column contradicts itself, and a date that could be either is cut down
        to its year.
        """
        found = self._found(record)
        if found is None:
            return record, {}
        name, value, date = found
        if self._orders is None:
            self._orders = self._seen()
        order = self._orders.get((name, date.pointed)) or _Order()
        both, neither = bool(order.day and order.month), not (order.day or order.month)
        if both and date.is_doubtful:
            written = f"{date.year:04}"
        else:
            written = date.iso(day_first=bool(order.day) or (neither and date.pointed))
        return _with(record, name, written), _remark(name, value, date, order)

    def _seen(self) -> dict[tuple[str, bool], _Order]:
        orders: dict[tuple[str, bool], _Order] = {}
        with suppress(Exception):  # what breaks here breaks again where it is told
            for record in self._again():
                found = self._found(record)
                if found is None:
                    continue
                name, value, date = found
                order = orders.setdefault((name, date.pointed), _Order())
                if date.first > 12 >= date.second:
                    order.day = order.day or value
                elif date.second > 12 >= date.first:
                    order.month = order.month or value
                order.doubtful += date.is_doubtful
        return orders

    def _found(self, record: Any) -> tuple[str, str, _Date] | None:
        """The field that holds a record's date, its value, and the numbers in it."""
        if not isinstance(record, Mapping):
            return None
        name = chosen(record, self._told, "published")
        value = field(record, name)
        if not isinstance(value, str) or len(value) > _LONGEST or (match := _NUMBERS.match(value)) is None:
            return None
        year = int(match[4])
        year += 0 if len(match[4]) == 4 else 1900 if year >= _PIVOT else 2000
        rest = value[match.end() :].lstrip("T, \t").rstrip()
        return (
            name,
            value.strip(),
            _Date(int(match[1]), int(match[3]), year, f" {rest}" if rest else "", match[2] == "."),
        )


def _remark(name: str, value: str, date: _Date, order: _Order) -> dict[str, str]:
    """What is to be said of a column, at the first of its dates that it matters for."""
    if order.told or (order.day and not order.month) or (order.month and not order.day):
        return {}
    if order.day and order.month:
        order.told = True
        ways = f"In '{name}' the day comes first in some ('{order.day}'), the month in others ('{order.month}')"
        told = f"; of the {order.doubtful} that could be either only the year is taken" if order.doubtful else ""
        return {"partial" if order.doubtful else "note": f"{ways}{told}."}
    if date.pointed or not date.is_doubtful:
        return {}
    order.told = True
    count = f" and {order.doubtful - 1} more" if order.doubtful > 1 else ""
    iso = date.iso(day_first=True)[:10]
    return {"note": f"'{value}'{count} in '{name}' read with the month first; no date shows which is. Or write {iso}."}


def _with(record: Any, name: str, value: str) -> Any:
    """The record with another value in one field; `meta.date` lies in an object of its own."""
    if name in record:
        return {**record, name: value}
    outer, _, inner = name.partition(".")
    return {**record, outer: _with(record[outer], inner, value)}
