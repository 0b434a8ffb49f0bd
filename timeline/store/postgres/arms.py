"""What must be true of `event AS e`, once names and days were looked up: ids are in order of time, a window is a range.

The planner of a server does not know that, and takes a name in a thousandth of all rows for one in a hundredth: each
arm says the range of ids wherever ids are, and names by number.
"""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, NamedTuple, cast

from timeline.store.bucket import CLASSES, LONG
from timeline.store.postgres.matching import named, worded
from timeline.store.scope import scope
from timeline.store.sources import SEVERAL

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from timeline.store.filter import Filter
    from timeline.store.postgres.session import Session
    from timeline.store.scope import Scope

    Arm = list[str]
    Told = tuple[str, float]
    """A condition, and about what part of all events fulfils it; 0 where nobody knows."""

FREE = "e.id + 0"
"""The id of what is under way: of a mere id the planner would walk through all that began before, in order."""
SOME = 5000
"""Documents whose claims are gathered; of more than these, every event is asked for its own."""


class Arms(NamedTuple):
    """In order of time."""

    conditions: list[Arm]
    """Of what began before the window and reaches into it, then of what begins in it."""
    events: int = 0
    """That have a date."""
    share: float = 0.0
    """About what part of them is asked for; 0 where nobody knows."""


def arms(session: Session, filter_: Filter, what: Sequence[str]) -> Arms:
    """The conditions; `what` holds in each of them."""
    looked = scope(cast("sqlite3.Connection", session), filter_._replace(source=(), match=None))
    if looked is None:
        return Arms([])
    asked = [_told(session, typed) for typed in filter_.source]
    if filter_.match:
        asked.append((f"e.id IN (SELECT f.id FROM event_text AS f WHERE {_braced(worded(filter_.match))}{{f}})", 0.0))
    conditions = _conditions(filter_, looked, [condition for condition, _ in asked], what)
    window = min(1.0, (looked.last - looked.first + 1) / (looked.total or 1))
    shares = [share for _, share in asked] + [one.events / (looked.total or 1) for one in looked.entities]
    return Arms(conditions, looked.total, 0.0 if what else prod(shares, start=window))


def _conditions(filter_: Filter, looked: Scope, told: Sequence[str], what: Sequence[str]) -> list[Arm]:
    made = []
    for begin, end, more in (_under_way(filter_, looked), (looked.first, looked.last, [])):
        first, last = _after(filter_, looked, begin, end)
        asked = filter_.part == "all" or (filter_.part == "under way") == bool(more)
        if asked and first <= last:
            id_ = FREE if more else "e.id"
            made.append([f"{id_} BETWEEN {first} AND {last}", *more, *_who(looked, told, first, last, more), *what])
    return made


def _after(filter_: Filter, looked: Scope, first: int, last: int) -> tuple[int, int]:
    if looked.cursor is None:
        return first, last
    return (first, min(last, looked.cursor - 1)) if filter_.reverse else (max(first, looked.cursor + 1), last)


def _under_way(filter_: Filter, looked: Scope) -> tuple[int, int, Arm]:
    """By class of length, as the index has them."""
    last = looked.first - 1
    if looked.since is None or filter_.undated:
        return 1, 0, []
    long = f"e.bucket = {LONG} AND e.id <= {last} AND (e.last_day >= {looked.since} OR e.last_day IS NULL)"
    classes = [
        f"e.bucket = {n} AND e.id BETWEEN {looked.starts[n]} AND {last} AND e.last_day >= {looked.since}"
        for n in range(1, CLASSES - 1)
        if looked.starts[n] <= last
    ]
    return 1, last, [f"({' OR '.join(f'({one})' for one in (long, *classes))})"]


def _who(looked: Scope, told: Sequence[str], first: int, last: int, more: Arm) -> Arm:
    """Names by number, in the range that is asked for."""
    within = {name: f" AND {name}.{id_} BETWEEN {first} AND {last}" for name, id_ in (("n", "event_id"), ("f", "id"))}
    within["n"] += " AND n.bucket > 0" if more else ""
    within["l"] = within["n"].replace("n.event_id", "l.event_id").replace(" AND n.bucket > 0", "")
    named_ = [
        f"e.id IN (SELECT n.event_id FROM event_entity AS n WHERE n.role = '{role}' AND n.entity_id{_any(ids)}{{n}})"
        for role, ids, _ in looked.entities
    ]
    return [condition.format(**within) for condition in (*named_, *told)]


def _told(session: Session, typed: str) -> Told:
    """That publishers or documents of that name tell of it; `{n}` and `{l}` stand for the range of ids."""
    which = named(typed)
    publishers = _found(session, "source_told", which, SEVERAL)
    documents = _found(session, "document_told", which, SOME)
    ways = []
    if len(publishers) > SEVERAL:
        publishers = []
        which = f"({which} OR f.id IN (SELECT d.id FROM document AS d JOIN source AS s ON s.name = d.publisher "
        which += f"JOIN source_told AS t ON t.id = s.id WHERE {named(typed).replace('f.', 't.')}))"
        documents = [0] * (SOME + 1)
    if publishers:
        ways.append(f"e.id IN (SELECT n.event_id FROM event_source AS n WHERE n.source_id{_any(publishers)}{{n}})")
    if len(documents) > SOME:
        ways.append(
            "EXISTS (SELECT FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id "
            f"JOIN document_told AS f ON f.id = c.document_id WHERE l.event_id = e.id AND {_braced(which)})"
        )
    elif documents or not publishers:
        ways.append(
            "e.id IN (SELECT l.event_id FROM claim AS c JOIN event_claim AS l ON l.claim_id = c.id "
            f"WHERE c.document_id{_any(documents)}{{l}})"
        )
    return f"({' OR '.join(ways)})", _part(session, publishers) if len(ways) == 1 else 0.0


def _part(session: Session, publishers: Iterable[int]) -> float:
    """Of all events, about what part these tell."""
    sql = "SELECT coalesce(sum(events), 0) / (SELECT greatest(max(id), 1) FROM event)::float FROM source"
    return float(session.plain(f"{sql} WHERE id{_any(publishers)}".format())[0][0])


def _found(session: Session, table: str, which: str, most: int) -> list[int]:
    """Ids, one more than asked for where there are more."""
    return [id_ for (id_,) in session.plain(f"SELECT f.id FROM {table} AS f WHERE {which} LIMIT {most + 1}")]


def _any(ids: Iterable[int]) -> str:
    told = sorted(ids)
    return f" = {told[0]}" if len(told) == 1 else f" = ANY ('{{{{{','.join(map(str, told))}}}}}'::int[])"


def _braced(sql: str) -> str:
    return sql.replace("{", "{{").replace("}", "}}")
