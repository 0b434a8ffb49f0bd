"""Which events: a filter becomes one SELECT, without a parameter, so that a view can be made of it too.

The planner of a server chooses the way; what is said here is only what is meant, as `store/query.py` means it.
"""

from __future__ import annotations

from itertools import count as counted
from itertools import islice
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.store.filter import pattern
from timeline.store.marks import of_label
from timeline.store.postgres.matching import named, worded
from timeline.store.view import by_name, of_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.store.filter import Filter
    from timeline.store.postgres.session import Session

PAGE = 1000
"""Rows that are fetched at once."""
_NUMBERS = counted()
_FLAGS = ("disputed", "inferred", "starred")


def cursor_name() -> str:
    """A name that no other cursor of this process has."""
    return f"rows{next(_NUMBERS)}"


def find(session: Session, filter_: Filter, columns: str) -> Iterator[Sequence[Any]]:
    """Rows (id, *columns of `event AS e`) that a filter asks for, in order."""
    where = conditions(filter_, cursor=_cursor(session, filter_.after))
    if filter_.grep:
        where = [_among(_grepped(session, filter_.grep, where))]
    turn = " DESC" if filter_.reverse else ""
    if filter_.top is not None:
        where = [f"e.id IN ({best(where, filter_.top)})"]
    limit = "" if filter_.limit is None else f" LIMIT {int(filter_.limit)}"
    return islice(session.stream(f"SELECT e.id, {columns} {_from(where)} ORDER BY e.id{turn}{limit}"), filter_.limit)


def count(session: Session, filter_: Filter) -> int:
    """How many a filter asks for, whatever its `limit` and `top`."""
    where = conditions(filter_, cursor=_cursor(session, filter_.after))
    if filter_.grep:
        return len(_grepped(session, filter_.grep, where))
    return int(session.execute(f"SELECT count(*) {_from(where)}").fetchall()[0][0])


def best(where: Sequence[str], top: int) -> str:
    """The ids of the most salient, the later of two alike."""
    return f"SELECT e.id {_from(where)} ORDER BY e.salience DESC, e.id DESC LIMIT {int(top)}"


def conditions(filter_: Filter, cursor: int | None = None) -> list[str]:
    """What must be true of `event AS e`: `cursor` is the id after which an answer goes on."""
    where = _when(filter_) + _who(filter_) + _what(filter_)
    if cursor is not None:
        where.append(f"e.id {'<' if filter_.reverse else '>'} {cursor}")
    return where


def _from(where: Sequence[str]) -> str:
    return f"FROM event AS e WHERE {' AND '.join(where)}"


def _when(filter_: Filter) -> list[str]:
    """A window is overlapped; an event without a date is in none; what is hidden is so whatever its date."""
    if filter_.hidden:
        return ["FALSE" if filter_.part == "under way" else "e.hidden"]
    since, until = filter_.window
    if since is not None and until is not None and until < since:
        return ["FALSE"]
    if filter_.undated:
        return ["FALSE" if filter_.part == "under way" else "NOT e.hidden AND e.bucket IS NULL"]
    told = ["NOT e.hidden"]
    if filter_.undated is False or since is not None or until is not None:
        told.append("e.bucket IS NOT NULL")
    if since is not None:
        began = f"e.first_day >= {since}"
        under_way = (
            f"((e.first_day < {since} OR e.first_day IS NULL) AND (e.last_day >= {since} OR e.last_day IS NULL))"
        )
        told.append({"begins": began, "under way": under_way}.get(filter_.part, f"({began} OR {under_way})"))
    elif filter_.part == "under way":
        told.append("FALSE")
    if until is not None:
        told.append(f"(e.first_day <= {until} OR e.first_day IS NULL)")
    return told


def _who(filter_: Filter) -> list[str]:
    told = (f"SELECT f.id FROM document_told AS f WHERE {named(typed)}" for typed in filter_.source)
    return [*by_name(filter_, "e.id", quoted), *(of_documents("e.id", documents) for documents in told)]


def _what(filter_: Filter) -> list[str]:
    where = [f"e.{name}" for name in _FLAGS if getattr(filter_, name)]
    for name in ("status", "precision"):
        if getattr(filter_, name):
            where.append(f"e.{name} IN ({', '.join(map(quoted, getattr(filter_, name)))})")
    if filter_.precision:
        where.append("e.bucket IS NOT NULL")
    if filter_.min_sources:
        where.append(f"e.sources >= {int(filter_.min_sources)}")
    where += [f"' ' || e.marks || ' ' LIKE '% {of_label(label)} %'" for label in filter_.label]
    if filter_.match:
        where.append(f"e.id IN (SELECT f.id FROM event_text AS f WHERE {worded(filter_.match)})")
    return where


def _cursor(session: Session, key: str | None) -> int | None:
    if key is None:
        return None
    found = session.execute("SELECT id FROM event WHERE key = ?", (key,)).fetchone()
    if found is None:
        raise InputError(f"there is no event {key} to go on after", key=key)
    return int(found[0])


def _grepped(session: Session, expression: str, where: Sequence[str]) -> set[int]:
    """Ids of those with a title or quote that fits, by Python's expressions: the server's are others."""
    fits = pattern(expression).search
    found = {id_ for id_, title in session.stream(f"SELECT e.id, e.title {_from(where)}") if fits(title)}
    quotes = (
        "SELECT l.event_id, c.quote FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id "
        f"WHERE l.event_id IN (SELECT e.id {_from(where)})"
    )
    return found | {id_ for id_, quote in session.stream(quotes) if fits(quote)}


def _among(ids: set[int]) -> str:
    return f"e.id = ANY ('{{{','.join(map(str, sorted(ids)))}}}'::int[])"


def quoted(text: str) -> str:
    """An SQL text."""
    return "'" + text.replace("\0", "\ufffd").replace("'", "''") + "'"
