"""Cells of a table that lead somewhere: from an event to its evidence and back, to a document, to a name's events."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from timeline.library.served.metadata import legible
from timeline.render.foreign import clean
from timeline.render.quote import parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Link = Callable[[str], str]
    """The address of a table or view."""

_OTHER_KEYS = frozenset({"claim", "document", "decision"})
"""Tables whose `key` is not an event's."""


def cell(column: str, table: str | None, row: Mapping[str, Any], link: Link) -> str | None:
    """Markup for one cell, everything foreign in it escaped; None: as it is. `table` is None for a query."""
    value = row[column]
    if not isinstance(value, str) or not value:
        return None
    if column in ("key", "event_key") and table not in _OTHER_KEYS:
        return _event(value, is_evidence=table == "evidence", link=link)
    if column in ("document", "other_document"):
        return _anchor(f"{link('document')}?{urlencode({'uri': value}, errors='replace')}", value)
    if column in ("actors", "places") and value.startswith("["):
        names = json.loads(value)
        return ", ".join(_named(name, column, link) for name in names) or None
    if column == "quote":
        return _quote(row)
    return None


def _event(key: str, *, is_evidence: bool, link: Link) -> str:
    """An event leads to its evidence, a claim to its event."""
    target = legible(link, "timeline", key=key) if is_evidence else legible(link, "evidence", event_key=key)
    return _anchor(target, key)


def _named(name: str, column: str, link: Link) -> str:
    return _anchor(legible(link, "timeline", **{f"{column}__arraycontains": name}), name)


def _anchor(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(clean(words))}</a>'


def _quote(row: Mapping[str, Any]) -> str | None:
    """The sentence with its date words marked, where the row tells which they are."""
    if not {"start", "time_start", "time_end"} <= row.keys():
        return None
    before, words, after = map(escape, parts(row))
    return f"{before}<mark>{words}</mark>{after}" if words else None
