"""The date column: an EDTF date in the few words that show how exactly it is known."""

from __future__ import annotations

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PARTS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "first half", "41": "second half"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PARTS_OF_A_DECADE = {("0", "3"): "early", ("4", "6"): "mid", ("7", "9"): "late"}
_PARTS_OF_A_CENTURY = {("00", "33"): "early", ("34", "66"): "mid", ("67", "99"): "late"}


def in_words(edtf: str | None, precision: str | None = None) -> str:
    """`1990/1993~` of precision decade is `early 1990s`, `1991/..` is `1991 …`, `-0043` is `44 BCE`; None is `undated`.

    Years, months and days stay as they are written in EDTF: those sort and can be typed back.
    """
    if not edtf:
        return "undated"
    if "/" not in edtf:
        return _point(edtf)
    first, _, last = edtf.partition("/")
    if last in ("..", ""):
        return f"{_point(first)} …"
    if first in ("..", ""):
        return f"… {_point(last)}"
    if precision in ("decade", "century"):
        told = _part(first.rstrip("~?%"), last.rstrip("~?%"))
        if told:
            return told
    if precision == "week":
        return f"week of {_point(first)}"
    return f"{_without(_point(first), _point(last))} – {_shortened(first, last)}"


def stretch(year: int, size: int) -> int:
    """Which stretch of 1, 10, 100 … years an astronomical year is in, for `of_years`; those before 1 CE count back."""
    if size == 1:
        return year
    return year // size if year > 0 else -1 - (1 - year) // size if size == 10 else -1 - -year // size


def of_years(number: int, size: int) -> str:
    """The words for a stretch: `1994`, `1990s`, `20th century`; before the common era `44 BCE`, `40s BCE`."""
    if size == 1:
        return str(number) if number > 0 else f"{1 - number} BCE"
    nth, era = (number, "") if number >= 0 else (-1 - number, " BCE")
    if size == 10:
        return f"{nth}0s{era}" if nth else f"1–9{era or ' CE'}"
    name = {100: "century", 1000: "millennium"}.get(size)
    return f"{_ordinal(nth + 1)} {name}{era}" if name else f"{nth * size:,}–{(nth + 1) * size:,}{era}"


def _point(edtf: str) -> str:
    bare = edtf.rstrip("~?%")
    mark = edtf[len(bare) :]
    before = "c. " if mark in ("~", "%") else ""
    after = "?" if mark in ("?", "%") else ""
    return f"{before}{_calendar(bare)}{after}"


def _calendar(bare: str) -> str:
    if bare.startswith("Y"):
        return _year(-1, bare[2:]) if bare[1:2] == "-" else _year(1, bare[1:])
    date, _, clock = bare.partition("T")
    sign, digits = (-1, date[1:]) if date.startswith("-") else (1, date)
    year, _, rest = digits.partition("-")
    if "X" in digits:
        return _masked(sign, year) if not rest else bare
    if rest in _SEASONS:
        return f"{_SEASONS[rest]} {_year(sign, year)}"
    if rest in _PARTS:
        return f"{_PARTS[rest]} {_year(sign, year)}"
    told = _year(sign, year)
    if told.endswith("BCE") and rest:
        month, _, day = rest.partition("-")
        return " ".join(filter(None, (day.lstrip("0"), _MONTHS[int(month) - 1], told)))
    text = f"{told}-{rest}" if rest else told
    return f"{text} {clock[:5]}" if clock else text


def _year(sign: int, digits: str) -> str:
    number = sign * int(digits)
    return digits if number > 0 else f"{1 - number} BCE"


def _masked(sign: int, year: str) -> str:
    known = year.rstrip("X")
    unknown = len(year) - len(known)
    era = " BCE" if sign < 0 else ""
    if unknown == 1:
        return f"{int(known + '0')}s{era}"
    if unknown in (2, 3) and known:
        return f"{_ordinal(int(known) + 1)} {'century' if unknown == 2 else 'millennium'}{era}"
    return "year unknown"


def _part(first: str, last: str) -> str | None:
    """`early`, `mid` or `late`, when the years are just that part of a decade or century (see temporal/shape.py)."""
    if len(first) == 5 and first[0] == last[0] == "-" and last.endswith("9"):
        return f"{1 + int(last[1:])}s BCE"
    if not (first.isdecimal() and last.isdecimal() and len(first) == len(last) == 4) or first[:2] != last[:2]:
        return None
    if first[:3] == last[:3] and (part := _PARTS_OF_A_DECADE.get((first[3], last[3]))):
        return f"{part} {first[:3]}0s"
    part = _PARTS_OF_A_CENTURY.get((first[2:], last[2:]))
    return f"{part} {_ordinal(int(first[:2]) + 1)} century" if part else None


def _without(first: str, last: str) -> str:
    """The start of a range without the words that its end says too: `478 – 467 BCE`, `7th – 6th century BCE`."""
    for shared in (" century BCE", " millennium BCE", " century", " millennium", " BCE"):
        if first.endswith(shared) and last.endswith(shared):
            return first.removesuffix(shared)
    return first


def _shortened(first: str, last: str) -> str:
    """The end of a range without what it shares with the start: `2010-05-12 – 14`, `2010-05-12 – 06-01`."""
    if not first[:1].isdecimal() or len(first) != len(last) or len(first) != 10 or first[:4] != last[:4]:
        return _point(last)
    return last[8:] if first[:7] == last[:7] else last[5:]


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
