"""`1/2/2019`: month first, unless the document itself writes the day first."""

from __future__ import annotations

import re

_MONTHS = 12
_NUMERIC = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/(?:[0-9]{4}|[0-9]{2})(?![0-9/])")


_DOTTED = re.compile(r"(?<![0-9.])([0-9]{1,2})\.([0-9]{1,2})\.[0-9]{4}(?![0-9.])")


def day_first(text: str) -> bool:
    """Does a date that can only be read one way (`13/2/2019`) put the day first, and none the month?"""
    ways = {_way(int(one), int(two)) for one, two in _NUMERIC.findall(text)}
    if not ways & {"day", "month"} and any(int(one) > _MONTHS >= int(two) for one, two in _DOTTED.findall(text)):
        return True  # `27.03.1909 … 4/11/2021`
    return "day" in ways and "month" not in ways


def _way(one: int, two: int) -> str:
    if one > 12 >= two:
        return "day"
    return "month" if two > 12 >= one else ""
