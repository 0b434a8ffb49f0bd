"""What vouches for rows that nothing else does: a checksum of their values, kept when they are written.

Texts have their hash, decisions a key of their content, and SQLite compares indexes and full text with the tables. What
is in none of these (how a claim was dated, who takes part in what role, why something could not be read) would hide a
flipped bit. A CRC-32 finds every one, and every damage of up to four bytes in a row, and costs little to write.

Table `seal`: `understood` by the key of a document, with its times, claims and names; `problem` by uri; `saved` by
name; `event`, `entity` and `entity_alias` as one. What was understood is sealed before it comes to the database, so
without the numbers that this gives it. After every migration `fill` makes all of them anew.
"""

from __future__ import annotations

import marshal
from itertools import chain, islice
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    Row = Sequence[Any]
    Read = Callable[..., Iterable[Row]]
    """SQL and parameters to rows."""
    Seal = tuple[str, str, int]
    """Kind, name, value."""

INSERT = 'INSERT INTO "seal" ("kind", "name", "value") VALUES (?, ?, ?)'
FORGET = "DELETE FROM seal WHERE kind = ? AND name = ?"
_PORTION = 5000
_OF_DOCUMENT = (
    ("time_expression", 'SELECT {} FROM time_expression AS t WHERE t.document_id = ?1 ORDER BY t.start, t."end"'),
    ("claim", "SELECT {} FROM claim AS t WHERE t.document_id = ?1 ORDER BY t.id"),
    (
        "claim_entity",
        "SELECT c.id - (SELECT min(id) FROM claim WHERE document_id = ?1), e.name, {} FROM claim AS c "
        "JOIN claim_entity AS t ON t.claim_id = c.id JOIN entity AS e ON e.id = t.entity_id "
        "WHERE c.document_id = ?1 ORDER BY t.claim_id, t.position",
    ),
)
"""In the order of a leaf of a sheet, store/sheet.py."""
_GIVEN = ("id", "document_id", "claim_id", "entity_id")
"""Columns that are not sealed: numbers of the database."""


def checksum(rows: Iterable[Row]) -> int:
    """Of rows one after another, the same when a database gives them back."""
    return _sum(_encoded(list(rows)))


def _sum(encoded: bytes, before: int = 0) -> int:
    """`before` is that of earlier rows."""
    return crc32(memoryview(encoded)[5:], before)  # behind the sign of a list and its length


def _encoded(rows: Sequence[Row]) -> bytes:
    """For `marshal.loads`; of the same rows always the same bytes, as later versions of the format have it not."""
    try:
        return marshal.dumps([*rows], 2)
    except ValueError:  # a row of a driver, or a reader's own kind of text
        return marshal.dumps([tuple(map(_plain, row)) for row in rows], 2)


def _plain(value: object) -> object:
    """As a database gives it back."""
    return str(value) if isinstance(value, str) else int(value) if isinstance(value, int) else value


def _flag(value: object) -> object:
    """As a number: the driver of a server makes more of it while tables are made."""
    return int(value) if isinstance(value, bool) else value


class Tally:
    """Checksums of what belongs to one document, in the order of _OF_DOCUMENT, while it is made or read."""

    __slots__ = ("_sums",)

    def __init__(self) -> None:
        self._sums = [0] * len(_OF_DOCUMENT)

    def packed(self, times: Sequence[Row], claims: Sequence[Row], names: Sequence[Row]) -> tuple[bytes, bytes, bytes]:
        """Some more rows of each, for `marshal.loads`."""
        told = _encoded(times), _encoded(claims), _encoded(names)
        self._sums = [_sum(data, before) for data, before in zip(told, self._sums, strict=True)]
        return told

    def seal(self, row: Row) -> int:
        """With that row of `document`, but for its uri, which may change, and its text, which comes last."""
        return checksum([row[:-1], tuple(self._sums)])


def of_events(rows: Iterable[Row]) -> int:
    """Their sum, so that one event can be exchanged."""
    return sum(checksum((row,)) for row in rows)


def of_event(read: Read, id_: int) -> int:
    """What one of them adds to the sum."""
    return of_events(map(tuple, read(f"SELECT {_columns('event', '')} FROM event WHERE id = ?", (id_,))))


def seals(read: Read) -> Iterator[Seal]:
    """As the rows are that there are; those of documents one by one."""
    for kind, sql in (("problem", _all("problem", 'uri, "position"')), ("saved", _all("saved", "name"))):
        told: dict[str, list[Row]] = {}
        for row in read(sql):
            told.setdefault(row[0], []).append(tuple(row))
        yield from ((kind, name, checksum(rows)) for name, rows in told.items())
    for (id_,) in list(read("SELECT id FROM document ORDER BY id")):
        yield of_document(read, id_)


def derived(read: Read) -> Iterator[Seal]:
    """Of what is made anew at every link."""
    yield "event", "", of_events(map(tuple, read(_all("event", "id"))))
    yield "entity", "", checksum(map(tuple, read(_all("entity", "id"))))
    yield "entity_alias", "", checksum(map(tuple, read(_all("entity_alias", "folded, entity_id"))))


def of_document(read: Read, id_: int) -> Seal:
    """Of one document with everything that belongs to it."""
    tally = Tally()
    times, claims, names = (
        [*map(tuple, read(sql.format(_columns(table, "t.", _GIVEN)), (id_,)))] for table, sql in _OF_DOCUMENT
    )
    tally.packed(times, claims, names)
    found = read(f"SELECT {_columns('document', '', ('id', 'uri', 'text'))}, '' FROM document WHERE id = ?", (id_,))
    row = next(iter(map(tuple, found)), ("",))  # in a damaged file an index may tell of a document that is gone
    return "understood", row[0], tally.seal(row)


def fill(connection: Connection) -> None:
    """Seal anew whatever is kept, in the caller's transaction."""

    def read(sql: str, wanted: tuple[object, ...] | None = None) -> Iterable[Row]:
        streamed = {} if wanted else {"stream_results": True, "yield_per": _PORTION}
        rows = connection.exec_driver_sql(sql, wanted, execution_options=streamed)
        return rows if connection.dialect.name == "sqlite" else (tuple(map(_flag, row)) for row in rows)

    connection.exec_driver_sql("DELETE FROM seal")
    made = chain(seals(read), (one for one in derived(read) if one[-1]))
    while several := list(islice(made, _PORTION)):
        connection.exec_driver_sql(INSERT, several)


def _all(table: str, order: str) -> str:
    return f"SELECT {_columns(table, '')} FROM {table} ORDER BY {order}"


def _columns(table: str, prefix: str, but: Sequence[str] = ()) -> str:
    from timeline.store.schema import metadata

    return ", ".join(f'{prefix}"{c.name}"' for c in metadata.tables[table].columns if c.name not in but)
