"""What the script needs to know of the events, in columns: days, shapes, facets; JSON that no text breaks out of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.render.foreign import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.render.page import Row

SPAN, SOFT, DASH, DISPUTED, ONWARD, BEFORE, FINE = 1, 2, 4, 8, 16, 32, 64
"""Bits of `shape`; `strip.js` draws by them. FINE: known to the day or better, so a point where it is not a span."""
_FINE = frozenset(("second", "minute", "hour", "day"))


def island(rows: Sequence[Row]) -> str:
    """JSON text, safe inside a `script` element: no `<`, `>`, `&`, U+2028, U+2029 stands in it as itself."""
    facts = {
        "first": [row["first_day"] for row in rows],
        "last": [row["last_day"] for row in rows],
        "shape": [_bits(row) for row in rows],
        "facets": [{"name": name, **_column(rows, values)} for name, values in _facets(rows)],
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _bits(row: Row) -> int:
    first, slash, last = str(row["edtf"] or "").partition("/")
    return (
        SPAN * bool(row["kind"] == "span")
        | SOFT * bool(row["approximate"])
        | DASH * bool(row["uncertain"])
        | DISPUTED * bool(row["disputed"])
        | ONWARD * (bool(slash) and last in ("..", ""))
        | BEFORE * (bool(slash) and first in ("..", ""))
        | FINE * bool(row["precision"] in _FINE and not slash)
    )


def _facets(rows: Sequence[Row]) -> list[tuple[str, Callable[[Row], list[str]]]]:
    named = source_names(rows)
    return [
        ("actor", lambda row: list(row["actors"])),
        ("place", lambda row: list(row["places"])),
        ("source", lambda row: [named[claim["document"]] for claim in row["evidence"]]),
        ("label", lambda row: row.get("labels") or []),
        ("status", _statuses),
        ("precision", lambda row: [row["precision"] if row["edtf"] and row["precision"] else "undated"]),
    ]


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
    of = [list(dict.fromkeys(clean(str(value)) for value in values(row))) for row in rows]
    counts: dict[str, int] = {}
    for names in of:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    number = {name: index for index, name in enumerate(ranked)}
    return {"values": ranked, "of": [[number[name] for name in names] for names in of]}
