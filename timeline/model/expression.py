"""A time expression as the words alone give it: what it means, not yet where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.temporal.duration import Duration
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Fixed:
    """Complete: `10 November 2020`, `the early 1990s`, `44 BC`. Needs no anchor."""

    when: Interval
    other: Interval | None = None
    """The other reading of an ambiguous form: `1/2/03` is 2 January by the stated rule, and could be 1 February."""
    short: bool = False
    """Told with two digits of its year, `the spring of '54`: the century is a guess."""


SAME_SEASON = 0
"""A `season` that the words leave to the context: `the 1988 quarter`."""


@dataclass(frozen=True, slots=True)
class Partial:
    """Calendar fields whose year (month, century) is not told: `Jan. 11`, `Monday`, `spring`, `the '80s`."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 = Monday."""
    season: int | None = None
    """EDTF codes: 21 … 24 seasons, 33 … 36 quarters, 40 and 41 halves."""
    year: int | None = None
    """Two digits, the century unknown."""
    decade: bool = False
    """`year` is a decade: `the '80s`."""
    feast: str | None = None
    """A named day: a key of resolve/feasts.py."""
    fiscal: bool = False
    pick: int | None = None
    """-1 `last`, 0 `this` or `that`, 1 `next`, 2 a week after the next, -2 a week before the last; None: bare."""
    leans: str = ""
    """`mention`: said of the time spoken of (`the following March`); `document`: of the writing; empty: open."""
    part: str = ""
    """Slice of it: `start`, `mid`, `end`; or the `week` or `weekend` that holds it or, behind it, ends beside it."""
    nth: int | None = None
    """Which `weekday` of the month: 1 … 5, -1 the last."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Some whole unit before or after the anchor's: `last year`, `tomorrow`, `that month`, `the previous day`."""

    unit: str
    """`day` `week` `weekend` `month` `quarter` `half` `season` `year` `decade` `century` `hour` …"""
    offset: int
    leans: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A length away from the anchor: `two weeks ago`, `five years later`, `four days after the First Notice`."""

    length: Duration
    sign: int
    leans: str = ""
    event: str = ""
    """What it is counted from, as written (folded), when the text says so."""
    vague: bool = False
    """The count is not told: `some weeks later`."""
    part: str = ""
    """Slice of it: `start`, `mid`, `end`; or how exactly it is meant: to the `day`, `week`, `month`."""


@dataclass(frozen=True, slots=True)
class Within:
    """A partial date inside another time: `Sept. 27 last year`, `March of that year`, `the end of the month`."""

    inner: Partial
    outer: Relative | Shift | Partial


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a part of one, on a day that is told or not: `10.30 a.m. on 18 January 2021`, `last night`."""

    day: Fixed | Partial | Relative | Shift | Within | None
    clock: str
    """`HH:MM[:SS][zone]`, or the TIMEX3 part `MO` `MI` `AF` `EV` `NI` `DT`."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """`the first anniversary of Victory Day`: the day itself, and by arithmetic the happening `years` before."""

    years: int


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, placed nowhere: `44 days`, `centuries`."""

    iso: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Something that recurs: `every Friday`, `daily`."""

    iso: str


@dataclass(frozen=True, slots=True)
class Vague:
    """`now`, `recently`, `soon`: PRESENT_REF, PAST_REF or FUTURE_REF."""

    ref: str


Meaning = Fixed | Partial | Relative | Shift | Within | Clock | Anniversary | Length | Repeat | Vague


class TimeExpression(NamedTuple):
    """Words that tell a time, `text == document.text[start:end]`; knows no calendar and no reference time."""

    start: int
    end: int
    text: str
    type: str
    """TIMEX3: `DATE` | `TIME` | `DURATION` | `SET`."""
    value: str
    """TIMEX3, underspecified where the words are: `XXXX-11-10`, `XXXX-WXX-3`, `P2M`."""
    mod: str | None
    """TIMEX3: `START` `MID` `END` `APPROX` `MORE_THAN` `LESS_THAN` `EQUAL_OR_MORE` `EQUAL_OR_LESS`, or None."""
    rule: str
    """Name of the language rule that read it, e.g. `date.month_day_year`."""
    meaning: Meaning

    @property
    def day(self) -> Meaning | None:
        """The meaning; of a time of day that of its day: of `Monday night`, Monday; of `9 a.m.` alone, None."""
        return self.meaning.day if isinstance(self.meaning, Clock) else self.meaning
