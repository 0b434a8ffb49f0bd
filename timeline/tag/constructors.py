"""What a rule's `make` may name: a function from what was caught to what it means, or None where it means nothing."""

from __future__ import annotations

from timeline.tag import clocks, dates, days, spans, weekdays
from timeline.tag.reading import Maker

MAKERS: dict[str, Maker] = {
    "anniversary": spans.anniversary,
    "beside_feast": weekdays.beside_feast,
    "calendar": dates.calendar,
    "century": dates.century,
    "clock": clocks.clock,
    "clock_range": clocks.clock_range,
    "day_part": clocks.part,
    "days": days.days,
    "decade": dates.decade,
    "fiscal": dates.fiscal,
    "length": spans.length,
    "lengths": spans.lengths,
    "listed_days": days.listed_days,
    "listed_seasons": days.listed_seasons,
    "nothing": spans.nothing,
    "nth_unit": dates.nth_unit,
    "partial": dates.partial,
    "picked": spans.picked,
    "relative": spans.relative,
    "repeat": spans.repeat,
    "repeat_pair": spans.repeat_pair,
    "season": dates.season,
    "shift": spans.shift,
    "short_year": dates.short_year,
    "slashed": dates.slashed,
    "stamp": dates.stamp,
    "vague": spans.vague,
    "to_the_day": weekdays.to_the_day,
    "week_of": weekdays.week_of,
    "weekday_of_week": weekdays.weekday_of_week,
    "weekday_of_month": weekdays.of_month,
    "weekday_of_picked_month": weekdays.of_picked_month,
    "weeks_off": weekdays.weeks_off,
    "year": dates.year,
    "year_period": dates.year_period,
    "years": dates.years,
}
