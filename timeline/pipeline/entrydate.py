"""The dates of hand-made chronologies: EDTF, numbers with slashes, ranges as people type them, and what texts say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.resolve import resolve
from timeline.tag import tag
from timeline.temporal.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.languages import Language
    from timeline.model.entry import Entry

_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})\Z")
_MONTH = re.compile(r"([0-9]{1,2})[/.]([0-9]{4})\Z")
_LOOSE = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?\Z")
_YEARS = re.compile(r"([0-9]{4}) ?[-–—/] ?([0-9]{4}|[0-9]{2})\Z")
_RANGE = re.compile(r"(.{1,60}?)(?: - | ?[–—] ?| to | until |(?<=[0-9a-z])-(?=[0-9]{1,2} ))(.{1,60})\Z")
_OPEN = re.compile(r"(after|since|from|before|until|up to|by) (.{1,60})\Z", re.ASCII)


def day_comes_first(entries: Iterable[Entry]) -> bool | None:
    """Whether `12/05/1994` is in May: what another date of the chronology shows; None where none does."""
    for entry in entries:
        for told in (entry.date, entry.end):
            found = _NUMBERS.match(told.strip())
            if found and found[2] != "." and max(int(found[1]), int(found[3])) > 12:
                return int(found[1]) > 12
    return None


def is_doubtful(told: str) -> bool:
    """A day and a month that could be each other."""
    found = _NUMBERS.match(told.strip())
    return bool(
        found and found[2] != "." and int(found[1]) != int(found[3]) and max(int(found[1]), int(found[3])) <= 12
    )


def read_date(entry: Entry, language: Language, day_first: bool | None = None) -> Interval | None:
    """When an entry says that it happened; None where it does not, or not in words that can be read."""
    start, end = (_interval(told.strip(), language, day_first) for told in (entry.date, entry.end))
    return _between(start, end) or start if start and end else start or end


def _interval(told: str, language: Language, day_first: bool | None) -> Interval | None:
    """One date, or a stretch between two; the clock is never asked."""
    return _one(told, language, day_first) or _stretch(told, language, day_first) or _open(told, language, day_first)


def _one(told: str, language: Language, day_first: bool | None) -> Interval | None:
    """EDTF, numbers, or words that are one date and nothing else."""
    try:
        return Interval.parse(_iso(told, day_first))
    except InputError:
        mentions = [m for m in resolve(tag(told, language), told, language, None, "news") if m.when is not None]
    whole = [m for m in mentions if m.end - m.start >= len(told.strip(" .,;:()[]"))]
    return whole[0].when if len(mentions) == len(whole) == 1 else None


def _iso(told: str, day_first: bool | None) -> str:
    """Numbers in the order of ISO 8601; a month comes first only with slashes, where nothing shows otherwise."""
    if found := _NUMBERS.match(told):
        first, second = int(found[1]), int(found[3])
        is_day = found[2] == "." or first > 12 or (bool(day_first) and second <= 12)
        day, month = (first, second) if is_day else (second, first)
        return f"{found[4]}-{month:02}-{day:02}"
    if found := _MONTH.match(told):
        return f"{found[2]}-{int(found[1]):02}"
    if found := _LOOSE.match(told):
        return "-".join([found[1], *(f"{int(part):02}" for part in found.groups()[1:] if part)])
    return told


def _stretch(told: str, language: Language, day_first: bool | None) -> Interval | None:
    """`1991–92`, `12-14 May 2010`, `May 1994 to June 1995`: the first is completed by what the second says."""
    if found := _YEARS.match(told):
        last = found[2] if len(found[2]) == 4 else found[1][:2] + found[2]
        return _between(Interval.year(int(found[1])), Interval.year(int(last)))
    found = _RANGE.match(told)
    end = found and _one(found[2].strip(), language, day_first)
    if not found or not end:
        return None
    words = found[2].split()
    starts = (_one(" ".join([found[1].strip(), *words[at:]]), language, day_first) for at in range(len(words), 0, -1))
    return next((stretch for start in starts if start and (stretch := _between(start, end))), None)


def _open(told: str, language: Language, day_first: bool | None) -> Interval | None:
    """`after 1991`, `before May 1914`."""
    found = _OPEN.match(told.lower())
    edge = found and _one(told[found.start(2) :], language, day_first)
    if not found or not edge:
        return None
    return Interval.between(edge, None) if found[1] in ("after", "since", "from") else Interval.between(None, edge)


def _between(start: Interval, end: Interval) -> Interval | None:
    try:
        return Interval.between(start, end)
    except InputError:
        return None
