"""Which field of a record is its text, its title, its date: told by the user, else guessed from usual names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

USUAL = {
    "text": "text body content article_text article full_text fulltext maintext main_text articleBody content_text "
    "content_html story message tweet transcript passage document abstract summary description what what_happened "
    "happened event events entry details detail notes note remarks comments comment narrative",
    "title": "title headline heading subject title_full",
    "published": "published publication_date publicationdate pub_date pubdate published_at publishedat publish_date "
    "date_published datepublished date_publish dct datetime date created_at createdat created_utc created posted "
    "timestamp time when day event_date",
    "id": "id doc_id docid document_id article_id uid uuid guid key doc",
    "url": "url link uri permalink href source_url canonical_url",
    "publisher": "publisher outlet newspaper site site_name source_name source domain",
    "author": "author authors byline creator by",
    "language": "language lang",
}
"""In order of preference; `created_at` → `createdat` when compared without marks and case."""
_USUAL = {name: tuple(dict.fromkeys(_names.replace("_", "").lower().split())) for name, _names in USUAL.items()}
_RANKS = {name: {candidate: rank for rank, candidate in enumerate(usual)} for name, usual in _USUAL.items()}


def fields(record: Mapping[str, Any], told: Mapping[str, str]) -> dict[str, str]:
    """Our names → the record's, for those that it has."""
    bare: dict[str, str] = {}
    for name in record:
        bare.setdefault(_bare(str(name)), str(name))
    found = {name: taken for name, taken in told.items() if taken}
    for name, usual in _USUAL.items():
        if name not in found:
            hits = (bare[candidate] for candidate in usual if candidate in bare and _has(record[bare[candidate]], name))
            first = next(hits, None)
            if first is not None:
                found[name] = first
    return found


def chosen(record: Mapping[str, Any], told: Mapping[str, str], name: str) -> str:
    """The record's name for one of ours, as `fields` has it; empty where it has none."""
    if told.get(name):
        return told[name]
    ranks = _RANKS[name]
    found, best = "", len(ranks)
    for candidate in record:
        rank = ranks.get(_bare(str(candidate)), best)
        if rank < best and _has(record[candidate], name):
            found, best = str(candidate), rank
    return found


def usual(record: Mapping[str, Any], name: str) -> str | None:
    """The record's name that one of ours usually goes by, whatever it holds; None where it has none."""
    ranks = _RANKS[name]
    return min(
        (told for told in map(str, record) if _bare(told) in ranks), key=lambda told: ranks[_bare(told)], default=None
    )


@lru_cache(maxsize=1 << 12)
def _bare(name: str) -> str:
    """Without marks and case, as names are compared."""
    return name.replace("_", "").replace("-", "").replace(" ", "").lower()


def _has(value: Any, name: str) -> bool:
    """Whether a value can be what a field of this name should hold."""
    if name == "text":
        return isinstance(value, str | list) and bool(value)
    return value not in (None, "", [], {})


def field(record: Mapping[str, Any], name: str) -> Any:
    """The value of a field; `article.body` reaches into nested objects; None where there is none."""
    if not name or name in record:
        return record.get(name)
    value: Any = record
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def identity(record: Any, told: Mapping[str, str]) -> str | None:
    """What a record is named by: its id, else its address; None when it has neither."""
    if not isinstance(record, Mapping):
        return None
    for name in ("id", "url"):
        for candidate in (told[name],) if name in told else _USUAL[name]:
            value = record.get(candidate) if candidate in record else None
            if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
                return " ".join(str(value).split())[:300]
    return None
