"""What a rule's `make` may name: a function from what was caught to what it means, or None where it means nothing."""

from __future__ import annotations

from timeline.tag import clocks, dates, spans
from timeline.tag.reading import Maker

MAKERS: dict[str, Maker] = {
    "anniversary": spans.anniversary,
    "calendar": dates.calendar,
    "century": dates.century,
    "clock": clocks.clock,
    "day_part": clocks.part,
    "days": dates.days,
    "decade": dates.decade,
    "fiscal": dates.fiscal,
    "length": spans.length,
    "nothing": spans.nothing,
    "nth_unit": dates.nth_unit,
    "partial": dates.partial,
    "picked": spans.picked,
    "relative": spans.relative,
    "repeat": spans.repeat,
    "season": dates.season,
    "shift": spans.shift,
    "short_year": dates.short_year,
    "slashed": dates.slashed,
    "stamp": dates.stamp,
    "vague": spans.vague,
    "year": dates.year,
    "years": dates.years,
}
