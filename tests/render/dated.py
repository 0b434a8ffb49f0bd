"""Events dated by EDTF text alone."""

from __future__ import annotations

from typing import Any

from tests.render.rows import event
from timeline.temporal.interval import Interval


def dated(edtf: str, **fields: Any) -> dict[str, Any]:
    """Its key is its date."""
    when = Interval.parse(edtf)
    told = {"edtf": edtf, "precision": str(when.precision), "year": when.calendar_year, "key": edtf}
    return event(**told | {"first_day": when.first_day, "last_day": when.last_day} | fields)
