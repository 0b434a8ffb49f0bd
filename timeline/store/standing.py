"""What is stored already of a batch's names, contents and entities: looked up once for all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_CHUNK = 500
"""Values in one `IN (…)`."""


class Standing(NamedTuple):
    """As the database was when the batch began."""

    taken: set[str]
    """Those uris and document keys that mean something already."""
    troubled: set[str]
    """The uris that have problems."""
    entities: dict[str, int]
    """Id by name."""


def standing(connection: Connection, uris: set[str], keys: set[str], names: set[str]) -> Standing:
    """Look up what is there of these."""
    located = _rows(connection, "SELECT uri FROM document_location WHERE uri IN", uris)
    known = _rows(connection, "SELECT key FROM document WHERE key IN", keys)
    troubled = _rows(connection, "SELECT DISTINCT uri FROM problem WHERE uri IN", uris)
    named = _rows(connection, "SELECT name, id FROM entity WHERE name IN", names)
    taken = {uri for (uri,) in located} | {key for (key,) in known}
    return Standing(taken, {uri for (uri,) in troubled}, dict(named))


def _rows(connection: Connection, sql: str, values: set[str]) -> Iterator[Any]:
    listed = sorted(values)
    for n in range(0, len(listed), _CHUNK):
        chunk = tuple(listed[n : n + _CHUNK])
        found = connection.exec_driver_sql(f"{sql} ({','.join('?' * len(chunk))})", chunk).cursor
        yield from found.fetchall() if found else ()  # tuples of the driver, which cost half
