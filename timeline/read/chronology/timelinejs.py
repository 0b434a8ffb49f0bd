"""TimelineJS 3 (Knight Lab), the JSON form: `events` with `start_date`, `end_date`, `text`, `media`."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from timeline.model.entry import Entry
from timeline.read.chronology.events import text

_TAG = re.compile(r"<[^<>]{0,2000}>")
_PARTS = ("year", "month", "day")


def entries(value: Mapping[str, Any]) -> list[Entry]:
    """One entry a slide that has a date; slides with neither headline nor text are left out."""
    return [entry for slide in value["events"] if isinstance(slide, dict) and (entry := _entry(slide)).text]


def _entry(slide: Mapping[str, Any]) -> Entry:
    told = slide.get("text") if isinstance(slide.get("text"), dict) else {}
    media = slide.get("media") if isinstance(slide.get("media"), dict) else {}
    headline, body = _plain(told.get("headline")), _plain(told.get("text"))  # type: ignore[union-attr]
    start, end = (_date(slide.get(name)) for name in ("start_date", "end_date"))
    return Entry(
        text=headline or body,
        date=start or text(slide.get("display_date")),
        end=end if end != start else "",
        note=body if headline else "",
        source=_plain(media.get("credit")),  # type: ignore[union-attr]
        kind="span" if end and end != start else "point",
    )


def _plain(value: object) -> str:
    """Without tags and entities."""
    return text(html.unescape(_TAG.sub(" ", str(value)))) if isinstance(value, str) else ""


def _date(value: object) -> str:
    """EDTF; TimelineJS numbers the years BCE from -1, EDTF from 0."""
    if not isinstance(value, dict):
        return ""
    numbers = []
    for name in _PARTS:
        part = text(value.get(name))
        if not re.fullmatch(r"-?[0-9]{1,9}", part):
            break
        numbers.append(int(part))
    return edtf(*numbers) if numbers else ""


def edtf(year: int, month: int | None = None, day: int | None = None, *, counts_zero: bool = False) -> str:
    """Numbers as EDTF text; `counts_zero`: the year is astronomical already."""
    year = year + 1 if year < 0 and not counts_zero else year
    told = f"Y{year}" if abs(year) > 9999 else f"{'-' if year < 0 else ''}{abs(year):04d}"
    if month is None or abs(year) > 9999:
        return told
    return f"{told}-{month:02d}" + ("" if day is None else f"-{day:02d}")
