"""Constructors of several days of one month, the ends of a stretch or a list, and of a season of several years."""

from __future__ import annotations

import re
from itertools import pairwise

from timeline.model import timex
from timeline.model.expression import Fixed
from timeline.tag.dates import astronomical_year, dated
from timeline.tag.reading import Fields, Reading
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import days_in_month

_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")


def days(f: Fields) -> tuple[Reading, ...] | None:
    """`12–14 May 2010`, `March 5-9, 1918`: two readings, one for each end."""
    month, year_ = f.integer("month"), astronomical_year(f)
    first, last = f.integer("day"), f.integer("last")
    if month is None or first is None or last is None:
        return None
    if not 1 <= first < last <= days_in_month(2000 if year_ is None else year_, month):
        return None
    one, two = dated(year_, month, first), dated(year_, month, last)
    starts_with_month = f.span("month")[0] < f.span("day")[0]
    cut = f.span("day")[1]
    begin = f.span("last")[0]
    first_start = 0 if starts_with_month or not f.text("weekday") else f.span("day")[0]
    return (
        Reading(one.type, one.value, one.meaning, start=first_start, end=cut),
        Reading(two.type, two.value, two.meaning, start=begin, end=f.end()),
    )


def listed_days(f: Fields) -> tuple[Reading, ...] | None:
    """`9, 10 and 13 March 2015`, `March 9, 10 and 13`: a reading for each day, in order."""
    month, year, words = f.integer("month"), astronomical_year(f), f.text("days")
    if month is None:
        return None
    numbers = list(_NUMBER.finditer(words))
    told = [int(number[1]) for number in numbers]
    if not told[0] >= 1 or told[-1] > days_in_month(2000 if year is None else year, month):
        return None
    if any(one >= two for one, two in pairwise(told)):
        return None
    offset = f.span("days")[0]
    starts = [number.start() + offset for number in numbers]
    ends = [number.end() + offset for number in numbers]
    starts[0], ends[-1] = 0, f.end()
    readings = (dated(year, month, day) for day in told)
    return tuple(
        Reading(one.type, one.value, one.meaning, start=start, end=end)
        for one, start, end in zip(readings, starts, ends, strict=True)
    )


def listed_seasons(f: Fields) -> tuple[Reading, ...] | None:
    """`the summers of 1912 and 1913`: a reading for each year, in order."""
    code, offset = f.integer("season"), f.span("years")[0]
    if code is None:
        return None
    told = list(_YEAR.finditer(f.text("years")))
    years = [int(year[0]) for year in told]
    if any(one >= two for one, two in pairwise(years)):
        return None
    starts = [0, *(year.start() + offset for year in told[1:])]
    return tuple(
        Reading(
            "DATE", timex.season(year, code), Fixed(Interval.season(year, code)), start=start, end=at.end() + offset
        )
        for year, start, at in zip(years, starts, told, strict=True)
    )
