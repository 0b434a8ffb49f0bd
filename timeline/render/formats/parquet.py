"""Apache Parquet, for DuckDB, pandas and Spark: the columns of the `timeline` view, the evidence as a nested list."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.read.extras import need
from timeline.render.kinds import CLAIM, EVENT, LISTS, REAL, TRUTH, WHOLE, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row

NEEDS = "parquet"
GROUP = 10_000
"""Events in one row group."""


def render(events: Iterable[Row], page: Page) -> Iterator[bytes]:
    """The file in pieces, a row group at a time; dates stay ISO text, for Parquet's own end with the year 9999."""
    arrow, parquet = need("pyarrow", NEEDS), need("pyarrow.parquet", NEEDS)
    schema = arrow.schema([*_fields(arrow, EVENT), ("evidence", arrow.list_(arrow.struct(_fields(arrow, CLAIM))))])
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
        **dict.fromkeys(WHOLE, arrow.int64()),
        **dict.fromkeys(TRUTH, arrow.bool_()),
        **dict.fromkeys(LISTS, arrow.list_(arrow.string())),
        **dict.fromkeys(REAL, arrow.float64()),
    }
    return [arrow.field(name, types.get(name, arrow.string())) for name in names]


def _event(row: Row) -> Row:
    return typed(row, EVENT) | {"evidence": [typed(claim, CLAIM) for claim in row["evidence"]]}


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
