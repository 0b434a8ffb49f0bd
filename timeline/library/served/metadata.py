"""What datasette tells of the database: titles, a description of every column, facets, search, ready queries."""

from __future__ import annotations

import json
import os
import tomllib
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from timeline.render import json_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PAGE = "/-/timeline"
"""Where the HTML timeline is."""


@cache
def told() -> dict[str, Any]:
    """The file `database.toml`."""
    with open(os.path.join(os.path.dirname(__file__), "database.toml"), "rb") as file:  # noqa: PTH118, PTH120, PTH123
        return tomllib.load(file)


def metadata(name: str, saved: Iterable[str], link: Callable[[str], str]) -> dict[str, Any]:
    """The metadata of a datasette with one database; `saved`: views of saved queries; `link(view)`: its address."""
    of_events = told()["views"]["timeline"]
    tables = {view: dict(facts) for view, facts in told()["views"].items()}
    for view in saved:
        tables[view] = of_events | {"title": view, "description": f"The saved query @{view}: one row an event."}
    for view in ("timeline", *saved):
        tables[view]["columns"] = described("event")
    tables["evidence"]["columns"] = described("claim")
    tables |= {table: {"hidden": True} for table in told()["hidden"]}
    tables |= {view: {"allow": False} for view in told()["closed"]}
    about = _about(link)
    database = {"description_html": about, "tables": tables, "queries": _queries()}
    return {"title": f"Timeline: {name}", "description_html": about, "databases": {name: database}}


def described(kind: str) -> dict[str, str]:
    """Columns with their descriptions, as the JSON Schema has them; `kind`: `event` or `claim`."""
    keys = json.loads(json_schema())["$defs"][kind]["properties"]
    return {key: facts["description"] for key, facts in keys.items() if key != "evidence"}


def legible(link: Callable[[str], str], view: str, **filters: str) -> str:
    """The address of a view with the columns that a person reads, and filters."""
    columns = [("_col", name) for name in told()["views"][view]["legible"]]
    return f"{link(view)}?{urlencode([*filters.items(), *columns], errors='replace')}"


def _queries() -> dict[str, dict[str, str]]:
    return {name: dict(query, sql=query["sql"].strip()) for name, query in told()["queries"].items()}


def _about(link: Callable[[str], str]) -> str:
    return (
        f'<p><a href="{escape(legible(link, "timeline"))}"><strong>What happened</strong></a>, to filter and search · '
        f'<a href="{PAGE}"><strong>the timeline as a page</strong></a> · '
        f'<a href="{escape(link("disputed"))}">where sources contradict each other</a> · '
        f'<a href="{escape(legible(link, "evidence"))}">every claim with its quote</a></p>'
    )
