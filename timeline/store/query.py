"""Which events: a filter becomes SQL text and parameters. Imports nothing but the standard library's lightest.

Ids are places in chronological order, so a window is a range of ids and `ORDER BY id` costs nothing. What is asked for
becomes *arms* (`store/arms.py`): the events that begin in the window, and, for each class of length, those that began
before and are still under way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.store.arms import begins, under_way
from timeline.store.marks import TOPS
from timeline.store.often import STRETCH
from timeline.store.scope import END

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Sequence

    from timeline.store.arms import Arm
    from timeline.store.filter import Filter
    from timeline.store.scope import Scope

YEARS = 4
"""The class of length of what lasts up to a year: about what a window holds, longer ones being few."""
MANY = 2000
"""Events that are not simply sorted by salience."""
WITHIN = 5000
"""The same of a name within a window, where the marks must be asked for each class of length."""
SORTED = 3000
"""The same where a look among some of the most salient has told how many there may be."""
CHANCE = 3
"""A look that finds so many fewer than there are to be expected is rare."""


class Statement(NamedTuple):
    """SQL text and its positional parameters."""

    sql: str
    parameters: tuple[Any, ...]


def listing(filter_: Filter, scope: Scope, columns: str) -> list[Statement]:
    """Statements to run one after another; their rows together are the answer, in order."""
    turn = " DESC" if filter_.reverse else ""
    parts = [under_way(filter_, scope), begins(filter_, scope)]
    statements = []
    for arms in filter(None, reversed(parts) if filter_.reverse else parts):
        body = " UNION ALL ".join(_select(arm, f"{arm.id} AS id, {columns}") for arm in arms)
        statements.append(Statement(f"{body} ORDER BY 1{turn}", _parameters(arms)))
    return statements


def most_salient(filter_: Filter, scope: Scope, columns: str, top: int) -> Generator[Statement, int, None]:
    """Statements to run until one gives `top` rows: that is the answer, and the last one always is.

    Each looks among more of the most salient events than the one before, so that none sorts all that fit; those that
    can hardly hold so many are passed over. Where few fit, they are simply sorted: how many rows a statement gave, sent
    back, tells that of words, which nothing counts beforehand.
    """
    most = min(scope.total, scope.last + 1 - (scope.starts[YEARS] if scope.starts else scope.first)) * scope.share
    for named in scope.entities:
        most *= min(1.0, named.events / (scope.total or 1))
    few = WITHIN if scope.entities and scope.text is None and scope.since is not None else MANY
    for tier, share in enumerate(TOPS):
        if most >= few and most * share >= top:
            found = yield _top(filter_, scope._replace(tier=tier), columns, top)
            if found + CHANCE < SORTED * share:
                break
    yield _top(filter_, scope, columns, top)


def counting(filter_: Filter, scope: Scope, stretches: Sequence[int] | None = None) -> list[Statement]:
    """Statements whose single numbers add up to how many events there are, whatever the limit.

    `stretches`: how many there are in each stretch of ids, but for the window, where that is known.
    """
    filter_ = filter_._replace(limit=None)
    counted = [_count(arm) for arm in under_way(filter_, scope, counted=True)]
    for arm in begins(filter_, scope):
        counted += [_count(arm)] if stretches is None else _sum(arm, stretches)
    return counted


def _sum(arm: Arm, stretches: Sequence[int]) -> list[Statement]:
    """Of whole stretches what is known of them; only before and behind them is there something to count."""
    *asked, first, last = arm.parameters
    begin, end = -(-first // STRETCH), min((last + 1) // STRETCH, len(stretches))
    if begin >= end:
        return [_count(arm)]
    edges = [(first, begin * STRETCH - 1), (end * STRETCH, last)]
    counted = [_count(arm._replace(parameters=[*asked, *edge])) for edge in edges]
    return [Statement("SELECT ?", (sum(stretches[begin:end]),)), *counted]


def _count(arm: Arm) -> Statement:
    """Ids have no gaps, so a mere range of them need not be read; nor need events of which nothing is asked."""
    if arm.where == [f"{arm.id} BETWEEN ? AND ?"] and arm.parameters[1] < END:
        first, last = arm.parameters
        return Statement("SELECT max(0, ? - ?)", (last + 1, first))
    told = any("e." in condition for condition in arm.where)
    if arm.among is None:
        return Statement(_select(arm, "count(*)", told=told), _parameters([arm]))
    among, parameters = arm.among
    both = f"{_select(arm, arm.id, told=told)} INTERSECT {among} ORDER BY 1"
    return Statement(f"SELECT count(*) FROM ({both})", (*arm.parameters, *parameters))


def _select(arm: Arm, columns: str, *, told: bool = True) -> str:
    """With `told`, of the events as well."""
    tables, where = arm.tables, arm.where
    if told or not tables:
        tables, where = [*tables, "event AS e"], where if arm.id == "e.id" else [*where, f"e.id = {arm.id}"]
    return f"SELECT {columns} FROM {' CROSS JOIN '.join(tables)} WHERE {' AND '.join(where)}"


def _top(filter_: Filter, scope: Scope, columns: str, top: int) -> Statement:
    """The most salient, the later of two alike; then in order of time."""
    arms = [*under_way(filter_, scope), *begins(filter_, scope)]
    order = f"ORDER BY salience DESC, id DESC LIMIT {int(top)}"
    best = [f"SELECT * FROM ({_select(arm, f'{arm.id} AS id, e.salience AS salience')} {order})" for arm in arms]
    chosen = f"SELECT id FROM ({' UNION ALL '.join(best)}) {order}" if best else "SELECT NULL"
    turn = " DESC" if filter_.reverse else ""
    sql = f"SELECT e.id AS id, {columns} FROM event AS e WHERE e.id IN ({chosen}) ORDER BY e.id{turn}"
    return Statement(sql, _parameters(arms))


def _parameters(arms: Iterable[Arm]) -> tuple[Any, ...]:
    return tuple(parameter for arm in arms for parameter in arm.parameters)
