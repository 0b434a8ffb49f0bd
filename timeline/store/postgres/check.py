"""Is what a server keeps whole? Its pages and references it cares for itself."""

from __future__ import annotations

from contextlib import closing
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from timeline.store.check import Finding, content, is_stale
from timeline.store.postgres import text
from timeline.store.postgres.session import Session

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from timeline.store.postgres.address import Address


def check(address: Address, *, deep: bool = True) -> list[Finding]:
    """What is wrong, empty if nothing is; StoreError if it is no timeline at this schema."""
    with closing(Session(address)) as session:
        session.execute("BEGIN")
        asked = cast("sqlite3.Connection", session)
        found = content(asked, deep=deep)
        return found if is_stale(asked) or not deep else [*found, *_search(session)]


def _search(session: Session) -> Iterator[Finding]:
    """The words that are found are those of the texts."""
    for table, source in (
        ("event_text", text.events(session.stream(f"{text.EVENTS} ORDER BY e.id"))),
        ("document_told", text.documents(session.stream(text.DOCUMENTS))),
        ("source_told", text.sources(session.stream(text.SOURCES))),
    ):
        indexed = session.stream(f"SELECT id, told FROM {table} ORDER BY id")
        if any(one != other for one, other in zip_longest(text.kept(source), map(tuple, indexed))):
            yield Finding("search", f"the full-text index does not fit the texts ({table}); run `timeline link`")
