"""Apache Parquet, for DuckDB, pandas and Spark: the columns of the `timeline` view, the evidence as a nested list."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.read.extras import need

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row

NEEDS = "parquet"
GROUP = 10_000
"""Events in one row group."""
_WHOLE = (
    *("id", "event_id", "year", "decade", "month", "documents", "mentions", "sources", "first_day", "last_day"),
    *("page", "start", "end", "time_start", "time_end"),
)
_TRUTH = ("approximate", "uncertain", "disputed", "inferred", "negated", "starred", "edited")
_LISTS = ("actors", "places", "labels")
_EVENT = (
    *("id", "key", "date", "date_latest", "year", "decade", "month", "edtf", "precision", "approximate", "uncertain"),
    *("kind", "title", "status", "actors", "places", "documents", "mentions", "sources", "disputed", "inferred"),
    *("salience", "first_day", "last_day", "clock", "starred", "labels", "note", "edited"),
)
_CLAIM = (
    *("event_id", "event_key", "document", "title", "published", "page", "start", "end", "quote", "time_text", "edtf"),
    *("status", "rule", "anchor", "claim_key", "claim_title", "time_start", "time_end", "basis", "speaker", "negated"),
)


def render(events: Iterable[Row], page: Page) -> Iterator[bytes]:
    """The file in pieces, a row group at a time; dates stay ISO text, for Parquet's own end with the year 9999."""
    arrow, parquet = need("pyarrow", NEEDS), need("pyarrow.parquet", NEEDS)
    schema = arrow.schema([*_fields(arrow, _EVENT), ("evidence", arrow.list_(arrow.struct(_fields(arrow, _CLAIM))))])
    sink = _Pieces()
    rows = iter(events)
    with parquet.ParquetWriter(arrow.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        while group := [_event(row) for row in islice(rows, GROUP)]:
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))
            yield sink.taken()
    yield sink.taken()


def _fields(arrow: Any, names: Iterable[str]) -> list[Any]:
    """A field for each name, with its type: what is no number, truth or list is text."""
    types = {
        **dict.fromkeys(_WHOLE, arrow.int64()),
        **dict.fromkeys(_TRUTH, arrow.bool_()),
        **dict.fromkeys(_LISTS, arrow.list_(arrow.string())),
        "salience": arrow.float64(),
    }
    return [arrow.field(name, types.get(name, arrow.string())) for name in names]


def _event(row: Row) -> Row:
    return _typed(row, _EVENT) | {"evidence": [_typed(claim, _CLAIM) for claim in row["evidence"]]}


def _typed(row: Row, names: Iterable[str]) -> Row:
    """SQLite's 0 and 1 as truth, and text that is valid UTF-8."""
    return {name: _value(name, row.get(name)) for name in names}


def _value(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_value("", inner) for inner in value]
    return bool(value) if name in _TRUTH and value is not None else value


class _Pieces:
    """A file that is only written to, and gives away what it got."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._told = 0
        self.closed = False

    def write(self, data: bytes) -> int:
        self._pieces.append(bytes(data))
        self._told += len(data)
        return len(data)

    def tell(self) -> int:
        return self._told

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        self.closed = True

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._pieces)
        self._pieces.clear()
        return data
