"""Times of day that are written as four figures in a sentence: `left at 1918 on Sunday`, `until 0340`.

`at` stands before no year. What stands before a day (`1918 on Sunday 17 November`) or opens with 0 is a time whatever
stands before it, and makes of every `at 2106` of its text one, too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Clock, TimeExpression

_EARLY = re.compile(r"[ \n]0[0-9][0-5][0-9]")
_BEFORE = re.compile(r"[0-9]{4}(?::[0-9]{2})?,?\s")
_LATEST_YEAR = 2100
_GAP = 12
"""Signs of ` on the ` between a time and its day."""


def clocked(found: list[TimeExpression], text: str, language: Language) -> list[TimeExpression]:
    """The expressions, with times of four figures among them, in place of the years that some seemed to be."""
    if "clock_at" not in language.resolve:
        return found
    days = {one.start for one in found if one.type == "DATE"}
    early = (" 0" in text or "\n0" in text) and _EARLY.search(text) is not None
    if not early and not any(_BEFORE.search(text, max(0, day - 2 * _GAP), day) for day in days):
        return found  # looked at first: many a text tells of a year like 2001
    pattern, on = _cues(language)
    seen = [(one, _before_day(one.end(), text, days, on)) for one in pattern.finditer(text)]
    if not any(before_day or one["figures"][0] == "0" for one, before_day in seen):
        return found
    told = {at for one in found if one.type == "TIME" for at in range(one.start, one.end)}
    times = [
        _time(one) for one, before_day in seen if (before_day or _is_time(one)) and one.start("figures") not in told
    ]
    spans = {at for one in times for at in range(one.start, one.end)}
    kept = [one for one in found if one.start not in spans and one.end - 1 not in spans]
    return sorted((*kept, *times), key=lambda one: one.start)


def _before_day(end: int, text: str, days: set[int], on: re.Pattern[str]) -> bool:
    """`1918 | on Sunday`"""
    joint = on.match(text, end, end + _GAP)
    return joint is not None and joint.end() in days


def _is_time(one: re.Match[str]) -> bool:
    """Figures that no year has, or behind `at`."""
    return bool(one["at"]) or one["figures"][0] == "0" or int(one["figures"][:4]) > _LATEST_YEAR


def _time(one: re.Match[str]) -> TimeExpression:
    told = one["figures"]
    clock = f"{told[:2]}:{told[2:]}"
    return TimeExpression(
        one.start("figures"),
        one.end("figures"),
        told,
        "TIME",
        f"XXXX-XX-XXT{clock}",
        None,
        "time.figures",
        Clock(None, clock),
    )


@lru_cache(maxsize=32)
def _cues(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = language.resolve
    at, others, about = ("|".join(table[f"clock_{name}"]) for name in ("at", "after", "about"))
    figures = r"(?:[01][0-9]|2[0-3])[0-5][0-9](?::[0-5][0-9])?"
    return (
        re.compile(rf"(?i:\b(?:(?P<at>{at})|{others}))(?:\s(?:{about}))?\s(?P<figures>{figures})"
                   r"(?![0-9A-Za-z%:/-]|[.,][0-9]| ?(?:%|[A-Z]{3}\b| [0-9]))"),
        re.compile(rf",?\s(?:{'|'.join(table['clock_on'])})\s(?:the\s)?"),
    )  # fmt: skip
