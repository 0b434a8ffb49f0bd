"""Which events: a filter becomes SELECTs without a parameter; as `store/query.py` means it, but the planner chooses the
way. Of a saved query, one SELECT makes a view.
"""

from __future__ import annotations

from itertools import chain, islice
from itertools import count as counted
from typing import TYPE_CHECKING, Any

from timeline.store.filter import pattern
from timeline.store.marks import of_label
from timeline.store.postgres.arms import FREE, Arms, arms
from timeline.store.postgres.matching import named, worded
from timeline.store.view import by_name, of_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.store.filter import Filter
    from timeline.store.postgres.session import Session

PAGE = 1000
"""Rows that are fetched at once."""
AMPLE, MOST = 4, 0.1
"""Events that are looked at for each that is wanted, and the part of all that is looked at at most."""
_NUMBERS = counted()
_DOCUMENTS = (
    "SELECT f.id FROM document_told AS f WHERE {} UNION ALL "
    "SELECT d.id FROM source_told AS f JOIN source AS s ON s.id = f.id JOIN document AS d ON d.publisher = s.name "
    "WHERE {}"
)
_FLAGS = ("disputed", "inferred", "starred")


def cursor_name() -> str:
    """A name that no other cursor of this process has."""
    return f"rows{next(_NUMBERS)}"


def find(session: Session, filter_: Filter, columns: str) -> Iterator[Sequence[Any]]:
    """Rows (id, *columns of `event AS e`) that a filter asks for, in order."""
    told = _arms(session, filter_)
    ways = told.conditions if filter_.top is None else [[_among(_best(session, told, filter_))]]
    turn = " DESC" if filter_.reverse else ""
    limit = "" if filter_.limit is None else f" LIMIT {int(filter_.limit)}"
    asked = (
        f"SELECT e.id, {columns} {_from(where)} ORDER BY {_order(where)}{turn}{limit}"
        for where in ways[:: -1 if turn else 1]
    )
    return islice(chain.from_iterable(map(session.stream, asked)), filter_.limit)


def count(session: Session, filter_: Filter) -> int:
    """How many a filter asks for, whatever its `limit` and `top`."""
    return sum(
        int(session.plain(f"SELECT count(*) {_from(where)}")[0][0]) for where in _arms(session, filter_).conditions
    )


def _arms(session: Session, filter_: Filter) -> Arms:
    told = arms(session, filter_, _what(filter_))
    return Arms([[_among(_grepped(session, filter_.grep, one))] for one in told.conditions]) if filter_.grep else told


def _best(session: Session, told: Arms, filter_: Filter) -> set[int]:
    """Where many fit, some of the most salient events are looked at first, and mostly enough of them do; else all that
    fit are found first, for few of them are among the most salient.
    """
    top = int(filter_.top or 0)
    order = f"ORDER BY salience DESC, id DESC LIMIT {top}"
    enough = AMPLE * top / told.share if told.share else told.events
    found: list[Sequence[Any]] = []
    if enough < min(told.share, MOST) * told.events:
        best = f"(SELECT * FROM event ORDER BY salience DESC, id DESC LIMIT {int(enough)}) AS e"
        for where in told.conditions:
            found += session.plain(f"SELECT e.id, e.salience {_from(where, best)} {order}")
    if len(found) < top:
        found = []
        for where in told.conditions:
            body = f"SELECT e.id, e.salience {_from(where)}"
            narrow = len(where) > 1 or filter_.grep
            found += session.plain(
                f"WITH found AS MATERIALIZED ({body}) SELECT * FROM found {order}" if narrow else f"{body} {order}"
            )
    return {id_ for id_, _ in sorted(found, key=lambda row: (-row[1], -row[0]))[:top]}


def best(where: Sequence[str], top: int) -> str:
    """The ids of the most salient, the later of two alike."""
    return f"SELECT e.id {_from(where)} ORDER BY e.salience DESC, e.id DESC LIMIT {int(top)}"


def conditions(filter_: Filter) -> list[str]:
    """What must be true of `event AS e`, with nothing looked up: for a view, which is to tell of later events too."""
    where = _when(filter_) + _who(filter_) + _what(filter_)
    if filter_.match:
        where.append(f"e.id IN (SELECT f.id FROM event_text AS f WHERE {worded(filter_.match)})")
    return where


def _from(where: Sequence[str], events: str = "event AS e") -> str:
    return f"FROM {events} WHERE {' AND '.join(where)}"


def _order(where: Sequence[str]) -> str:
    """As the range of ids is told of."""
    return FREE if where[0].startswith(FREE) else "e.id"


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
    told = (_DOCUMENTS.format(named(typed), named(typed)) for typed in filter_.source)
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
    return where


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
