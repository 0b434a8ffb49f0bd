"""When a wire was filed: by its last line (`APX-02-08-90 1423EST`), or the year of a dateline that tells none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.languages import Language
from timeline.model.document import Document, Published
from timeline.model.expression import Fixed, Partial, TimeExpression
from timeline.resolve import calendar
from timeline.resolve.dateline import in_datelines
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

_TOP = 1500
_NEAR = 10
"""Days between when a story was filed and the date in its file's name, or the days that it tells of."""
_AROUND = 60
"""Characters around a date in which a word makes it one that is only remembered."""
_SIGN = 24
"""Characters between `©` and its year."""
_DATED = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])")
_YEAR = re.compile(r"(?<![^/_ .-])((?:19|20)[0-9]{2})(?![^/_ .-])")
_WORD = re.compile(r"[a-z]+")
_SLUG = re.compile(r"\n[ \t]*[A-Z]{2,6}(?:-[A-Z]{2,3})?-(0[1-9]|1[0-2])-([0-3][0-9])-([0-9]{2}) [0-9]{4}[A-Z]{3}\b")
"""`APX-02-08-90 1423EST`: month, day and year, on the line with which a wire ends. `re` leaps from line to line."""
_PIVOT = 50


def slugged(text: str) -> Published | None:
    """The day that a wire's last line tells in its own way; None where two lines tell two."""
    days = {tuple(map(int, found)) for found in _SLUG.findall(f"\n{text}")}
    if len(days) != 1:
        return None
    ((month, day, year),) = days
    jdn = calendar.same_day(year + (1900 if year >= _PIVOT else 2000), month, day)
    return None if jdn is None else Published(Interval.of_jdn(jdn), "byline")


def filed(document: Document, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """The day of the only dateline, where one year is told for it; None where none is, or more than one."""
    day = _yearless(document.text, expressions)
    if day is None:
        return None
    for years in (
        _of_name(document.uri, *day),
        _of_copyright(document.text, expressions, language),
        _of_days(document.text, expressions, language, *day),
    ):
        told = {jdn for year in years if (jdn := calendar.same_day(year, *day)) is not None}
        if len(told) == 1:
            return Published(Interval.of_jdn(told.pop()), "inferred")
    return None


def _yearless(text: str, expressions: Sequence[TimeExpression]) -> tuple[int, int] | None:
    """Month and day of the one dateline, near the top, that tells no year."""
    tops = [one for one in expressions if one.end <= _TOP and isinstance(one.meaning, Partial)]
    days = {
        (one.meaning.month, one.meaning.day) for one in in_datelines(text, tops) if isinstance(one.meaning, Partial)
    }
    ((month, day), *others) = days or {(None, None)}
    return None if others or month is None or day is None else (month, day)


def _of_name(uri: str, month: int, day: int) -> Iterator[int]:
    """`wires/2019-06-03 vik.txt`, `https://…/2019/06/04/vik`; else a year that stands alone: `wires/2019/vik.txt`."""
    dated = [tuple(map(int, (y, m, d))) for y, _, m, d in _DATED.findall(uri)]
    if not dated:
        yield from (int(year) for year in _YEAR.findall(uri))
    for told_year, told_month, told_day in dated:
        jdn = calendar.same_day(told_year, told_month, told_day)
        if jdn is not None:
            yield from _beside(jdn, told_year, month, day)


def _beside(jdn: int, near: int, month: int, day: int) -> Iterator[int]:
    """The year in which month and day lie beside a day; none or one."""
    for year in (near - 1, near, near + 1):
        other = calendar.same_day(year, month, day)
        if other is not None and abs(other - jdn) <= _NEAR:
            yield year


def _of_copyright(text: str, expressions: Sequence[TimeExpression], language: Language) -> Iterator[int]:
    """`© 2019 The Post`; of `2003–2019` the last."""
    for one in expressions:
        if isinstance(one.meaning, Fixed) and one.meaning.when.precision == Precision.YEAR:
            before = text[max(0, one.start - _SIGN) : one.start].rpartition("\n")[2].lower()
            closed = text[one.end : one.end + 1] not in ("-", "–", "—")
            if closed and any(sign in before for sign in language.resolve["copyright"]):
                yield one.meaning.when.calendar_year or 0


def _of_days(
    text: str, expressions: Sequence[TimeExpression], language: Language, month: int, day: int
) -> Iterator[int]:
    """A complete day that the story tells of, near enough; not one that it only remembers."""
    for one in expressions:
        meaning = one.day
        if not isinstance(meaning, Fixed) or meaning.when.precision != Precision.DAY or meaning.when.first_day is None:
            continue
        around = text[max(0, one.start - _AROUND) : one.end + _AROUND].lower()
        if set(_WORD.findall(around)).isdisjoint(language.resolve["remembered"]):
            yield from _beside(meaning.when.first_day, meaning.when.calendar_year or 0, month, day)
