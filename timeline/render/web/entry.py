"""One event as a list item that needs no script: date, title, and its quotes behind a disclosure."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from timeline.render.foreign import clean
from timeline.render.quote import parts
from timeline.render.spoken import datetime_attribute, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.render.page import Row

_POINTS = ("second", "minute", "hour", "day", "week")
_SHAPES = {
    **dict.fromkeys(_POINTS, "dot"),
    **dict.fromkeys(("month", "season", "quarter", "half"), "month"),
    "year": "year",
    "decade": "decade",
    "century": "age",
    "millennium": "age",
}
_BASES = {
    "stated": "as written",
    "resolved": "counted from {anchor}",
    "inferred": "counted from a document date that is itself inferred",
    "inherited": "no date of its own: the document’s",
    "continued": "carried on from the sentence before",
}


def item(row: Row, is_one_of_many: bool = False) -> str:
    """An `<li>`; every word of a document in it is escaped, and cannot turn the line round outside its own element.

    One of very many keeps its quotes in a `noscript`: with script, they stay plain text until asked for.
    """
    note = f'<p class="note"{_direction(row["note"])}>{_text(row["note"])}</p>' if row.get("note") else ""
    quotes = note + "".join(_figure(claim, row) for claim in row["evidence"])
    if is_one_of_many:
        quotes = f"<noscript>{quotes}</noscript>"
    marks = "".join(f' <em class="{mark}">{word}</em>' for mark, word in _marks(row))
    return (
        f'<li id="e-{_text(row["key"])}"><h3>{_time(row)}<i class="{" ".join(_shape(row))}"></i>'
        f"<span{_direction(row['title'])}>{_text(row['title'])}{marks}</span></h3>"
        f"<details><summary>{_sources(row)}</summary>{quotes}</details></li>\n"
    )


def _text(value: object) -> str:
    return escape(clean(str(value)))


def _direction(text: str) -> str:
    """Text that may run from right to left finds its own direction; plain Latin text needs no asking."""
    return "" if text.isascii() else ' dir="auto"'


def _name(text: str) -> str:
    """A name kept apart from the direction of what stands around it."""
    return _text(text) if text.isascii() else f"<bdi>{_text(text)}</bdi>"


def _time(row: Row) -> str:
    words = spoken(row["edtf"], row.get("clock"))
    value = datetime_attribute(row["edtf"])
    return f'<time datetime="{value}">{_text(words)}</time>' if value else f"<b>{_text(words)}</b>"


def _marks(row: Row) -> list[tuple[str, str]]:
    marks = [("disputed", "disputed")] if row["disputed"] else []
    if row["status"] != "reported":
        marks.append(("status", _text(row["status"])))
    if row["inferred"]:
        marks.append(("status", "date inferred"))
    if row.get("starred"):
        marks.append(("star", "★ starred"))
    return [*marks, *(("label", _text(label)) for label in row.get("labels") or ())]


def _shape(row: Row) -> list[str]:
    """Classes that draw how exactly the date is known."""
    edtf = str(row["edtf"] or "")
    if not edtf:
        return ["none"]
    first, slash, last = edtf.partition("/")
    stretched = slash and row["precision"] in (*_POINTS, "month", "year")
    shape = "year" if stretched else _SHAPES.get(row["precision"], "dot")
    traits = (
        ("span", row["kind"] == "span"),
        ("soft", row["approximate"]),
        ("dash", row["uncertain"]),
        ("onward", slash and last in ("..", "")),
        ("before", slash and first in ("..", "")),
        ("disputed", row["disputed"]),
    )
    return [shape, *(trait for trait, is_so in traits if is_so)]


def _sources(row: Row) -> str:
    """`3 sources` and who and where: what the disclosure is called."""
    names = dict.fromkeys((*row["actors"], *row["places"]))
    told = f"{row['sources']} source{'' if row['sources'] == 1 else 's'}"
    return " · ".join((told, *map(_name, names)))


def _figure(claim: Mapping[str, Any], row: Row) -> str:
    """A quote with its date words marked, where it stands, and how it was dated."""
    before, words, after = (escape(part) for part in parts(claim))
    marked = f"{before}<mark>{words}</mark>{after}" if words else before
    return (
        f"<figure><blockquote{_direction(claim['quote'])}>{marked}</blockquote>"
        f"<figcaption>{_source(claim)}{_dating(claim, row)}</figcaption></figure>"
    )


def _source(claim: Mapping[str, Any]) -> str:
    uri = clean(claim["document"])
    title = clean(claim["title"] or "") or uri.rstrip("/").rpartition("/")[2] or uri
    cite = f"<cite>{_name(title)}</cite>"
    if uri.startswith(("https://", "http://")):
        cite = f'<a href="{escape(uri)}" rel="noopener noreferrer">{cite}</a>'
    told = [cite]
    if claim.get("speaker"):
        told.insert(0, f"{_name(claim['speaker'])}, quoted in")
    if claim.get("published"):
        told.append(f"published {_text(spoken(claim['published']))}")
    where = f"page {claim['page']}" if claim["page"] is not None else f"characters {claim['start']}–{claim['end']}"
    return f"{', '.join(told).replace('quoted in, ', 'quoted in ')}, {where}"


def _dating(claim: Mapping[str, Any], row: Row) -> str:
    """How the date was found; a date that differs from the event's own is set apart."""
    if not claim["edtf"]:
        return ""
    basis = _BASES.get(claim.get("basis") or "", "").format(anchor=claim.get("anchor") or "another date")
    words = f"dated {spoken(claim['edtf'])}" + (f" ({basis})" if basis else "")
    told = _text(words + (f", {claim['status']}" if claim["status"] != row["status"] else ""))
    return f" · <b>{told}</b>" if row["disputed"] and claim["edtf"] != row["edtf"] else f" · {told}"
