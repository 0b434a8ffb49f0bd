"""What an HTML page tells of itself: JSON-LD, meta elements, `time`, title."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from timeline.read.compose import Facts
from timeline.read.published import published

_META = re.compile(r"<meta\s[^>]{1,2000}>", re.IGNORECASE)
_PAIR = re.compile(r"""([A-Za-z:_-]{1,40})\s{0,4}=\s{0,4}(?:"([^"]{0,1500})"|'([^']{0,1500})'|([^\s"'>]{1,300}))""")
_JSON_LD = re.compile(r"<script[^>]{0,300}ld\+json[^>]{0,300}>(.{1,200000}?)</script", re.IGNORECASE | re.DOTALL)
_TIME = re.compile(r"<time\s[^>]{0,500}?datetime\s{0,4}=\s{0,4}[\"']([^\"']{4,60})[\"']", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,1000})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\s[^>]{0,500}?\blang\s{0,4}=\s{0,4}[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
_SAMPLE = 400_000

_DATES = (
    "article:published_time datepublished article:published og:published_time dc.date.issued dcterms.issued "
    "dc.date dcterms.date dcterms.created date publishdate publish-date pubdate publication_date "
    "parsely-pub-date sailthru.date citation_publication_date citation_date"
)
DATES = tuple(_DATES.split())
"""Names of meta elements, the most explicit first."""


def page_facts(page: str) -> Facts:
    """The facts, the most explicit first; a date that cannot be read is passed over."""
    page = page[:_SAMPLE]
    metas = _metas(page)
    linked = list(_linked(page))
    dates = [_text(entry.get("datePublished") or entry.get("dateCreated")) for entry in linked]
    dates += [metas.get(name, "") for name in DATES]
    dates += _TIME.findall(page)[:1]
    title = _TITLE.search(page)
    language = _LANGUAGE.search(page)
    return Facts(
        title=_first(
            [metas.get("og:title", ""), *(_text(e.get("headline")) for e in linked), title[1] if title else ""]
        ),
        publisher=_first([*(_text(e.get("publisher")) for e in linked), metas.get("og:site_name", "")]),
        author=_first([*(_text(e.get("author")) for e in linked), metas.get("author", "")]),
        language=language[1] if language else "",
        published=next((date for date in dates if date and published(date) is not None), ""),
    )


def _metas(page: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in _META.findall(page)[:500]:
        pairs = {key.lower(): html.unescape(a or b or c).strip() for key, a, b, c in _PAIR.findall(element)}
        name = (pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or "").lower()
        if name and pairs.get("content"):
            found.setdefault(name, pairs["content"])
    return found


def _linked(page: str) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that tell of an article, at any place of it."""
    for script in _JSON_LD.findall(page)[:20]:
        try:
            waiting = [json.loads(script.strip())]
        except (ValueError, RecursionError):
            continue
        for _ in range(200):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value[:50]
            elif isinstance(value, dict):
                if "datePublished" in value or "headline" in value:
                    yield value
                waiting += [inner for key, inner in value.items() if key in ("@graph", "mainEntity", "itemListElement")]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:5])))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _first(candidates: list[str]) -> str:
    return next((html.unescape(candidate).strip() for candidate in candidates if candidate.strip()), "")
