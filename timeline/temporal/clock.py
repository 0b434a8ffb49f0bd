"""Times of day as told, beside a date: `HH:MM[:SS][Z|±HH:MM]`. Zones are kept, never applied."""

from __future__ import annotations

import re

from timeline.errors import InputError
from timeline.temporal.precision import Precision

DAY_SECONDS = 86400

_CLOCK = re.compile(
    r"([01]?[0-9]|2[0-3])(?::([0-5][0-9])(?::([0-5][0-9]|60))?)?"
    r"(?: ?(?:(Z|UTC|GMT)|([+-])(0?[0-9]|1[0-9]|2[0-3])(?::?([0-5][0-9]))?))?"
)


def read_clock(text: str) -> tuple[str, Precision]:
    """Normalise a time of day, and say how fine it is: `9` → (`09:00`, hour), `9:05 UTC` → (`09:05Z`, minute).

    Raises `InputError` with `.text`.
    """
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise InputError(f"{text[:40]!r} is not a time of day; write it as 21:05, 21:05:30 or 21:05+04:00.", text=text)
    hour, minute, second, utc, sign, shift_hours, shift_minutes = match.groups()
    if second == "60" and int(minute) % 15 != 14:  # a leap second ends an hour of UTC, and zones differ by quarters
        raise InputError("A minute has 60 seconds, 00 to 59.", text=text)
    zone = "Z" if utc else f"{sign}{int(shift_hours):02d}:{shift_minutes or '00'}" if sign else ""
    if zone == "-00:00":
        raise InputError("No zone is -00:00; write Z.", text=text)
    precision = Precision.SECOND if second else Precision.MINUTE if minute else Precision.HOUR
    return f"{int(hour):02d}:{minute or '00'}" + (f":{second}" if second else "") + zone, precision


def later(clock: str, seconds: int, *, to_seconds: bool) -> tuple[int, str]:
    """(Days gone over, clock) so many seconds later in the same zone; to the second, or to the minute."""
    told = 8 if clock[5:6] == ":" else 5
    time, zone = clock[:told], clock[told:]
    since = int(time[:2]) * 3600 + int(time[3:5]) * 60 + int(time[6:8] or 0)
    days, rest = divmod(since + seconds, DAY_SECONDS)
    shown = f"{rest // 3600:02d}:{rest // 60 % 60:02d}"
    return days, (f"{shown}:{rest % 60:02d}" if to_seconds else shown) + zone
