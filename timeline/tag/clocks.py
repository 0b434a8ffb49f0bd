"""Constructors of times of day."""

from __future__ import annotations

from dataclasses import replace

from timeline.model.expression import Clock, Partial, Relative
from timeline.tag.reading import Fields, Reading

_NOON = 12


def clock(f: Fields) -> Reading | None:
    """`21:17`, `10.30 a.m. EST`, `noon`, `half past three`."""
    hour, minute = f.integer("hour"), f.integer("minute") or 0
    if hour is None or hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    half = f.word("half_day")
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    part_of_day = f.word("part")
    if hour < _NOON and (part_of_day in ("AF", "EV") or (part_of_day == "NI" and hour > 5)):
        hour += _NOON
    text = f"{hour:02d}:{minute:02d}"
    if f.text("second"):
        text += f":{f.integer('second') or 0:02d}"
    zone = f.word("zone")
    return Reading("TIME", f"XXXX-XX-XXT{text}{zone if zone == 'Z' else ''}", Clock(None, text + zone))


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
    if offset is None:
        return Reading("TIME", f"XXXX-XX-XXT{letters}", Clock(None, letters))
    return Reading("TIME", f"XXXX-XX-XXT{letters}", Clock(Relative("day", offset, leans), letters))


def on_day(reading: Reading, day: Reading) -> Reading:
    """A time of day put on a day told beside it."""
    meaning = reading.meaning
    if not isinstance(meaning, Clock):
        return reading
    _, _, time = reading.value.partition("T")
    moved = replace(meaning, day=day.meaning)  # type: ignore[arg-type]
    return Reading("TIME", f"{day.value}T{time}", moved, reading.mod)
