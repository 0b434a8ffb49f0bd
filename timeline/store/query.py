"""Which events: a filter becomes SQL text and parameters. Imports nothing but the standard library's lightest.

Ids are places in chronological order, so a window is a range of ids and `ORDER BY id` costs nothing. What is asked for
becomes *arms*, each one SELECT that reads as little as possible: the events that begin in the window, and, for each
class of length, those that began before and are still under way. Whichever index is the narrowest drives an arm: the
full-text index with its marks, the table of actors and places, or the events themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.store.bucket import CLASSES, LENGTHS, LONG
from timeline.store.marks import LETTERS, TOPS, of_label, of_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.store.filter import Filter

END = 1 << 62
"""Above every id."""
YEARS = 4
"""The class of length of what lasts up to a year: about what a window holds, longer ones being few."""
USUAL = "reported"
"""The status of most events."""
MANY = 2000
"""Events that are not simply sorted by salience."""


class Statement(NamedTuple):
    """SQL text and its positional parameters."""

    sql: str
    parameters: tuple[Any, ...]


class Scope(NamedTuple):
    """What had to be looked up first, in the same snapshot."""

    first: int
    last: int
    """Range of ids of the events that begin in the window (undated ones among them, if they are asked for)."""
    since: int | None
    """First day of the window: what began before it may be under way."""
    starts: tuple[int, ...]
    """For each class of length but the long one: the first id that may still be under way on that day."""
    entities: tuple[tuple[str, tuple[int, ...]], ...]
    """For each name asked for: role (`source` for a publisher) and ids that go by it."""
    text: str | None
    """FTS5 query over title and quotes."""
    sources: tuple[str | tuple[int, ...], ...]
    """For each other source asked for: ids of its documents or, if they are many, an FTS5 query of their events."""
    cursor: int | None
    total: int
    """Dated events."""
    tier: int | None = None
    """Only among the most salient: which of TOPS."""
    share: float = 1.0
    """Of all events, about so many are told by the sources asked for; only `most_salient` wants to know."""


class _Arm(NamedTuple):
    id: str
    """The expression whose order is free."""
    source: str
    where: list[str]
    parameters: list[Any]
    long: str
    """The table that tells when what lasts for some time ends."""


def listing(filter_: Filter, scope: Scope, columns: str) -> list[Statement]:
    """Statements to run one after another; their rows together are the answer, in order."""
    turn = " DESC" if filter_.reverse else ""
    parts = [_under_way(filter_, scope), _begins(filter_, scope)]
    statements = []
    for arms in filter(None, reversed(parts) if filter_.reverse else parts):
        body = " UNION ALL ".join(_select(arm, f"{arm.id} AS id, {columns}") for arm in arms)
        statements.append(Statement(f"{body} ORDER BY 1{turn}", _parameters(arms)))
    return statements


def most_salient(filter_: Filter, scope: Scope, columns: str, top: int) -> Iterator[Statement]:
    """Statements to run until one gives `top` rows: that is the answer, and the last one always is.

    Each looks among more of the most salient events than the one before, so that none sorts all that fit; those that
    can hardly hold so many are passed over.
    """
    most = min(scope.total, scope.last + 1 - (scope.starts[YEARS] if scope.starts else scope.first)) * scope.share
    for tier, share in enumerate(TOPS):
        if scope.total >= MANY and most * share >= top:
            yield _top(filter_, scope._replace(tier=tier), columns, top)
    yield _top(filter_, scope, columns, top)


def counting(filter_: Filter, scope: Scope) -> list[Statement]:
    """Statements whose single numbers add up to how many events there are, whatever the limit."""
    filter_ = filter_._replace(limit=None)
    arms = [*_under_way(filter_, scope), *_begins(filter_, scope)]
    return [_count(arm if _asks_events(arm) else arm._replace(source=_without_events(arm))) for arm in arms]


def _count(arm: _Arm) -> Statement:
    """Ids have no gaps, so a mere range of them need not be read."""
    if arm.where == [f"{arm.id} BETWEEN ? AND ?"] and arm.parameters[1] < END:
        first, last = arm.parameters
        return Statement("SELECT max(0, ? - ?)", (last + 1, first))
    return Statement(_select(arm, "count(*)"), tuple(arm.parameters))


def _asks_events(arm: _Arm) -> bool:
    """Some condition is on a column of `event`."""
    return any("e." in condition for condition in arm.where)


def _without_events(arm: _Arm) -> str:
    """The tables that are read before the events."""
    return arm.source.rpartition(" CROSS JOIN event AS e ")[0] or arm.source


def _select(arm: _Arm, columns: str) -> str:
    return f"SELECT {columns} FROM {arm.source} WHERE {' AND '.join(arm.where)}"


def _top(filter_: Filter, scope: Scope, columns: str, top: int) -> Statement:
    """The most salient, the later of two alike; then in order of time."""
    arms = [*_under_way(filter_, scope), *_begins(filter_, scope)]
    order = f"ORDER BY salience DESC, id DESC LIMIT {int(top)}"
    best = [f"SELECT * FROM ({_select(arm, f'{arm.id} AS id, e.salience AS salience')} {order})" for arm in arms]
    chosen = f"SELECT id FROM ({' UNION ALL '.join(best)}) {order}" if best else "SELECT NULL"
    turn = " DESC" if filter_.reverse else ""
    sql = f"SELECT e.id AS id, {columns} FROM event AS e WHERE e.id IN ({chosen}) ORDER BY e.id{turn}"
    return Statement(sql, _parameters(arms))


def _parameters(arms: Iterable[_Arm]) -> tuple[Any, ...]:
    return tuple(parameter for arm in arms for parameter in arm.parameters)


def _begins(filter_: Filter, scope: Scope) -> list[_Arm]:
    """What begins in the window."""
    if filter_.part == "under way" or scope.first > scope.last:
        return []
    return [_arm(filter_, scope, scope.first, scope.last, None)]


def _under_way(filter_: Filter, scope: Scope) -> list[_Arm]:
    """What began before the window and reaches into it."""
    if filter_.part == "begins" or scope.since is None or filter_.undated:
        return []
    arms = []
    for class_ in range(1, CLASSES):
        start = 1 if class_ == LONG else scope.starts[class_]
        if start < scope.first:
            arm = _arm(filter_, scope, start, scope.first - 1, class_)
            end = f"{arm.long}.last_day"
            arm.where.append(f"({end} >= ? OR {end} IS NULL)" if class_ == LONG else f"{end} >= ?")
            arm.parameters.append(scope.since)
            arms.append(arm)
    return arms


def _arm(filter_: Filter, scope: Scope, first: int, last: int, class_: int | None) -> _Arm:
    """Events of a range of ids, and of a class of length, through the narrowest way."""
    if scope.cursor is not None:
        first, last = (first, min(last, scope.cursor - 1)) if filter_.reverse else (max(first, scope.cursor + 1), last)
    words = _words(filter_, scope, class_)
    if words is not None:
        thin = "" if class_ is None else _THIN.format(class_)
        source = f"event_text AS f{thin} CROSS JOIN event AS e ON e.id = f.rowid"
        arm = _Arm("f.rowid", source, ["event_text MATCH ?"], [words], "u")
    elif scope.entities:
        ((role, (id_,)),) = scope.entities
        table, named = ("event_source", _PUBLISHED) if role == "source" else ("event_entity", _NAMED)
        source = f"{table} AS n CROSS JOIN event AS e ON e.id = n.event_id"
        arm = _Arm("n.event_id", source, [named], [id_, role][: named.count("?")], "n")
    else:
        arm = _Arm("e.id", "event AS e", [], [], "e")
    if class_ is not None and words is None:  # said twice for SQLite, which takes the index of the long ones only then
        arm.where.append(f"n.bucket = {class_} AND n.bucket > 0" if scope.entities else f"e.bucket = {class_}")
    arm.where.append(f"{arm.id} BETWEEN ? AND ?")
    arm.parameters.extend((first, last))
    if words is None and filter_.status:
        arm.where.append(f"e.status IN ({','.join('?' * len(filter_.status))})")
        arm.parameters.extend(filter_.status)
    _narrow(arm, filter_, scope)
    return arm


_THIN = " CROSS JOIN event AS u INDEXED BY ix_event_under_way ON u.bucket = {0} AND u.id = f.rowid + 0"
"""When it ends is looked up where those of one length stand together, not among all that is known of every event.

The sum keeps SQLite from taking the range of ids that is asked of `f` for one of `u`, all of which it would walk
through for each."""
_NAMED, _PUBLISHED = "entity_id = ? AND role = ?", "source_id = ?"


def _words(filter_: Filter, scope: Scope, class_: int | None) -> str | None:
    """The query for the full-text index; None where another way is narrower."""
    marks = [" OR ".join(f"{LETTERS[role]}{id_}" for id_ in ids) for role, ids in scope.entities]
    simple = len(marks) <= 1 and all(len(ids) == 1 for _, ids in scope.entities)
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


def _is_usual(filter_: Filter) -> bool:
    """Of which most events are: the first few are found by looking at events one after another."""
    return USUAL in filter_.status and filter_.limit is not None


_ONE_OF_ITS_CLAIMS = "EXISTS (SELECT 1 FROM event_claim AS l JOIN claim AS c ON c.id = l.claim_id"
_EVENTS_OF = "SELECT l.event_id FROM claim AS c JOIN event_claim AS l ON l.claim_id = c.id WHERE c.document_id IN"


def _narrow(arm: _Arm, filter_: Filter, scope: Scope) -> None:
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


def bucket_starts(since: int) -> list[int]:
    """For each class but the long one: the first day on which it may have begun and be under way on `since`."""
    return [since - length + 1 for length in LENGTHS]
