"""What a shell may complete from the database: names, documents, keys. Silent where there is no database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.cli.database import chosen

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

_MOST = 60
_SECONDS = 2.0
"""A shell that waits longer has lost its reader."""
_NAMES = """
SELECT j.value AS told, count(*) || CASE count(*) WHEN 1 THEN ' event' ELSE ' events' END AS about
FROM timeline AS t, json_each(t.{column}) AS j
WHERE lower(j.value) LIKE lower(:begun) ESCAPE '\\' GROUP BY j.value ORDER BY count(*) DESC, min(t.id), 1 LIMIT {most}
"""
_SOURCES = """
SELECT document AS told, min(title) AS about FROM evidence
WHERE lower(document) LIKE '%' || lower(:begun) ESCAPE '\\' GROUP BY document ORDER BY document LIMIT {most}
"""
_KEYS = """
SELECT key AS told, title AS about FROM timeline WHERE key LIKE lower(:begun) ESCAPE '\\' ORDER BY key LIMIT {most}
"""
_DECISIONS = """
SELECT CAST(id AS TEXT) AS told, kind || coalesce(', ' || who, '') || coalesce(': ' || why, '') AS about FROM decision
WHERE id LIKE :begun ESCAPE '\\' ORDER BY id DESC LIMIT {most}
"""
_QUERIES = """
SELECT name AS told, wanted AS about FROM saved WHERE name LIKE lower(:begun) ESCAPE '\\' ORDER BY name LIMIT {most}
"""


def actors(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Canonical names, the most frequent first."""
    return _asked(ctx, _NAMES.format(column="actors", most=_MOST), incomplete)


def places(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The same of places."""
    return _asked(ctx, _NAMES.format(column="places", most=_MOST), incomplete)


def sources(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Documents with these signs in their path."""
    return _asked(ctx, _SOURCES.format(most=_MOST), incomplete)


def keys(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Keys of events, with their titles where the shell shows them."""
    return _asked(ctx, _KEYS.format(most=_MOST), incomplete)


def labels(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What a person labelled events with, the most frequent first."""
    return _asked(ctx, _NAMES.format(column="labels", most=_MOST), incomplete)


def queries(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """`@NAME` of each saved query."""
    found = _asked(ctx, _QUERIES.format(most=_MOST), incomplete.removeprefix("@"))
    for item in found:
        item.value = f"@{item.value}"
    return found


def files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files and folders: the shell knows them."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def decisions(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Numbers of decisions, the last first."""
    return _asked(ctx, _DECISIONS.format(most=_MOST), incomplete)


def _asked(ctx: click.Context, query: str, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from timeline import library
    from timeline.errors import TimelineError
    from timeline.render.foreign import clean

    begun = "".join(f"\\{sign}" if sign in "%_\\" else sign for sign in incomplete) + "%"
    try:
        with library.open(chosen(ctx), create=False) as timeline:
            found: list[dict[str, Any]] = timeline.sql(query, {"begun": begun}, seconds=_SECONDS)
    except TimelineError:
        return []
    return [CompletionItem(clean(row["told"]), help=clean(row["about"] or "")) for row in found]
