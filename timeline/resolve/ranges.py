"""Two dates that are the ends of one stretch of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Fixed, Partial, TimeExpression
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

PRESENT = "PRESENT_REF"
"""TIMEX3's value of `now`: what ends there goes on."""
_WIDEST = 60
_LONGEST_JOINT = 14
_SIGNS = (",", "-", "–", "—", "/", "&")
_DASH = re.compile(r" ?[-–—/] ?(?:the )?(?:[a-z]+day,? )?")


@lru_cache(maxsize=32)
def _joints(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = language.resolve
    to, until, and_ = ("|".join(table[name]) for name in ("range_to", "range_until", "range_and"))
    return (
        re.compile(rf"(?:\s{{1,4}}(?:{to})|,\s{{1,4}}(?:{until}))\s{{1,4}}(?:the |about |around |at least )?"),
        re.compile(rf"\s{{1,4}}(?:{and_})\s{{1,4}}(?:the )?"),
        re.compile(rf"(?:{'|'.join(table['range_between'])})\s{{1,4}}(?:the |about |around )?\Z"),
        re.compile(rf"(?:{'|'.join(table['range_from'])})\s{{1,4}}(?:the |about |around )?\Z"),
    )


def opens(one: TimeExpression, two: TimeExpression, text: str, language: Language) -> bool:
    """Whether two neighbouring expressions are the ends of one range, by the words between and before them."""
    gap = text[one.end : two.start]
    if len(gap) > _WIDEST or "\n\n" in gap:
        return False
    to, and_, between, from_ = _joints(language)
    low = gap.lower()
    if _DASH.fullmatch(low) or to.fullmatch(low):
        return True
    before = text[max(0, one.start - 16) : one.start].lower()
    if low.strip() in language.resolve["range_or"]:
        return _neighbours(one, two)
    if and_.fullmatch(low):
        return between.search(before) is not None or _decades(one, two) or _months(one, two, before, language)
    return bool(from_.search(before)) and to.match(low) is not None and not re.search(r"[.;!?](?:\s|$)", gap)


def _neighbours(one: TimeExpression, two: TimeExpression) -> bool:
    """`in 1214 or 1215`: years one after the other, one of which it was."""
    return (
        len(one.value) == len(two.value) == 4
        and two.value.isdigit()
        and one.value.isdigit()
        and (int(two.value) - int(one.value) == 1)
    )


def _months(one: TimeExpression, two: TimeExpression, before: str, language: Language) -> bool:
    """`in September and October 2009`, `in January and February`: neighbours, which nothing parts from one another."""
    first, last = _month(one), _month(two)
    if first is None or last is None or first[0] is not None:
        return False
    if before.split()[-1:] not in ([word] for word in language.resolve["range_in"]):
        return False
    return last[1] - first[1] == 1


def _month(one: TimeExpression) -> tuple[int | None, int] | None:
    """Year, if told, and month of a month; None for anything else."""
    meaning = one.meaning
    if isinstance(meaning, Partial) and meaning.month and meaning.day is None and meaning.pick is None:
        return None if meaning.part else (None, meaning.month)
    if isinstance(meaning, Fixed) and meaning.when.precision == Precision.MONTH and meaning.when.first_day is not None:
        return None if meaning.when.approximate else from_jdn(meaning.when.first_day)[:2]
    return None


def _decades(one: TimeExpression, two: TimeExpression) -> bool:
    """`the 1960s and 1970s`: neighbours, so one stretch."""
    if len(one.value) != 3 or len(two.value) != 3 or not (one.value + two.value).isdigit():
        return False
    return int(two.value) - int(one.value) == 1


def chained(one: TimeExpression, two: TimeExpression, text: str, language: Language) -> bool:
    """Whether a year told with the second also holds for the first: `in May, June and July 1944`."""
    if two.start - one.end > _LONGEST_JOINT:
        return False
    gap = " ".join(text[one.end : two.start].lower().split())
    return gap in _SIGNS or gap in language.resolve["range_chain"]


@lru_cache(maxsize=32)
def _and_then(language: Language) -> re.Pattern[str]:
    return re.compile(str(language.resolve["and_then"]))


def tells_year(one: TimeExpression, two: TimeExpression, text: str, language: Language) -> bool:
    """Whether the second date, of what was done next, tells the year of the first: `in May and tried in June 1931`."""
    if two.start - one.end > _WIDEST:
        return False
    gap = " ".join(text[one.end : two.start].lower().split(" "))
    return gap[:1] in ", " and (" and " in gap or "," in gap) and _and_then(language).fullmatch(gap) is not None


def pairs(expressions: Sequence[TimeExpression], text: str, language: Language) -> frozenset[int]:
    """Numbers of the expressions that open a range with the next one."""
    found = []
    before = -_WIDEST - 1
    for number, expression in enumerate(expressions):
        start = expression.start
        if start - before <= _WIDEST and number:
            one = expressions[number - 1]
            if (
                _dated(one)
                and (_dated(expression) or expression.value == PRESENT)
                and opens(one, expression, text, language)
            ):
                found.append(number - 1)
        before = expression.end
    return frozenset(found)


def _dated(expression: TimeExpression) -> bool:
    return expression.type in ("DATE", "TIME") and not expression.value.endswith("_REF")
