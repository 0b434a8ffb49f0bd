"""Events by source: a facet and a filter, for what no column of the view `timeline` holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.read.extras import need

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARAMETER = "_source"
"""In the query string; given twice: told by both."""
_NAME = "coalesce(nullif(d.publisher, ''), d.uri)"
"""A publisher, or where the document was found if it names none."""
_TOLD = "event_claim AS l JOIN claim AS c ON c.id = l.claim_id JOIN document AS d ON d.id = c.document_id"


def clauses(sources: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Conditions on a view with the ids of events, and their parameters."""
    where = [f"id IN (SELECT l.event_id FROM {_TOLD} WHERE {_NAME} = :source{n})" for n in range(len(sources))]
    return where, {f"source{n}": source for n, source in enumerate(sources)}


class SourceFacet:
    """Made anew by datasette for every page of a table; it has the interface of `datasette.facets.Facet`."""

    type = "source"

    def __init__(self, views: frozenset[str], ds: Any, request: Any, database: str, **asked: Any) -> None:
        """`views` are those with one row an event; for others it has nothing to say."""
        self._ds, self._request, self._database = ds, request, database
        self._sql: str = asked["sql"]
        self._parameters: Mapping[str, object] = asked["params"]
        self._is_for_it = asked["table"] in views

    async def suggest(self) -> list[dict[str, object]]:
        """Nothing: it is there already."""
        return []

    async def facet_results(self) -> tuple[list[dict[str, object]], list[str]]:
        """The facet, and the names of those that took too long."""
        if not self._is_for_it:
            return [], []
        size, limit = self._ds.setting("default_facet_size"), self._ds.setting("facet_time_limit_ms")
        sql = (
            f"SELECT {_NAME} AS value, count(DISTINCT l.event_id) AS count FROM {_TOLD} "
            f"WHERE l.event_id IN (SELECT id FROM ({self._sql})) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {size + 1}"
        )
        try:
            found = await self._ds.execute(self._database, sql, self._parameters, custom_time_limit=limit)
        except need("datasette.database", "serve").QueryInterrupted:
            return [], ["sources"]
        values = [self._value(row["value"], row["count"]) for row in found.rows[:size]]
        told = {"name": "sources", "type": "column", "results": values, "hideable": False, "toggle_url": ""}
        return [told | {"truncated": len(found.rows) > size}], []

    def _value(self, source: str, count: int) -> dict[str, object]:
        addresses = need("datasette.utils", "serve")
        selected = source in self._request.args.getlist(PARAMETER)
        if selected:
            target = addresses.path_with_removed_args(self._request, {PARAMETER: source})
        else:
            target = addresses.path_with_added_args(self._request, {PARAMETER: source, "_next": None})
        toggle = self._ds.absolute_url(self._request, self._ds.urls.path(target))
        return {"value": source, "label": source, "count": count, "selected": selected, "toggle_url": toggle}
