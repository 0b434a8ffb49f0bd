"""What the columns `date`, `year` and `month` say of day numbers."""

from __future__ import annotations

from functools import lru_cache

from timeline.temporal.ordinal import from_jdn


@lru_cache(maxsize=1 << 15)
def iso(day: int | None) -> str | None:
    """`2020-11-10`; `-0043-03-15` for 44 BCE; more digits beyond year 9999."""
    if day is None:
        return None
    year, month, day_of_month = from_jdn(day)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day_of_month:02d}"


@lru_cache(maxsize=1 << 15)
def year_and_month(first_day: int | None, last_day: int | None) -> tuple[int | None, int | None]:
    """Year of the first day (astronomical); its month, where the last day lies in the same one."""
    if first_day is None:
        return None, None
    year, month, _ = from_jdn(first_day)
    same = last_day is not None and last_day - first_day < 31 and from_jdn(last_day)[:2] == (year, month)
    return year, month if same else None
