"""Months in which something can be done every year: `The ruin can be visited from April to October`; of no year."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Partial, TimeExpression
from timeline.resolve.context import Context

_CLAUSE = 90
_BEHIND = 16
_STOP = re.compile(r"[.;:!?]\s|\n\n")


def recurs(meaning: Partial, expression: TimeExpression, context: Context) -> bool:
    """Whether a text tells what is so each year, in months from … to …, or between … and …."""
    told = context.text[max(0, expression.start - _CLAUSE) : expression.start]
    behind = context.text[expression.end : expression.end + _BEHIND].lower()
    each = _each(context.language)
    if meaning.year is None and meaning.pick is None and (each[0].search(told.lower()) or each[1].match(behind)):
        return True
    if meaning.day is not None or meaning.year is not None or meaning.pick is not None:
        return False
    if meaning.month is None and meaning.season is None and not meaning.feast:
        return False
    before = " " + _STOP.split(told)[-1].lower().replace("\n", " ")
    some, opened = _cues(context.language)
    return opened.search(before) is not None or (context.genre == "narrative" and some.search(before) is not None)


@lru_cache(maxsize=32)
def _each(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`The fair is held every year on `, and behind the date: `on 1 July` each year."""
    table = language.resolve
    before, behind, led = ("|".join(table[name]) for name in ("every_year", "each_year_behind", "each_led"))
    the, of = "|".join(table["the"]), "|".join(table["of"])
    return (
        re.compile(rf"[^a-z](?:{before})\s(?:{led})\s(?:(?:{the})\s)?\Z"),
        re.compile(rf"\s(?:(?:{of})\s)?(?:{behind})(?![a-z-])"),
    )


@lru_cache(maxsize=32)
def _cues(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`can be visited from `, `is open from April to `, `Open daily, April to `, `open on Sundays from `."""
    table = language.resolve
    months, whole = "|".join(table["range_from"]), "|".join((*table["range_to"], *table["range_and"]))
    cues = "|".join(table["each_year"])
    each, some = "|".join(table["each_time"]), r"(?:[a-z]{2,14} )"
    opened = rf"(?:{cues}|{table['each_open']})(?: [a-z]{{2,14}}){{0,5}} (?:{each}),?(?: (?:{months}))?"
    ends = rf"(?:(?:[a-z]+ ){{1,2}}(?:{whole}) )?(?:[a-z-]+ )?\Z"
    lead = rf"[^a-z](?:{cues}) {some}{{0,4}}(?:{months}) {ends}"
    return re.compile(lead), re.compile(rf"[^a-z](?:{opened}) {ends}")
