"""TimeML (ISO 24617-1): each event with its date, linked: EVENT, TIMEX3, MAKEINSTANCE, TLINK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model import timex
from timeline.render.entry import entry
from timeline.render.foreign import clean
from timeline.render.parts import DEPTH
from timeline.render.spoken import spoken
from timeline.render.timex import escaped
from timeline.render.timex_value import value_and_mod
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.page import Page, Row

_LENGTHS = {1: "PXY", 2: "PXM", 3: "PXD"}
"""Of a span whose ends are known to the year, month or day: how long it was, nobody said."""


def render(events: Iterable[Row], page: Page) -> Iterator[str]:
    """One line an event, its title, then its date; undated ones too. The links follow the text."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{_text(page.title)}</DOCID>\n<TEXT>\n'
    links: list[str] = []
    for number, row in enumerate(events, start=1):
        date, ends = _date(row, number)
        yield f'<EVENT eid="e{number}" class="OCCURRENCE">{_text(entry(row).title)}</EVENT>{date}\n'
        links += [*ends, *_links(row, number)]
    yield "</TEXT>\n"
    yield from links
    yield "</TimeML>\n"


def _links(row: Row, number: int) -> Iterator[str]:
    """The event as an instance, and where it lies in time: within its date, or over all of it."""
    tense = "FUTURE" if row["status"] == "planned" else "NONE"
    polarity = "NEG" if row["status"] == "denied" else "POS"
    modality = ' modality="conditional"' if row["status"] == "conditional" else ""
    yield (
        f'<MAKEINSTANCE eiid="ei{number}" eventID="e{number}" pos="VERB" tense="{tense}" aspect="NONE" '
        f'polarity="{polarity}"{modality}/>\n'
    )
    if row["edtf"]:
        relation = "SIMULTANEOUS" if row["kind"] == "span" else "IS_INCLUDED"
        yield f'<TLINK lid="l{number}" eventInstanceID="ei{number}" relatedToTime="t{number}0" relType="{relation}"/>\n'


def _date(row: Row, number: int) -> tuple[str, list[str]]:
    """The TIMEX3 beside the title, and the empty ones that say from when to when; nothing for an undated event."""
    if not row["edtf"]:
        return "", []
    when = Interval.parse(row["edtf"])
    ends: list[str] = []
    named = value_and_mod(when, row.get("clock"))
    if named is not None:
        value, mod = named
        told = f'type="{"TIME" if "T" in value else "DATE"}" value="{value}"'
    else:
        mod, depth = "APPROX" if when.approximate else "", DEPTH.get(when.precision, 1)
        told = f'type="DURATION" value="{_LENGTHS[depth]}"'
        for digit, name, day in ((1, "beginPoint", when.first_day), (2, "endPoint", when.last_day)):
            if day is not None:
                told += f' {name}="t{number}{digit}"'
                ends.append(f'<TIMEX3 tid="t{number}{digit}" type="DATE" value="{_calendar(day, depth)}"/>\n')
    told += f' mod="{mod}"' if mod else ""
    words = _text(spoken(row["edtf"], row.get("clock")))
    return f' <TIMEX3 tid="t{number}0" {told}>{words}</TIMEX3>', ends


def _calendar(jdn: int, depth: int) -> str:
    """The year, the month or the day that holds a day."""
    year, month, day = from_jdn(jdn)
    return (timex.year(year), timex.month(year, month), timex.day(year, month, day))[depth - 1]


def _text(text: str) -> str:
    return escaped(clean(text))
