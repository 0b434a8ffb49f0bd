"""Years, months and days of a row, only as far as they are known; for formats that have no fuzzy dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.temporal.ordinal import from_jdn

if TYPE_CHECKING:
    from timeline.render.page import Row

_TO_THE_DAY = frozenset({"second", "minute", "hour", "day", "week"})
_TO_THE_MONTH = frozenset({"month", "season", "quarter", "half"})
DEPTH = {**dict.fromkeys(_TO_THE_DAY, 3), **dict.fromkeys(_TO_THE_MONTH, 2)}
"""How many of year, month, day a precision tells; a year or more tells one."""


class Parts(NamedTuple):
    """First and last date, each as (year), (year, month) or (year, month, day); years are astronomical."""

    first: tuple[int, ...] | None
    last: tuple[int, ...] | None
    """None: open, or the same as `first`."""


def parts(row: Row) -> Parts | None:
    """None for an event without a date, or with no beginning."""
    if row["first_day"] is None:
        return None
    depth = DEPTH.get(row["precision"], 1)
    first = from_jdn(row["first_day"])[:depth]
    last = None if row["last_day"] is None else from_jdn(row["last_day"])[:depth]
    return Parts(first, last if last != first else None)
