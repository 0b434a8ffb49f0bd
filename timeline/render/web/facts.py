"""What the script needs to know of the events, in columns: days, shapes, facets; JSON that no text breaks out of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.render.foreign import clean
from timeline.temporal.ordinal import from_jdn, year_bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.render.page import Row

SPAN, ONWARD, BEFORE, FINE = 1, 2, 4, 8
"""Bits of `shape`; `marks.js` measures by them. FINE: known to the day or better, so a point where it is not a span."""
_FINE = frozenset(("second", "minute", "hour", "day"))
_YEARS_FROM = 1500
"""Days from the first to the last, from which on the strip begins and ends with a year."""


def island(rows: Sequence[Row]) -> str:
    """JSON text, safe inside a `script` element: no `<`, `>`, `&`, U+2028, U+2029 stands in it as itself."""
    low, high = extent = _extent(rows)
    facts = {
        "extent": extent,
        "bounds": _with_air(low, high),
        "first": [row["first_day"] for row in rows],
        "last": [row["last_day"] for row in rows],
        "shape": [_bits(row) for row in rows],
        "facets": _facets(rows),
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _bits(row: Row) -> int:
    first, slash, last = str(row["edtf"] or "").partition("/")
    return (
        SPAN * bool(row["kind"] == "span")
        | ONWARD * (bool(slash) and last in ("..", ""))
        | BEFORE * (bool(slash) and first in ("..", ""))
        | FINE * bool(row["precision"] in _FINE and not slash)
    )


def _extent(rows: Sequence[Row]) -> tuple[int, int]:
    """The first and the last day of all; a century where nothing is dated."""
    days = [day for row in rows for day in (row["first_day"], row["last_day"]) if day is not None]
    return (min(days), max(days)) if days else year_bounds(1900, 1999)


def _with_air(low: int, high: int) -> dict[str, int]:
    """What the strip spans, `to` being the day after: a little more at either end, whole years where they are many."""
    length = high - low
    air = max(3, length // 50)
    first, last = low - air, high + air
    if length > _YEARS_FROM:
        first, last = year_bounds(from_jdn(first)[0], from_jdn(last)[0])
    return {"from": first, "to": last + 1}


def _facets(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """What there is to choose from: not the status or the precision that all events share."""
    named = source_names(rows)
    told: tuple[tuple[str, str, int, Callable[[Row], list[str]]], ...] = (
        ("actor", "Actors", 1, lambda row: list(row["actors"])),
        ("place", "Places", 1, lambda row: list(row["places"])),
        ("source", "Sources", 2, lambda row: [named[claim["document"]] for claim in row["evidence"]]),
        ("label", "Labels", 1, lambda row: row.get("labels") or []),
        ("status", "Status", 2, _statuses),
        ("precision", "Precision", 2, _precisions),
    )
    facets = [(least, {"name": name, "label": label, **_column(rows, of)}) for name, label, least, of in told]
    return [facet for least, facet in facets if len(facet["values"]) >= least]


def _precisions(row: Row) -> list[str]:
    return [row["precision"] if row["edtf"] and row["precision"] else "undated"]


def _statuses(row: Row) -> list[str]:
    told = (("disputed", row["disputed"]), ("date inferred", row["inferred"]), ("starred", row.get("starred")))
    return [row["status"], *(word for word, is_so in told if is_so)]


def source_names(rows: Sequence[Row]) -> dict[str, str]:
    """A name for each document: its title, with the file's name where two documents share one."""
    titles = {claim["document"]: claim["title"] for row in rows for claim in row["evidence"]}
    shared: dict[str, int] = {}
    for title in titles.values():
        shared[title or ""] = shared.get(title or "", 0) + 1
    return {uri: _named(uri, title or "", shared[title or ""] > 1) for uri, title in titles.items()}


def _named(uri: str, title: str, is_shared: bool) -> str:
    file = uri.rstrip("/").rpartition("/")[2] or uri
    if not title:
        return file
    return f"{title} ({file})" if is_shared else title


def _column(rows: Sequence[Row], values: Callable[[Row], list[str]]) -> dict[str, Any]:
    """The distinct values, most frequent first, and for each event the numbers of those that it has."""
    held = [list(dict.fromkeys(clean(str(value)) for value in values(row))) for row in rows]
    counts: dict[str, int] = {}
    for names in held:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    number = {name: index for index, name in enumerate(ranked)}
    return {"values": ranked, "held": [[number[name] for name in names] for names in held]}
