"""A time as it is known: EDTF text, the days between which it lies, and how finely."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.errors import InputError
from timeline.temporal import edtf as grammar
from timeline.temporal import human, ordinal, shape
from timeline.temporal.clock import read_clock
from timeline.temporal.point import Point, check_day, day_text, short_year, year_text
from timeline.temporal.precision import Precision
from timeline.temporal.relation import Relation, relate
from timeline.temporal.season import SEASONS

FAR = 1 << 60
"""Stands in for "no bound" where days are compared: beyond every day that can be written."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A fuzzy date. `edtf` is the truth (ISO 8601-2); the other fields follow from it, but for a `clock`.

    Days are Julian Day Numbers (proleptic Gregorian). Years are astronomical: 0 is 1 BCE. Build one with
    `Interval.parse` or a constructor; these raise `InputError` for what no calendar has.

    >>> war = Interval.parse("1990/1993~")
    >>> war.human(), str(war.precision), war.covers(Interval.day(1992, 5, 8))
    ('early 1990s', 'decade', True)
    """

    edtf: str
    """Canonical: `Interval.parse(interval.edtf)` gives the same interval, but for a clock without seconds."""
    first_day: int | None
    """The first possible day; None: open, unknown, or no digit of the year is told."""
    last_day: int | None
    """The last possible day. Approximate and uncertain do not widen the two."""
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    clock: str | None = None
    """Time of day on that date as told, `HH:MM[:SS][Z|±HH:MM]`; the date is never shifted by its zone."""

    def __str__(self) -> str:
        return self.edtf

    @classmethod
    def parse(cls, edtf: str) -> Interval:
        """Read EDTF of level 0, 1 and most of 2; raises `InputError` with the `.text` that was refused."""
        extent = grammar.read(edtf)
        return cls(
            extent.text, extent.first, extent.last, extent.precision, extent.approximate, extent.uncertain, extent.clock
        )

    @classmethod
    def year(cls, year: int) -> Interval:
        """1994 → `1994`; -43 → `-0043` (44 BCE); 17000 → `Y17000`."""
        return cls(year_text(year), *ordinal.year_bounds(year, year), Precision.YEAR)

    @classmethod
    def month(cls, year: int, month: int) -> Interval:
        """2004, 3 → `2004-03`."""
        if not 1 <= month <= 12:
            raise InputError(f"There is no month {month}; months are 1 to 12.", text=str(month))
        return cls(f"{short_year(year)}-{month:02d}", *ordinal.month_bounds(year, month), Precision.MONTH)

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Interval:
        """2020, 9, 27 → `2020-09-27`."""
        if not (1 <= month <= 12 and 1 <= day <= 28):
            check_day(year, month, day)
        jdn = ordinal.to_jdn(year, month, day)
        return cls(day_text(year, month, day), jdn, jdn, Precision.DAY)

    @classmethod
    def of_jdn(cls, jdn: int) -> Interval:
        """The day with that Julian Day Number."""
        return cls(_day_text(jdn), jdn, jdn, Precision.DAY)

    @classmethod
    def decade(cls, year: int) -> Interval:
        """The decade that holds a year: 1994 → `199X`; -43 → `-0048/-0039` (the 40s BCE, which no mask can name)."""
        first, last = shape.decade_of(year)
        text = f"{first // 10:03d}X" if 0 <= first <= 9999 else f"{year_text(first)}/{year_text(last)}"
        return cls(text, *ordinal.year_bounds(first, last), Precision.DECADE)

    @classmethod
    def century(cls, number: int) -> Interval:
        """The nth century, as EDTF counts it: 19 → `18XX` (1800 to 1899); -7 → `-06XX` (700 to 601 BCE)."""
        if number == 0 or abs(number) > 100:
            raise InputError(
                f"There is no century {number}; they go from -100 to -1 and from 1 to 100.", text=str(number)
            )
        hundred = (abs(number) - 1) * 100
        if number > 0:
            return cls(f"{hundred // 100:02d}XX", *ordinal.year_bounds(hundred, hundred + 99), Precision.CENTURY)
        return cls(f"-{hundred // 100:02d}XX", *ordinal.year_bounds(-hundred - 99, -hundred), Precision.CENTURY)

    @classmethod
    def season(cls, year: int, code: int) -> Interval:
        """A sub-year grouping of EDTF, 21 (spring) to 41; the winter of 2010, `2010-24`, ends in February 2011."""
        if code not in SEASONS:
            raise InputError(f"There is no season {code}; EDTF has 21 to 41.", text=str(code))
        month, months, precision = SEASONS[code]
        return cls(f"{short_year(year)}-{code}", *ordinal.month_bounds(year, month, months), precision)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Interval:
        """2020, 3 → `2020-35`."""
        if not 1 <= quarter <= 4:
            raise InputError(f"There is no quarter {quarter}; a year has four.", text=str(quarter))
        return cls.season(year, 32 + quarter)

    @classmethod
    def half(cls, year: int, half: int) -> Interval:
        """2020, 1 → `2020-40`."""
        if not 1 <= half <= 2:
            raise InputError(f"There is no half {half}; a year has two.", text=str(half))
        return cls.season(year, 39 + half)

    @classmethod
    def week(cls, jdn: int) -> Interval:
        """The week, Monday to Sunday, that holds a day: `2020-11-09/2020-11-15`."""
        return cls.days(jdn - jdn % 7, jdn - jdn % 7 + 6)

    @classmethod
    def days(cls, first: int, last: int) -> Interval:
        """From one day to another, both included: `2010-05-12/2010-05-14`."""
        if first >= last:
            if first == last:
                return cls.of_jdn(first)
            raise InputError("An interval cannot end before it begins.", text=f"{_day_text(first)}/{_day_text(last)}")
        precision = Precision.WEEK if shape.of_days(first, last) else Precision.DAY
        return cls(f"{_day_text(first)}/{_day_text(last)}", first, last, precision)

    @classmethod
    def at(cls, jdn: int, precision: Precision) -> Interval:
        """The day, week, month … millennium (`1XXX`) that holds a day; in a year beyond four digits, that year."""
        year, month, _ = ordinal.from_jdn(jdn)
        if abs(year) > 9999:
            return cls.year(year)
        if precision is Precision.WEEK:
            return cls.week(jdn)
        return _unit(year, month, precision) if precision.rank > Precision.DAY.rank else cls.of_jdn(jdn)

    @classmethod
    def between(cls, start: Interval | None, end: Interval | None) -> Interval:
        """From the start of the one to the end of the other; None is an open end: `1991/..`."""
        return cls.parse(f"{_end_text(start, 0)}/{_end_text(end, -1)}")

    def part(self, which: str) -> Interval:
        """`early`, `mid` or `late`: `199X` → `1990/1993~`, late `1997~/1999~`; what is neither: `2005~`."""
        if which not in shape.PARTS:
            raise InputError(f"{which!r} is no part; say early, mid or late.", text=which)
        year = self.calendar_year
        if year is None or self.precision not in (Precision.DECADE, Precision.CENTURY):
            return self.approximately()
        first, last = shape.cut(self.precision, year, which)
        begins = "~" if which == "late" else ""  # of the late part it is the beginning that nobody knows
        return self.parse(f"{year_text(first)}{begins}/{year_text(last)}~")

    def approximately(self) -> Interval:
        """The same, marked `~`."""
        return self if self.approximate else self._marked("~")

    def questionably(self) -> Interval:
        """The same, marked `?`."""
        return self if self.uncertain else self._marked("?")

    def with_clock(self, clock: str) -> Interval:
        """A day at a time of day: `9`, `09:05`, `21:05:30+04:00`; with seconds the EDTF becomes a date-time."""
        if self.first_day is None or self.first_day != self.last_day:
            raise InputError(f"A time of day needs a single day, and {self.edtf} is none.", text=self.edtf)
        told, precision = read_clock(clock)
        date = self.edtf.partition("T")[0]
        timed = precision is Precision.SECOND and not (self.approximate or self.uncertain)  # EDTF marks no date-time
        return replace(self, edtf=f"{date}T{told}" if timed else date, precision=precision, clock=told)

    @property
    def open_start(self) -> bool:
        """Nothing bounds its beginning."""
        return self.first_day is None

    @property
    def open_end(self) -> bool:
        """Nothing bounds its end."""
        return self.last_day is None

    @property
    def calendar_year(self) -> int | None:
        """The astronomical year of the first day."""
        return None if self.first_day is None else ordinal.from_jdn(self.first_day)[0]

    @property
    def length(self) -> int | None:
        """Days from the first to the last, both counted; None when an end is open."""
        if self.first_day is None or self.last_day is None:
            return None
        return self.last_day - self.first_day + 1

    @property
    def sort_key(self) -> tuple[int, int, str, int, str]:
        """A total order: by first day (open before all, unplaced after all), last day, clock, precision, text."""
        first, last = self._reach()
        if self.first_day is None and self.last_day is None:
            first = FAR
        return first, last, self.clock or "", self.precision.rank, self.edtf

    def covers(self, other: Interval) -> bool:
        """Every possible day of the other is one of this; only an open end covers an open end."""
        first, last = self._reach()
        other_first, other_last = other._reach()
        return first <= other_first and other_last <= last

    def overlaps(self, other: Interval) -> bool:
        """They share a possible day; an open end goes on for ever."""
        first, last = self._reach()
        other_first, other_last = other._reach()
        return first <= other_last and other_first <= last

    def compatible(self, other: Interval) -> bool:
        """Both could be true of one point in time: the days overlap, where an approximate side may miss.

        An approximate interval reaches half its own length beyond each end, so that "about 1990" may be 1991 but
        not 1993. Clocks are not compared: their zones are seldom told.
        """
        first, last = self._reach()
        other_first, other_last = other._reach()
        slack = self._slack() + other._slack()
        return first - slack <= other_last and other_first - slack <= last

    def relation(self, other: Interval) -> Relation:
        """Allen's relation between the possible days; an open start begins, an open end ends beyond every day."""
        return relate(*self._reach(), *other._reach())

    def human(self) -> str:
        """In plain English words: `27 September 2020`, `1990s`, `44 BCE`, `1991 –`, `c. 1500`, `early 1990s`."""
        return human.words(self.edtf, self.clock)

    def _reach(self) -> tuple[int, int]:
        return (
            -FAR if self.first_day is None else self.first_day,
            FAR if self.last_day is None else self.last_day,
        )

    def _slack(self) -> int:
        if not self.approximate:
            return 0
        return ((self.length or 1) + 1) // 2

    def _marked(self, mark: str) -> Interval:
        """With the mark on the whole date, or on both ends; a date-time gives up its time of day in the EDTF."""
        extent = grammar.read(self.edtf.partition("T")[0])
        marked = self.parse(grammar.marked(extent, mark))
        return replace(marked, clock=self.clock, precision=self.precision if self.clock else marked.precision)


def _unit(year: int, month: int, precision: Precision) -> Interval:
    """The unit of a month or more that holds a month."""
    match precision:
        case Precision.MONTH:
            return Interval.month(year, month)
        case Precision.SEASON:
            return Interval.season(year - (month < 3), 24 if month < 3 else 20 + month // 3)
        case Precision.QUARTER:
            return Interval.quarter(year, (month + 2) // 3)
        case Precision.HALF:
            return Interval.half(year, (month + 5) // 6)
        case Precision.DECADE:
            return Interval.decade(year)
        case Precision.CENTURY:
            return Interval.century(year // 100 + 1 if year > 0 else -(-year // 100) - 1)
        case Precision.MILLENNIUM:
            return Interval.parse(f"{short_year(year)[:-3]}XXX")
        case _:
            return Interval.year(year)


def _day_text(jdn: int) -> str:
    return day_text(*ordinal.from_jdn(jdn))


def _end_text(interval: Interval | None, place: int) -> str:
    """An interval as one end (0 start, -1 end) of another."""
    if interval is None:
        return grammar.OPEN
    extent = grammar.read(interval.edtf)
    member = extent.members[place]
    end = member if isinstance(member, Point) else member.end if place else member.start
    if extent.kind in ("date", "interval"):
        return end.text if isinstance(end, Point) else end
    bound = interval.last_day if place else interval.first_day
    return grammar.OPEN if bound is None else _day_text(bound)
