"""Events or claims as a data frame of pandas or polars; neither is imported before one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.read.extras import need
from timeline.render.kinds import CLAIM, EVENT, LISTS, REAL, TRUTH, WHOLE, typed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.render.page import Row

_VIEWS = {"timeline": EVENT, "evidence": CLAIM}
_DATES = ("date", "date_latest")


def frame(rows: Iterable[Row], view: str, kind: str) -> Any:
    """The columns of a view in their order, from rows with their evidence; InputError for what is not known."""
    makers = {"pandas": _pandas, "polars": _polars}
    for value, known in ((view, _VIEWS), (kind, makers)):
        if value not in known:
            raise InputError(f"There is no frame '{value}'; there are {' and '.join(known)}.", value=value)
    library = need(kind, kind, "A frame")
    found = rows if view == "timeline" else (claim for row in rows for claim in row["evidence"])
    columns: dict[str, list[Any]] = {name: [] for name in _VIEWS[view]}
    for row in found:
        for name, value in typed(row, columns).items():
            columns[name].append(_date(value) if name in _DATES else value)
    return makers[kind](library, columns)


def _date(day: str | None) -> str | None:
    """A day that Python's dates can hold: those of the years 1 to 9999."""
    return day if day and len(day) == len("2020-11-10") and not day.startswith("0000") else None


def _pandas(pandas: Any, columns: dict[str, list[Any]]) -> Any:
    """Whole numbers are Int64, text is string: both know what is missing; days are datetime64 in seconds."""
    numpy = need("numpy", "pandas", "A frame")
    types = {
        **dict.fromkeys(WHOLE, "Int64"),
        **dict.fromkeys(TRUTH, "bool"),
        **dict.fromkeys(LISTS, "object"),
        **dict.fromkeys(REAL, "float64"),
    }
    made = {
        name: numpy.array([day or "NaT" for day in values], dtype="datetime64[s]")
        if name in _DATES
        else pandas.Series(values, dtype=types.get(name, "string"))
        for name, values in columns.items()
    }
    return pandas.DataFrame(made)


def _polars(polars: Any, columns: dict[str, list[Any]]) -> Any:
    """Days are Date, names are lists of String."""
    types = {
        **dict.fromkeys(WHOLE, polars.Int64),
        **dict.fromkeys(TRUTH, polars.Boolean),
        **dict.fromkeys(LISTS, polars.List(polars.String)),
        **dict.fromkeys(REAL, polars.Float64),
    }
    made = polars.DataFrame(
        {name: polars.Series(values, dtype=types.get(name, polars.String)) for name, values in columns.items()}
    )
    return made.with_columns(polars.col(name).str.to_date() for name in _DATES if name in columns)
