"""TimelineJS 3 JSON: dates only as far as they are known, with the date in words beside them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from timeline.render.entry import entry
from timeline.render.foreign import clean
from timeline.render.formats.json import line
from timeline.render.parts import parts
from timeline.render.quote import parts as quoted
from timeline.render.quote import place
from timeline.render.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row

_NAMES = ("year", "month", "day")


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """One slide an event, with the quotes of its sources; an event without a beginning is left out."""
    yield f'{{"title": {line({"text": {"headline": escape(clean(page.title))}})}, "events": ['
    before, left_out = "\n", 0
    for row in events:
        slide = _slide(row)
        if slide is None:
            left_out += 1
            continue
        yield before + line(slide)
        before = ",\n"
    yield "\n]}\n"
    if left_out:
        page.remark(f"{left_out} left out: undated, or without a beginning")


def _slide(row: Row) -> dict[str, Any] | None:
    known = parts(row)
    if known is None or known.first is None:
        return None
    told = entry(row)
    marks = f" ({', '.join(told.marks)})" if told.marks else ""
    slide = {
        "start_date": _date(known.first),
        "display_date": spoken(row["edtf"], row.get("clock")) + marks,
        "text": {"headline": escape(told.title), "text": "".join(map(_quote, row["evidence"]))},
        "unique_id": row["key"],
    }
    if known.last is not None:
        slide["end_date"] = _date(known.last)
    if row["places"]:
        slide["group"] = escape(clean(row["places"][0]))
    return slide


def _date(date: tuple[int, ...]) -> dict[str, int]:
    """Years before the common era are negative there, and there is no year 0."""
    year = date[0] if date[0] > 0 else date[0] - 1
    return dict(zip(_NAMES, (year, *date[1:]), strict=False))


def _quote(claim: Row) -> str:
    before, words, after = map(escape, quoted(claim))
    marked = f"{before}<b>{words}</b>{after}" if words else before
    return f"<blockquote>{marked}<br><small>{escape(place(claim))}</small></blockquote>"
