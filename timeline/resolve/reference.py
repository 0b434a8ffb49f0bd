"""Which date the document has: given > metadata > stated byline > inferred from its own text > none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from timeline.languages import Language
from timeline.model.document import Document, Published
from timeline.model.expression import Fixed, Relative, TimeExpression, Within
from timeline.model.mention import TimeMention
from timeline.resolve.bylines import TOP, byline_words, is_byline, issued
from timeline.resolve.compared import years_compared
from timeline.resolve.dateline import in_datelines
from timeline.resolve.day_first import as_written
from timeline.resolve.filing import filed, slugged
from timeline.resolve.resolver import resolve
from timeline.resolve.signed import BOTTOM, is_signed, tells_of_itself
from timeline.resolve.tense import tense
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

_YEAR = Precision.YEAR.rank
_SHORT, _LONG = 4_000, 50_000
"""Characters up to which a text that tells of two years tells of one time, and beyond which it is of many."""
_LATER = 2
"""Days told as past that a text's own date cannot lie before: one may be a slip."""


def find(document: Document, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """The document's date and how it is known; None when nothing tells it."""
    if document.published is not None:
        return document.published
    expressions = as_written(expressions, document.text, language)
    return (
        slugged(document.text)
        or _byline(document.text, expressions, language)
        or issued(document.text, expressions, language)
        or filed(document, expressions, language)
        or _inferred(document.text, expressions, language)
    )


def _byline(text: str, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """A date on a line that says when the text was written, near its top or its end."""
    top, bottom = min(TOP, len(text)), max(0, len(text) - BOTTOM)
    near = [e for e in expressions if e.end <= top or e.start >= bottom]
    stated = [when for e in near if (when := _day(e)) is not None and is_byline(text, e, expressions, language)]
    signed = [when for e in near if (when := _day(e)) is not None and _says_when(text, e, language)]
    stated = sorted(signed, key=_start, reverse=True) + stated
    written = next((when for when in stated if not _outlived(when, text, expressions, language)), None)
    if written is not None:
        return Published(written, "byline")
    return _filed(text, expressions) or (None if stated else _foreign_byline(text[:top], language))


def _outlived(when: Interval, text: str, expressions: Sequence[TimeExpression], language: Language) -> bool:
    """Does the text tell of later days as past? Then it was not written then: `By a contract dated …` is no byline."""
    later = 0
    for expression in expressions:
        day = _day(expression)
        if day is not None and (day.first_day or 0) > (when.last_day or 0):
            later += tense(text, expression.start, expression.end, language) < 0
        if later == _LATER:
            return True
    return False


def _filed(text: str, expressions: Sequence[TimeExpression]) -> Published | None:
    """The date of its dateline; a text with several, of several days, is a chronicle or more than one story."""
    days = {(_day(expression), expression.end <= TOP) for expression in in_datelines(text, expressions)}
    (when, at_top), *others = days or {(None, False)}
    return Published(when, "byline") if when is not None and at_top and not others else None


def _day(expression: TimeExpression) -> Interval | None:
    """The complete day of an expression, without its time of day."""
    meaning = expression.day
    if not isinstance(meaning, Fixed) or meaning.when.precision != Precision.DAY or meaning.when.approximate:
        return None
    return meaning.when


def _says_when(text: str, expression: TimeExpression, language: Language) -> bool:
    return is_signed(text, expression, language) or tells_of_itself(text, expression, language)


def _start(when: Interval) -> int:
    return when.first_day or 0


def _foreign_byline(top: str, language: Language) -> Published | None:
    """A byline in a form that the language's rules do not read: left to dateparser."""
    stated = byline_words(language)[2].search("\n" + top.lower())  # every line begins behind a line break
    if stated is None or not re.search(r"[0-9]{4}", stated[1]):
        return None
    import dateparser  # slow to import; only such lines need it

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
    words = stated[1].strip(" .:|*_")
    parsed = dateparser.parse(words, languages=[language.code], settings=settings)
    return None if parsed is None else Published(Interval.day(parsed.year, parsed.month, parsed.day), "byline")


def _inferred(text: str, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """The year, where the text itself leaves one.

    `last year` beside dates of which the newest is of the year after: all that is told in dates lies in the past of
    the writing, and what happened `last year` is told with a date of that year elsewhere in the text. Or a month of
    no year that is compared with the same of a year told.
    """
    offsets = {outer.offset for e in expressions if (outer := _year_word(e)) is not None}
    compared = set(years_compared(text, expressions, language))
    if not offsets and not compared:
        return None
    mentions = resolve(expressions, text, language, None, "narrative")
    told = [m for m in mentions if m.point is not None and m.point.precision.rank <= Precision.YEAR.rank]
    years: set[int] = set()
    for one in told:
        year = one.point.calendar_year if one.point is not None else None
        if year is not None and year not in years and _told_of(one, text, language):
            years.add(year)
    newest = max(years, default=None)
    if len(compared) == 1 and (newest is None or newest <= max(compared)):
        return Published(Interval.year(compared.pop()).approximately(), "inferred")
    if newest is None or not offsets or not all(newest + offset in years for offset in offsets):
        return None
    if not _of_one_time(told, years, newest, offsets, text):
        return None
    return Published(Interval.year(newest).approximately(), "inferred")


def _of_one_time(told: Sequence[TimeMention], years: Set[int], newest: int, offsets: Iterable[int], text: str) -> bool:
    """Whether days or months of the newest year, and of the one before, bear it out; a short text tells of no other."""
    if len(text) <= _SHORT and years <= {newest - 1, newest}:
        return True
    fine = {one.point.calendar_year for one in told if one.point is not None and one.point.precision.rank < _YEAR}
    return len(text) <= _LONG and newest in fine and all(newest + offset in fine for offset in offsets)


def _told_of(mention: TimeMention, text: str, language: Language) -> bool:
    """A date of what has been, not of a year's accounts or crop (`fiscal 1988`, `1987/88`) that may lie ahead."""
    if "fiscal" in mention.rule or mention.rule.startswith("date.years"):
        return False
    return tense(text, mention.start, mention.end, language) <= 0


def _year_word(expression: TimeExpression) -> Relative | None:
    """`last year` or `this year`, alone or after a day."""
    meaning = expression.meaning.outer if isinstance(expression.meaning, Within) else expression.meaning
    if isinstance(meaning, Relative) and meaning.unit == "year" and meaning.leans == "document":
        return meaning if -1 <= meaning.offset <= 0 else None
    return None
