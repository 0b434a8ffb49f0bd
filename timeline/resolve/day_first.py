"""`1/2/2019`: month first, unless the document itself writes the day first."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NUMERIC = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![0-9/])")


def day_first(text: str, months: Mapping[str, int]) -> bool:
    """Does a date that can only be read one way (`13/2/2019`) put the day first, and none the month?

    `9/3/2024` can, too, where the text tells of `9 March` and of no `September 3`. `months`: name → number.
    """
    numeric = {(int(one), int(two)) for one, two in _NUMERIC.findall(text)}
    if not numeric:
        return False
    ways = {_way(one, two) for one, two in numeric} - {""}
    if not ways:
        told = _told(text, months)
        ways = {"day" for pair in numeric if pair in told} | {"month" for one, two in numeric if (two, one) in told}
    return ways == {"day"}


def _way(one: int, two: int) -> str:
    if one > 12 >= two:
        return "day"
    return "month" if two > 12 >= one else ""


def _told(text: str, months: Mapping[str, int]) -> set[tuple[int, int]]:
    """Days and months in words: `9 March`, `March 9th`."""
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = r"([0-9]{1,2})(?:st|nd|rd|th)?"
    either = re.compile(rf"(?<![0-9]){day} ({names})\b|\b({names}) {day}(?![0-9])", re.IGNORECASE)
    found = (match.groups() for match in either.finditer(text))
    return {(int(d1 or d2), months[(m1 or m2).lower()]) for d1, m1, m2, d2 in found}
