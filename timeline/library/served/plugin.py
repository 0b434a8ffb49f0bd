"""What this database adds to datasette: its metadata, cells that lead on, the facet of sources, the HTML timeline."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING, Any

from timeline.errors import InputError
from timeline.library.served import sources
from timeline.library.served.cells import cell
from timeline.library.served.loopback import only_from_here
from timeline.library.served.metadata import PAGE
from timeline.library.served.page import page
from timeline.read.extras import need
from timeline.store.words import fts_query

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping


STYLE = "/-/timeline.css"
_HOOKS = (
    *("asgi_wrapper", "extra_css_urls", "filters_from_request", "get_metadata", "menu_links"),
    *("register_facet_classes", "register_routes", "render_cell"),
)
_LAST = ("prepare_connection",)
"""Hooks that have their say after datasette's own."""


class Plugin:
    """A method a hook of datasette; `views` are those with one row an event."""

    __name__ = "timeline"  # datasette lists its plugins by it

    def __init__(self, path: str, metadata: Mapping[str, Any], views: frozenset[str]) -> None:
        self._path, self._metadata, self._views = path, metadata, views
        self._response = need("datasette", "serve").Response
        self._markup = need("markupsafe", "serve").Markup

    def prepare_connection(self, conn: sqlite3.Connection) -> None:
        """What is typed to search means what it means to `--match`."""
        conn.create_function("escape_fts", 1, _searched, deterministic=True)

    def get_metadata(self) -> Mapping[str, Any]:
        """Titles, descriptions, facets, queries."""
        return self._metadata

    def asgi_wrapper(self) -> Any:
        """Nobody from elsewhere."""
        return only_from_here

    def register_routes(self) -> list[tuple[str, Any]]:
        """The HTML timeline, and a style for the rest."""
        return [(f"^{PAGE}$", self._page), (f"^{STYLE}$", self._style)]

    def extra_css_urls(self) -> list[str]:
        """On every page."""
        return [STYLE]

    def menu_links(self) -> list[dict[str, str]]:
        """In the menu of every page."""
        return [{"href": PAGE, "label": "The timeline as a page"}]

    def register_facet_classes(self) -> list[Callable[..., sources.SourceFacet]]:
        """Beside columns, dates and arrays: the sources of events."""
        return [partial(sources.SourceFacet, self._views)]

    def filters_from_request(self, request: Any, table: str) -> Any:
        """`_source=` on a view of events."""
        wanted = request.args.getlist(sources.PARAMETER)
        if not wanted or table not in self._views:
            return None
        where, parameters = sources.clauses(wanted)
        told = [f"told by {source}" for source in wanted]
        return need("datasette.filters", "serve").FilterArguments(where, parameters, told)

    def render_cell(self, row: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
        """Markup, or None for a plain cell."""
        told = cell(column, table, dict(row), lambda view: str(datasette.urls.table(database, view)))
        return None if told is None else self._markup(told)

    async def _page(self) -> Any:
        return self._response.html("".join(await asyncio.to_thread(page, self._path)))

    async def _style(self) -> Any:
        with open(os.path.join(os.path.dirname(__file__), "served.css"), encoding="utf-8") as file:  # noqa: PTH118, PTH120, PTH123
            return self._response(file.read(), content_type="text/css; charset=utf-8")


def register(plugin: Plugin) -> Any:
    """Make it known to datasette; the plugin manager, from which it is to be taken again."""
    hook = need("datasette", "serve").hookimpl
    for name in _HOOKS:
        hook(getattr(Plugin, name))
    for name in _LAST:
        hook(trylast=True)(getattr(Plugin, name))
    manager = need("datasette.plugins", "serve").pm
    manager.register(plugin)
    return manager


def _searched(typed: str) -> str:
    """An FTS5 query that cannot fail, in what people wrote and not in the marks for filters."""
    try:
        return f"{{title quotes}} : ({fts_query(typed)})"
    except InputError:
        return '""'
