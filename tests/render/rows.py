"""Events as the store gives them, for renderers to show."""

from __future__ import annotations

from typing import Any


def evidence(**fields: Any) -> dict[str, Any]:
    """One claim of the `evidence` view."""
    row = {
        "event_id": 1, "event_key": "abcd23efgh45", "document": "notes.txt", "title": "Notes",
        "published": None, "page": None,
        "start": 100, "end": 130, "quote": "The bridge opened in May 1894.", "time_text": "May 1894", "edtf": "1894-05",
        "status": "reported", "rule": "date.month_year", "anchor": None, "claim_key": "claimkey0001",
        "claim_title": "The bridge opened", "time_start": 121, "time_end": 129, "basis": "stated", "speaker": None,
        "negated": False,
    }  # fmt: skip
    return row | fields


def event(**fields: Any) -> dict[str, Any]:
    """One row of the `timeline` view with its evidence."""
    row = {
        "id": 1, "key": "abcd23efgh45", "date": "1894-05-01", "date_latest": "1894-05-31", "year": 1894, "decade": 1890,
        "month": 5, "edtf": "1894-05", "precision": "month", "approximate": False, "uncertain": False, "kind": "point",
        "title": "The bridge opened", "status": "reported", "actors": ["Harbour Board"], "places": ["Leith"],
        "documents": 1, "mentions": 1, "sources": 1, "disputed": False, "inferred": False, "salience": 1.0,
        "first_day": 2412950, "last_day": 2412980, "clock": None, "evidence": [evidence()],
    }  # fmt: skip
    return row | fields


DISPUTED = event(
    id=2,
    key="q2xyabcdefgh",
    edtf="1891/..",
    precision="year",
    year=1891,
    kind="span",
    title="Engineers closed the old ferry",
    sources=3,
    documents=3,
    mentions=3,
    disputed=True,
    evidence=[
        evidence(edtf="1891/..", document="a.txt"),
        evidence(edtf="1891/..", document="b.txt"),
        evidence(edtf="1892", document="c.txt"),
    ],
)
PLANNED = event(id=3, key="q2zzabcdefgh", title="The Board will dredge the harbour", status="planned", edtf="1895~")
UNDATED = event(
    id=4, key="zz2zabcdefgh", title="A storm broke the pier", edtf=None, year=None, precision=None, first_day=None
)
