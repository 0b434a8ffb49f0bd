"""Constructors of what leans on another time, and of lengths, sets and vague words."""

from __future__ import annotations

from timeline.model import timex
from timeline.model.expression import Anniversary, Length, Partial, Relative, Repeat, Shift, Vague
from timeline.tag.dates import calendar, partial, season
from timeline.tag.reading import Fields, Reading
from timeline.temporal.duration import Duration

_PARTS = {"START": "start", "MID": "mid", "END": "end"}
_LETTERS = {
    "century": ("P", 100, "Y"), "decade": ("P", 10, "Y"), "millennium": ("P", 1000, "Y"), "fortnight": ("P", 2, "W"),
    "year": ("P", 1, "Y"), "quarter": ("P", 1, "Q"), "half": ("P", 6, "M"), "season": ("P", 3, "M"),
    "month": ("P", 1, "M"), "weekend": ("P", 1, "WE"), "week": ("P", 1, "W"), "day": ("P", 1, "D"),
    "night": ("P", 1, "D"), "hour": ("PT", 1, "H"), "minute": ("PT", 1, "M"), "second": ("PT", 1, "S"),
}  # fmt: skip
_PLURALS = {"century": ("P", "C"), "decade": ("P", "DE"), "millennium": ("P", "L"), "night": ("P", "D")}
_ROUND = 500
"""So many years and more are a round number: `five thousand years ago`."""
_FARTHEST = 20_000
"""Beyond so many units a count is no date: `66 million years ago`."""
_FINER = {"Y": (12, "M"), "H": (60, "M"), "M": (30, "D"), "W": (7, "D"), "D": (24, "H")}
_DURATIONS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "H": "hours", "S": "seconds"}


def relative(f: Fields) -> Reading | None:
    """`last year`, `this week`, `yesterday`, `the previous day`, `that month`."""
    unit, offset = f.word("unit"), f.integer("offset")
    leans = f.word("leans")
    picked = f.value("pick")
    if isinstance(picked, list):
        offset, leans = int(picked[0]), str(picked[1]) or leans
    if offset is None or unit not in timex.UNKNOWN:
        return None
    kind = "TIME" if unit in ("hour", "minute", "second") else "DATE"
    mod = f.word("mod") or None
    return Reading(kind, timex.UNKNOWN[unit], Relative(unit, offset, leans, _PARTS.get(mod or "", "")), mod)


def picked(f: Fields) -> Reading | None:
    """`last March`, `next Friday`, `this summer`, `the following Monday`, `that Christmas`."""
    base = season(f) if f.integer("season") is not None else calendar(f) if f.integer("month") else partial(f)
    pick = f.value("pick")
    if not isinstance(base, Reading) or not isinstance(base.meaning, Partial) or not isinstance(pick, list):
        return None
    meaning = base.meaning
    moved = Partial(
        meaning.month, meaning.day, meaning.weekday, meaning.season, None, False, meaning.feast, meaning.fiscal,
        int(pick[0]), str(pick[1]),
    )  # fmt: skip
    return Reading(base.type, base.value, moved, base.mod)


def shift(f: Fields) -> Reading | None:
    """`two weeks ago`, `five years later`, `a month earlier`, `four days after the First Notice`."""
    unit, count = f.word("unit"), f.count("count")
    sign, leans = f.integer("sign") or 1, f.word("leans")
    way = f.value("way")
    if isinstance(way, list):
        sign, leans = int(way[0]), str(way[1])
    vague = count is None or f.word("plural") == "X" or count * _LETTERS.get(unit, ("", 1, ""))[1] > _FARTHEST
    length = _duration(unit, 1 if count is None or vague else count)
    if length is None:
        return None
    far = count is not None and count * _LETTERS[unit][1] >= _ROUND and _LETTERS[unit][2] == "Y"
    part = "about" if far else ""
    kind = "TIME" if unit in ("hour", "minute", "second") else "DATE"
    value = timex.UNKNOWN.get({"fortnight": "week", "night": "day"}.get(unit, unit), "XXXX")
    return Reading(
        kind,
        value,
        Shift(length, sign, leans, f.text("event") or f.word("counted"), vague, part),
        f.word("mod") or None,
    )


def _duration(unit: str, count: float) -> Duration | None:
    letters = _LETTERS.get(unit)
    if letters is None or count > 1_000_000:
        return None
    _, times, letter = letters
    number = count * times
    if letter == "Q":
        number, letter = number * 3, "M"
    if letter == "WE":
        letter = "W"
    clock = letters[0] == "PT"
    if number != int(number):
        factor, letter = (
            _FINER.get(letter, (1, letter)) if not clock else (60, {"H": "M", "M": "S"}.get(letter, letter))
        )
        number *= factor
    name = {"M": "minutes"}.get(letter, _DURATIONS[letter]) if clock else _DURATIONS[letter]
    return Duration(**{name: round(number)})


def length(f: Fields) -> Reading | None:
    """`44 days`, `several weeks`, `two and a half years`, `years`."""
    unit = f.word("unit")
    count = None if f.word("plural") == "X" else f.count("count")
    iso = iso_length(unit, count)
    return Reading("DURATION", iso, Length(iso), f.word("mod") or None) if iso else None


def lengths(f: Fields) -> tuple[Reading, ...] | None:
    """`two to three weeks`: both counts are lengths."""
    last, one = f.count("more"), f.count("count")
    first, second = (iso_length(f.word("unit"), count) for count in (one, last))
    if one is None or last is None or not first or not second:
        return None
    return (
        Reading("DURATION", first, Length(first), start=0, end=f.span("count")[1]),
        Reading("DURATION", second, Length(second), start=f.span("more")[0], end=f.end()),
    )


def iso_length(unit: str, count: float | None) -> str:
    """TIMEX3 of a count of units: `P2M`, `PT1H30M`, `PXY` where the count is not told."""
    if unit not in _LETTERS:
        return ""
    start, times, letter = _LETTERS[unit]
    if count is None:
        start, letter = _PLURALS.get(unit, (start, letter))
        return f"{start}X{letter}"
    number = count * times
    if number == int(number):
        return f"{start}{int(number)}{letter}"
    return start + _mixed(number, letter, clock=start == "PT")


def _mixed(number: float, letter: str, *, clock: bool) -> str:
    """Two and a half years are `2Y6M`, one and a half hours `1H30M`."""
    finer = {"H": (60, "M"), "M": (60, "S")} if clock else {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D")}
    if letter not in finer:
        return f"{number:g}{letter}"
    whole = int(number)
    times, small = finer[letter]
    rest = round((number - whole) * times)
    joint = "T" if not clock and small == "H" else ""
    return (f"{whole}{letter}" if whole else "") + (f"{joint}{rest}{small}" if rest else "")


def repeat(f: Fields) -> Reading | None:
    """`daily`, `every Friday`, `twice a week`, `weekends`."""
    iso = f.word("iso")
    weekday, unit, part = f.integer("weekday"), f.word("unit"), f.word("part")
    if weekday is not None:
        iso = f"XXXX-WXX-{weekday + 1}" + (f"T{part}" if part else "")
    elif part:
        iso = f"XXXX-XX-XXT{part}"
    elif 1 <= (f.integer("day") or 0) <= 31:
        iso = timex.day(None, f.integer("month"), f.integer("day") or 1)
    elif f.integer("month") is not None:
        iso = timex.month(None, f.integer("month") or 1)
    elif f.integer("season") is not None:
        iso = timex.season(None, f.integer("season") or 21)
    elif unit:
        iso = iso_length(unit, f.count("count"))
    return Reading("SET", iso, Repeat(iso)) if iso else None


def repeat_pair(f: Fields) -> tuple[Reading, ...] | None:
    """`Monday and Tuesday nights`: each of them recurs."""
    one, two, part = f.integer("weekday"), f.integer("second"), f.word("part")
    if one is None or two is None:
        return None
    first, second = (f"XXXX-WXX-{number + 1}T{part}" for number in (one, two))
    return (
        Reading("SET", first, Repeat(first), start=0, end=f.span("weekday")[1]),
        Reading("SET", second, Repeat(second), start=f.span("second")[0], end=f.end()),
    )


def vague(f: Fields) -> Reading | None:
    """`now`, `recently`, `soon`."""
    ref = f.value("ref")
    return Reading("DATE", str(ref), Vague(str(ref))) if ref is not None else None


def anniversary(f: Fields) -> Reading | None:
    """`the first anniversary of Victory Day`."""
    years = f.integer("ordinal")
    return Reading("DATE", "XXXX-XX-XX", Anniversary(years)) if years and years <= 2000 else None


def nothing(_: Fields) -> tuple[Reading, ...]:
    """Read, and no time: an age."""
    return ()
