"""Times of day in a log that writes four figures: `0345 Vessel grounds`, `16 Apr 2210 - Pilot on board`.

One line alone could tell the year 2210. A list of them in which some figures begin with 0, and all are hours and
minutes, tells times.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from timeline.languages import Language
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
INSIDE, _PARTED = "time.log_inside", "date.log_head"
_JOINT = 5
"""Characters between two days of one head."""
_FIGURES = 4
_FEWEST = 3
"""Lines of a log."""


def logged(expressions: Sequence[TimeExpression], text: str, language: Language) -> tuple[TimeExpression, ...]:
    """The expressions, with the four figures that open the lines of a log as times of day, of their day if told."""
    if _EARLY.search(text) is None or "log_behind" not in language.resolve:
        return tuple(expressions)
    entries = list(_ENTRY.finditer(text))
    told = [entry["clock"] for entry in entries]
    if len(told) < _FEWEST or not all(map(_TIME.fullmatch, told)) or not any(one[0] == "0" for one in told):
        return tuple(expressions)
    expressions = _parted(expressions, text, entries)
    found = {e.start: e for e in expressions}
    times = [_time(text, entry, found) for entry in entries]
    times += _told_within(text, entries, found, language)
    return tuple(sorted((*_beside(expressions, times), *times), key=lambda e: e.start))


def _parted(
    expressions: Sequence[TimeExpression], text: str, entries: Sequence[re.Match[str]]
) -> Sequence[TimeExpression]:
    """`NIGHT WATCH 4/5 MARCH`, and below `2130 Gate shut`: a day without its year, that of the figures."""
    figures = {entry.end("clock"): entry.start("clock") for entry in entries}
    if figures.keys().isdisjoint(e.end for e in expressions if e.start < figures.get(e.end, 0)):
        return expressions
    parted: list[TimeExpression] = []
    for one in reversed(expressions):
        begins = figures.get(one.end, 0)
        named = any(sign.isalpha() for sign in text[one.start : begins])  # not `draught 8.1.`, and below the entry
        day = _day(one) if named else None
        if day is None and parted and parted[-1].rule == _PARTED and parted[-1].start - one.end <= _JOINT:
            day, begins = _day(one), one.end  # the first of `4/5 MARCH`
        if day is not None:
            end = one.start + len(text[one.start : begins].rstrip())
            value = f"XXXX-{day.month:02}-{day.day:02}"
            parted.append(TimeExpression(one.start, end, text[one.start : end], "DATE", value, None, _PARTED, day))
        else:
            parted.append(one)
    return parted[::-1]


def _beside(expressions: Sequence[TimeExpression], times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """The expressions that no time of the log takes up: not `1.\\n1740` as a date."""
    spans = sorted((time.start, time.end) for time in times)
    starts = [start for start, _ in spans]
    for expression in expressions:
        at = bisect_left(starts, expression.end) - 1
        if at < 0 or spans[at][1] <= expression.start:
            yield expression


def _told_within(
    text: str, entries: Sequence[re.Match[str]], found: Mapping[int, TimeExpression], language: Language
) -> list[TimeExpression]:
    """`1552 At buoy. Pilot boarded 1606, all fast 1718.`: figures like years, no earlier than the entry, are times."""
    times, inside, numbers = [], _inside(language), language.resolve["log_numbers"]
    for number, entry in enumerate(entries):
        end = entries[number + 1].start() if number + 1 < len(entries) else len(text)
        blank = text.find("\n\n", entry.end(), end)
        for one in inside.finditer(text, entry.end(), end if blank < 0 else blank):
            tagged = found.get(one.start("clock"))
            if (tagged is not None and tagged.end > one.end("clock")) or one["clock"] < entry["clock"]:
                continue
            if one["before"].lower() in numbers or (one["before"].isupper() and not one["before"].startswith("ET")):
                continue
            start, clock = one.start("clock"), f"{one['clock'][:2]}:{one['clock'][2:]}"
            value = f"XXXX-XX-XXT{clock}"
            made = TimeExpression(
                start, start + _FIGURES, one["clock"], "TIME", value, None, INSIDE, Clock(None, clock)
            )
            times.append(made)
    return times


@lru_cache(maxsize=32)
def _inside(language: Language) -> re.Pattern[str]:
    """Four figures in a sentence that may be a time, and the word before them."""
    behind = "|".join(language.resolve["log_behind"])
    return re.compile(
        r"(?P<before>[A-Za-z0-9]{1,20})[.:,]?\s{1,12}(?P<clock>(?:[01][0-9]|2[0-3])[0-5][0-9])"
        rf"(?=[,;)]|\.(?![0-9])|\s*\Z|\n| (?:{behind})\b)"
    )


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
