"""One way to the events of a range of ids: a SELECT that reads as little as possible.

Whichever index is the narrowest drives it: the full-text index with its marks, the tables of actors, places and
publishers, or the events themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.store.bucket import CLASSES, LONG
from timeline.store.marks import LETTERS, of_label, of_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.store.filter import Filter
    from timeline.store.scope import Named, Scope

USUAL = "reported"
"""The status of most events."""
WALKED = 5000
"""Events of one name that are looked at one by one, whether they are another's too: what intersects more of them faster
is the full-text index, which has to be read from one that fits to the next, wherever a range of ids ends."""
NAMED = 100_000
"""Events of one name of which so few have a word, one in a hundred or so, that their lengths need not be asked for."""
SEVERAL = 8
"""Names that are held against each other so; SQLite joins no more than 64 tables."""


class Arm(NamedTuple):
    """The parts of the SELECT, but for its columns."""

    id: str
    """The expression whose order is free."""
    tables: list[str]
    """Joined in this order; `event AS e` last, unless `id` is its own."""
    where: list[str]
    parameters: list[Any]
    long: str
    """The table that tells when what lasts for some time ends."""
    among: tuple[str, tuple[Any, ...]] | None = None
    """A SELECT of ids, and its parameters: only these are meant."""


def begins(filter_: Filter, scope: Scope) -> list[Arm]:
    """What begins in the window."""
    if filter_.part == "under way" or scope.first > scope.last:
        return []
    return [_arm(filter_, scope, scope.first, scope.last, None)]


def under_way(filter_: Filter, scope: Scope, *, counted: bool = False) -> list[Arm]:
    """What began before the window and reaches into it.

    To be `counted`, what surely does is in arms that ask nothing more: what lasts longer than all of the class below,
    and began no longer ago.
    """
    if filter_.part == "begins" or scope.since is None or filter_.undated:
        return []
    if scope.text is not None and scope.entities and scope.entities[0].events <= NAMED:
        return _of_any_length(filter_, scope, scope.since)
    arms = []
    for class_ in range(1, CLASSES):
        start = 1 if class_ == LONG else scope.starts[class_]
        sure = max(start, min(scope.starts[class_ - 1], scope.first)) if counted else scope.first
        if start < sure:
            arm = _arm(filter_, scope, start, sure - 1, class_)
            if counted and arm.long == "u":
                arm = arm._replace(among=_lasting(class_, start, sure - 1, scope.since))
            else:
                _end(arm, class_, scope.since)
            arms.append(arm)
        if sure < scope.first:
            arms.append(_arm(filter_, scope, sure, scope.first - 1, class_))
    return arms


def _of_any_length(filter_: Filter, scope: Scope, since: int) -> list[Arm]:
    """One arm for all classes: of what a name has few have the words, and each of those can be looked at."""
    if scope.first <= 1:
        return []
    arm = _arm(filter_, scope, 1, scope.first - 1, None)
    arm.where.append(_lasts("e", LONG))
    arm.parameters.append(since)
    return [arm]


def _end(arm: Arm, class_: int, since: int) -> None:
    """Leave out what has ended by then, by a look at each.

    Behind the full-text index this is done where those of one length stand together, not among all that is known of
    every event. The sum keeps SQLite from taking the range of ids that is asked of `f` for one of `u`, all of which it
    would walk through for each.
    """
    if arm.long == "u":
        arm.tables.append("event AS u INDEXED BY ix_event_under_way")
        arm.where.append(f"u.bucket = {class_} AND u.id = f.rowid + 0")
    arm.where.append(_lasts(arm.long, class_))
    arm.parameters.append(since)


def _lasting(class_: int, first: int, last: int, since: int) -> tuple[str, tuple[int, ...]]:
    """What has not ended by then, one after another: for a count, quicker by half than a look at each."""
    sql = "SELECT u.id FROM event AS u INDEXED BY ix_event_under_way "
    return f"{sql}WHERE u.bucket = {class_} AND u.id BETWEEN ? AND ? AND {_lasts('u', class_)}", (first, last, since)


def _lasts(row: str, class_: int) -> str:
    end = f"{row}.last_day"
    return f"({end} >= ? OR {end} IS NULL)" if class_ == LONG else f"{end} >= ?"


def _arm(filter_: Filter, scope: Scope, first: int, last: int, class_: int | None) -> Arm:
    """Events of a range of ids, and of a class of length, through the narrowest way."""
    if scope.cursor is not None:
        first, last = (first, min(last, scope.cursor - 1)) if filter_.reverse else (max(first, scope.cursor + 1), last)
    words = _words(filter_, scope, class_, last - first)
    if words is not None:
        arm = Arm("f.rowid", ["event_text AS f"], ["event_text MATCH ?"], [words], "u")
    elif scope.entities:
        arm = _of_names(scope.entities)
    else:
        arm = Arm("e.id", [], [], [], "e")
    if class_ is not None and words is None:  # said twice for SQLite, which takes the index of the long ones only then
        arm.where.append(f"n.bucket = {class_} AND n.bucket > 0" if scope.entities else f"e.bucket = {class_}")
    arm.where.append(f"{arm.id} BETWEEN ? AND ?")
    arm.parameters.extend((first, last))
    if words is None and filter_.status:
        arm.where.append(f"e.status IN ({','.join('?' * len(filter_.status))})")
        arm.parameters.extend(filter_.status)
    _narrow(arm, filter_, scope)
    return arm


_TABLES = {
    "actor": ("event_entity", "entity_id"),
    "place": ("event_entity", "entity_id"),
    "source": ("event_source", "source_id"),
}


def _of_names(names: Iterable[Named]) -> Arm:
    """What the first of them has, one after another, if the others have it too."""
    arm = Arm("n.event_id", [], [], [], "n")
    for place, (role, (id_,), _) in enumerate(names):
        row = f"n{place or ''}"
        table, column = _TABLES[role]
        arm.tables.append(f"{table} AS {row}")
        arm.where.append(f"{row}.{column} = ?")
        arm.parameters.append(id_)
        if role != "source":
            arm.where.append(f"{row}.role = ?")
            arm.parameters.append(role)
        if place:
            arm.where.append(f"{row}.event_id = n.event_id")
    return arm


def _words(filter_: Filter, scope: Scope, class_: int | None, span: int) -> str | None:
    """The query for the full-text index; None where another way is narrower in so many ids."""
    marks = [" OR ".join(f"{LETTERS[role]}{id_}" for id_ in ids) for role, ids, _ in scope.entities]
    simple = len(marks) <= 1 or (len(marks) < SEVERAL and (class_ is not None or _walkable(scope, span)))
    simple = simple and all(len(ids) == 1 for _, ids, _ in scope.entities)
    rare = []
    if filter_.status and not _is_usual(filter_):
        rare.append(" OR ".join(f"s{status}" for status in filter_.status))
    if filter_.precision:
        rare.append(" OR ".join(f"q{precision}" for precision in filter_.precision))
    rare += [
        word for word, flag in (("d1", filter_.disputed), ("i1", filter_.inferred), ("t1", filter_.starred)) if flag
    ]
    rare += [of_label(label) for label in filter_.label]
    several = of_sources(filter_.min_sources or 0)
    rare += [several] if several else []
    rare += [] if scope.tier is None else [f"v{scope.tier}"]
    called = [source for source in scope.sources if isinstance(source, str)]
    if scope.text is None and not rare and not called and simple:
        return None
    if class_ is not None:
        marks.append(f"b{class_}")
    if _is_usual(filter_):
        marks.append(" OR ".join(f"s{status}" for status in filter_.status))
    told = [f"marks : ({alternatives})" for alternatives in marks + rare]
    if scope.text is not None:
        told.insert(0, f"{{title quotes}} : ({scope.text})")
    told += called
    return " AND ".join(told)


def _walkable(scope: Scope, span: int) -> bool:
    """Of the name of fewest events, few are in so many ids."""
    return scope.entities[0].events * span <= WALKED * scope.total


def _is_usual(filter_: Filter) -> bool:
    """Of which most events are: the first few are found by looking at events one after another."""
    return USUAL in filter_.status and filter_.limit is not None


_ONE_OF_ITS_CLAIMS = "EXISTS (SELECT 1 FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id"
_EVENTS_OF = "SELECT l.event_id FROM claim AS c JOIN event_claim AS l ON l.claim_id = c.id WHERE c.document_id IN"


def _narrow(arm: Arm, filter_: Filter, scope: Scope) -> None:
    """What no index tells, or not exactly."""
    if filter_.min_sources:
        arm.where.append("e.sources >= ?")
        arm.parameters.append(filter_.min_sources)
    for source in scope.sources:
        if not isinstance(source, str):
            arm.where.append(f"{arm.id} IN ({_EVENTS_OF} ({','.join(map(str, source))}))")
    if filter_.grep:
        arm.where.append(f"(e.title REGEXP ? OR {_ONE_OF_ITS_CLAIMS} WHERE l.event_id = e.id AND c.quote REGEXP ?))")
        arm.parameters.extend((filter_.grep, filter_.grep))
