"""Constructors of times of day."""

from __future__ import annotations

from dataclasses import replace

from timeline.model.expression import Clock, Partial, Relative
from timeline.tag.reading import Fields, Reading

_NOON = 12
_SMALL_HOURS = 5


def clock(f: Fields) -> Reading | None:
    """`21:17`, `10.30 a.m. EST`, `noon`, `half past three`."""
    hour, minute = f.integer("hour"), f.integer("minute") or 0
    if f.text("past") or f.text("short"):
        hour, minute = _by_minutes(hour, f.integer("past"), f.integer("short"))
    if hour is None or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    half = f.word("half_day")
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    hour = in_part(hour, f.word("part"))
    text = f"{hour:02d}:{minute:02d}"
    if f.text("second"):
        text += f":{f.integer('second') or 0:02d}"
    zone = f.word("zone")
    return Reading("TIME", f"XXXX-XX-XXT{text}{zone if zone == 'Z' else ''}", Clock(None, text + zone))


def _by_minutes(hour: int | None, past: int | None, short: int | None) -> tuple[int | None, int]:
    """`twenty past nine`, `quarter to eleven`."""
    if hour is None or short is None:
        return hour, past or 0
    return (hour - 2) % _NOON + 1, 60 - short


def in_part(hour: int, letters: str) -> int:
    """The hour of the day that an hour of the dial is in a part of it: 9 at night is 21."""
    late = letters in ("AF", "EV") or (letters == "NI" and hour > _SMALL_HOURS)
    return hour + _NOON if late and hour < _NOON else hour


def clock_range(f: Fields) -> tuple[Reading, ...] | None:
    """`6-9 p.m.`, `between 10:30 and 1 p.m.`: two readings, one for each end."""
    last, first, minute = clock(f), f.integer("first"), f.integer("first_minute") or 0
    hour = f.integer("hour")
    if last is None or first is None or hour is None or not 1 <= first <= _NOON:
        return None
    afternoon = (f.word("half_day") == "pm") == ((first % _NOON, minute) < (hour % _NOON, f.integer("minute") or 0))
    text = f"{first % _NOON + (_NOON if afternoon else 0):02d}:{minute:02d}"
    zone = f.word("zone")
    opening = Reading("TIME", f"XXXX-XX-XXT{text}{zone if zone == 'Z' else ''}", Clock(None, text + zone))
    middle = max(f.span("first")[1], f.span("first_minute")[1] if f.text("first_minute") else 0)
    return replace(opening, start=0, end=middle), replace(last, start=f.span("hour")[0], end=f.end())


def part(f: Fields) -> Reading | None:
    """`last night`, `Monday morning`, `tonight`, `that afternoon`, `the evening`."""
    letters, offset, leans = f.word("part"), f.integer("offset"), f.word("leans")
    weekday = f.integer("weekday")
    pick = f.value("pick")
    if isinstance(pick, list):
        offset, leans = int(pick[0]), str(pick[1])
    if not letters:
        return None
    if weekday is not None:
        day = Partial(weekday=weekday, pick=offset, leans=leans)
        return Reading("TIME", f"XXXX-WXX-{weekday + 1}T{letters}", Clock(day, letters))
    if f.word("feast"):
        return Reading("TIME", f"XXXX-XX-XXT{letters}", Clock(Partial(feast=f.word("feast")), letters))
    if offset is None:
        return Reading("TIME", f"XXXX-XX-XXT{letters}", Clock(None, letters))
    return Reading("TIME", f"XXXX-XX-XXT{letters}", Clock(Relative("day", offset, leans), letters))
