"""Lengths of time by the calendar: ISO 8601 durations, and what a date becomes when one is added."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from timeline.errors import InputError
from timeline.temporal import ordinal
from timeline.temporal.clock import DAY_SECONDS, later
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision, coarser

Amount = int | float | None
"""How many; None is told but not counted ("a few days", `PXD`)."""

_NUMBER = r"([0-9]{1,9}(?:[.,][0-9]{1,9})?|X)"
_TEXT = re.compile(
    rf"([+-]?)P(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_UNITS = (
    Precision.YEAR,
    Precision.MONTH,
    Precision.WEEK,
    Precision.DAY,
    Precision.HOUR,
    Precision.MINUTE,
    Precision.SECOND,
)
_LETTERS = ("Y", "M", "W", "D", "H", "M", "S")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length by the calendar (ISO 8601, the sign as in ISO 8601-2): `P2M`, `P1Y6M`, `PT36H`, `P2.5D`, `PXD`, `-P3W`.

    All amounts are of one sign; only the smallest may have decimals; None is a number that nobody told.

    >>> str(Interval.day(2020, 11, 10) + Duration.parse("P2M"))
    '2021-01'
    """

    years: Amount = 0
    months: Amount = 0
    weeks: Amount = 0
    days: Amount = 0
    hours: Amount = 0
    minutes: Amount = 0
    seconds: Amount = 0

    def __post_init__(self) -> None:
        told = [amount for amount in self._amounts() if amount != 0]
        if any(isinstance(amount, float) for amount in told[:-1]):
            raise InputError("Only the smallest unit of a duration may have decimals.", text=repr(told))
        if any((amount or 0) < 0 for amount in told) and any(amount is None or amount > 0 for amount in told):
            raise InputError("A duration goes either forward or back.", text=repr(told))

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ISO 8601: `P2M`; raises `InputError` with `.text`."""
        match = _TEXT.fullmatch(text)
        if match is None or text[-1] in "PT":
            raise InputError(f"{text[:60]!r} is not a duration; write it as P2M, P1Y6M, PT36H or PXD.", text=text)
        sign, *amounts = match.groups()
        del amounts[4]  # the time part as a whole
        if sign == "-" and "X" in amounts:
            raise InputError(
                f"{text[:60]!r} says neither how much nor which way; a vague duration has no sign.", text=text
            )
        return cls(*(_amount(amount, negative=sign == "-") for amount in amounts))

    def __str__(self) -> str:
        amounts = self._amounts()
        sign = "-" if any(amount is not None and amount < 0 for amount in amounts) else ""
        parts = [_shown(a) + letter if a != 0 else "" for a, letter in zip(amounts, _LETTERS, strict=True)]
        date, time = "".join(parts[:4]), "".join(parts[4:])
        return f"{sign}P{date}{'T' + time if time else ''}" if date or time else "P0D"

    def __neg__(self) -> Duration:
        return Duration(*(None if amount is None else -amount for amount in self._amounts()))

    def __radd__(self, interval: Interval) -> Interval:
        """`interval + duration`: see `after`."""
        return self.after(interval) if isinstance(interval, Interval) else NotImplemented

    def __rsub__(self, interval: Interval) -> Interval:
        """`interval - duration`: see `before`."""
        return self.before(interval) if isinstance(interval, Interval) else NotImplemented

    @property
    def vague(self) -> bool:
        """Some amount is not told: `PXD`."""
        return None in self._amounts()

    @property
    def precision(self) -> Precision:
        """The smallest unit told; a day when there is none."""
        told = [unit for unit, amount in zip(_UNITS, self._amounts(), strict=True) if amount != 0]
        return told[-1] if told else Precision.DAY

    def before(self, interval: Interval, precision: Precision | None = None) -> Interval:
        """So long before a time: `after` with the sign turned."""
        return (-self).after(interval, precision)

    def after(self, interval: Interval, precision: Precision | None = None) -> Interval:
        """So long after a time, as finely as the coarser of the two is known, or as `precision` says.

        `P2M` after `2020-11-10` is `2021-01`; `P1W` after `2020-11` reaches over `2020-11/2020-12`. Hours count on from
        the clock; without one, only whole days count. Marks (`~`, `?`) stay. A vague duration raises `InputError`.
        """
        if self.vague:
            raise InputError(f"{self} has no fixed length.", text=str(self))
        months, days, seconds = self._whole()
        if interval.clock and self.precision.rank < Precision.DAY.rank and precision is None:
            return _shifted_clock(interval, months, days, seconds, self.precision)
        days += int(seconds / DAY_SECONDS)
        finest = max(self.precision, Precision.DAY, key=lambda unit: unit.rank)
        unit = precision or coarser(max(interval.precision, Precision.DAY, key=lambda unit: unit.rank), finest)
        first, last = (
            None if day is None else ordinal.add_months(day, months) + days
            for day in (interval.first_day, interval.last_day)
        )
        return _marked_like(interval, _spread(first, last, unit))

    def _amounts(self) -> tuple[Amount, ...]:
        return tuple(getattr(self, field.name) for field in fields(self))

    def _whole(self) -> tuple[int, int, int]:
        """Months, days and seconds, each whole: half a year is 6 months, half a month 15 days, half a day 12 hours."""
        years, months, weeks, days, hours, minutes, seconds = (amount or 0 for amount in self._amounts())
        all_months = years * 12 + months
        all_days = weeks * 7 + days + (all_months - int(all_months)) * 30
        all_seconds = hours * 3600 + minutes * 60 + seconds + (all_days - int(all_days)) * DAY_SECONDS
        return int(all_months), int(all_days), round(all_seconds)


def _spread(first: int | None, last: int | None, unit: Precision) -> Interval:
    """The unit that holds both days, or from the unit of the one to that of the other."""
    start, end = (None if day is None else Interval.at(day, unit) for day in (first, last))
    if start is None and end is None:
        raise InputError("Nothing can be counted from a time without bounds.", text="")
    return start if start is not None and start == end else Interval.between(start, end)


def _shifted_clock(interval: Interval, months: int, days: int, seconds: int, unit: Precision) -> Interval:
    """A day with a time of day moved on, over midnight where need be."""
    precision = coarser(interval.precision, unit)
    over, clock = later(interval.clock or "", seconds, to_seconds=precision is Precision.SECOND)
    day = ordinal.add_months(interval.first_day or 0, months) + days + over
    return replace(_marked_like(interval, Interval.of_jdn(day)).with_clock(clock), precision=precision)


def _marked_like(model: Interval, interval: Interval) -> Interval:
    if model.approximate:
        interval = interval.approximately()
    return interval.questionably() if model.uncertain else interval


def _amount(text: str | None, *, negative: bool) -> Amount:
    if text is None:
        return 0
    if text == "X":
        return None
    number: int | float = int(text) if text.isdigit() else float(text.replace(",", "."))
    return -number if negative else number


def _shown(amount: Amount) -> str:
    if amount is None:
        return "X"
    return f"{abs(amount):.9f}".rstrip("0").rstrip(".") if isinstance(amount, float) else str(abs(amount))
