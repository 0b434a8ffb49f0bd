"""Times of day in a log that writes four figures: `0345 Vessel grounds`, `16 Apr 2210 - Pilot on board`.

One line alone could tell the year 2210. A list of them in which some figures begin with 0, and all are hours and
minutes, tells times.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.model.expression import Clock, Fixed, Partial, TimeExpression
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_EARLY = re.compile(r"\n[^\n]{0,20}?(?<![0-9])0[0-9]{3}(?![0-9])")
"""A quick look: a line that opens with figures that no year has."""
_ENTRY = re.compile(
    r"(?:\A|\n)[ \t*•·-]{0,6}(?P<day>[0-9]{1,2} [A-Za-z]{3,9}\.?,? |[A-Za-z]{3,9}\.? [0-9]{1,2},? )?"
    r"(?P<clock>[0-9]{4})(?![0-9])(?=[ \t]{0,2}[:–—-]{0,2}[ \t]{1,4}[A-Z(\[\"“])"
)
_TIME = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]")
_FIGURES = 4
_FEWEST = 3
"""Lines of a log."""


def logged(expressions: Sequence[TimeExpression], text: str) -> tuple[TimeExpression, ...]:
    """The expressions, with the four figures that open the lines of a log as times of day, of their day if told."""
    if _EARLY.search(text) is None:
        return tuple(expressions)
    entries = list(_ENTRY.finditer(text))
    told = [entry["clock"] for entry in entries]
    if len(told) < _FEWEST or not all(map(_TIME.fullmatch, told)) or not any(one[0] == "0" for one in told):
        return tuple(expressions)
    found = {e.start: e for e in expressions}
    times = [_time(text, entry, found) for entry in entries]
    ends = {time.start: time.end for time in times} | {time.end - _FIGURES: time.end for time in times}
    kept = (e for e in expressions if e.end > ends.get(e.start, -1))
    return tuple(sorted((*kept, *times), key=lambda e: e.start))


def _time(text: str, entry: re.Match[str], found: Mapping[int, TimeExpression]) -> TimeExpression:
    """The time that opens a line; without the year that its figures seemed to be."""
    clock, end = f"{entry['clock'][:2]}:{entry['clock'][2:]}", entry.end("clock")
    day = _day(found.get(entry.start("day"))) if entry["day"] else None
    start = entry.start("clock") if day is None else entry.start("day")
    date = "XXXX-XX-XX" if day is None else f"XXXX-{day.month:02}-{day.day:02}"
    return TimeExpression(start, end, text[start:end], "TIME", f"{date}T{clock}", None, "time.log", Clock(day, clock))


def _day(told: TimeExpression | None) -> Partial | None:
    meaning = told.meaning if told else None
    if isinstance(meaning, Fixed) and meaning.when.precision == Precision.DAY and meaning.when.first_day is not None:
        _, month, day = from_jdn(meaning.when.first_day)
        return Partial(month, day)
    return meaning if isinstance(meaning, Partial) and meaning.month and meaning.day else None
