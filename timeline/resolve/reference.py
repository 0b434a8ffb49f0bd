"""Which date the document has: given > metadata > stated byline > inferred from its own text > none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.events import AUXILIARY, EVENT
from timeline.languages.filed import NAME
from timeline.model.document import Document, Published
from timeline.model.expression import Clock, Fixed, Relative, TimeExpression, Within
from timeline.model.mention import TimeMention
from timeline.resolve.compared import years_compared
from timeline.resolve.dateline import in_datelines
from timeline.resolve.filing import filed, slugged
from timeline.resolve.resolver import resolve
from timeline.resolve.tense import tense
from timeline.temporal.interval import Interval
from timeline.temporal.precision import Precision

_TOP, _BOTTOM = 1500, 500
_TOP_LINES = 10
_LONGEST_BYLINE = 160
_LONGEST_MEETING = 120
_LATER = 2
"""Days told as past that a text's own date cannot lie before: one may be a slip."""
_PAPER = re.compile(rf"[ \t*_>]{{0,4}}{NAME}(?:, {NAME}){{0,2}}(?:,| ?[-–—|·•:]| \()[ \t]{{0,3}}")
_PAPER_AFTER = re.compile(rf"[ \t]{{0,3}}[|·•–—][ \t]{{0,3}}{NAME}[\s.*_]*")
_PAGE = re.compile(r"\)?(?:,? [a-z]{1,5}\.? ?[0-9]{1,4})?[\s.*_]*")
_WORD = re.compile(r"[^\W0-9_]+")
_SENTENCE = re.compile(r"[.!?|]\s")
_AROUND = re.compile(r"[\s,.;:|/()\[\]*_–—-]*")


def find(document: Document, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """The document's date and how it is known; None when nothing tells it."""
    if document.published is not None:
        return document.published
    return (
        slugged(document.text)
        or _byline(document.text, expressions, language)
        or filed(document, expressions, language)
        or _inferred(document.text, expressions, language)
    )


def _byline(text: str, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """A date on a line that says when the text was written, near its top or its end."""
    top, bottom = min(_TOP, len(text)), max(0, len(text) - _BOTTOM)
    near = [e for e in expressions if e.end <= top or e.start >= bottom]
    stated = [when for e in near if (when := _day(e)) is not None and _is_byline(text, e, language)]
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
    days = {(_day(expression), expression.end <= _TOP) for expression in in_datelines(text, expressions)}
    (when, at_top), *others = days or {(None, False)}
    return Published(when, "byline") if when is not None and at_top and not others else None


def _day(expression: TimeExpression) -> Interval | None:
    """The complete day of an expression, without its time of day."""
    meaning = expression.meaning.day if isinstance(expression.meaning, Clock) else expression.meaning
    if not isinstance(meaning, Fixed) or meaning.when.precision != Precision.DAY or meaning.when.approximate:
        return None
    return meaning.when


@lru_cache(maxsize=32)
def _words(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = language.resolve
    said = "|".join(table["byline"])
    by = "|".join(table["byline_author"])
    return (
        re.compile(rf"(?<![a-z])(?:{said})(?![a-z])[^.!?\n]{{0,30}}\Z"),
        re.compile(rf"[^a-z]{{0,6}}(?:{by})\s"),
        re.compile(rf"\n[^a-z\n]{{0,8}}(?:{said})(?: on| at)?[:\s]{{1,3}}([^\n]{{6,40}})"),
    )


def _is_byline(text: str, expression: TimeExpression, language: Language) -> bool:
    said, by, _ = _words(language)
    begin = text.rfind("\n", 0, expression.start) + 1
    end = text.find("\n", expression.end)
    end = len(text) if end < 0 else end
    before, after = text[begin : expression.start], text[expression.end : end]
    lines = text.count("\n", 0, begin)
    if _met(before, lines, language):
        return True
    match = said.search(before.lower())
    if match is not None and not _of_another(before[: match.start()], language):
        return True
    if end - begin > _LONGEST_BYLINE or lines > 2 * _TOP_LINES:
        return False
    if _AROUND.fullmatch(before) and _AROUND.fullmatch(after):
        return expression.end <= _TOP
    if lines < _TOP_LINES and _beside_paper(before, after, lines, language):
        return bool(text[end:].strip())
    separated = "|" in before or " / " in before or before.rstrip().endswith((",", "-", "–", "—", "·"))
    return bool(by.match(before.lower())) and separated and len(after) < 40


def _beside_paper(before: str, after: str, lines: int, language: Language) -> bool:
    """`Aldern Courier, | 15 December 2018`, `Oslo, | 3 May 1921`, `10 July 2021 | Aldern Courier` under a title.

    Alone on its line, and no happening in the name: not `Siege of Ash, 3 May 1421`.
    """
    first = _PAPER.fullmatch(before) and _PAGE.fullmatch(after)
    last = lines > 0 and _AROUND.fullmatch(before) and _PAPER_AFTER.fullmatch(after)
    if not first and not last:
        return False
    return not any(language.events.bits.get(word.lower(), 0) & EVENT for word in _WORD.findall(before + after))


def _met(before: str, lines: int, language: Language) -> bool:
    """`Minutes of the Parish Council`, `Held in the village hall on |`, on one of the first lines: of a meeting."""
    words = before.lower().lstrip(" *_#>").split()
    if lines >= _TOP_LINES or len(before) > _LONGEST_MEETING or any(sign in before for sign in ".!?;"):
        return False
    return any(" ".join(words).startswith(f"{opening} ") for opening in language.resolve["byline_met"])


def _of_another(before: str, language: Language) -> bool:
    """`the award was` published, `2,004 people` signed: said of something else than the text itself."""
    words = _WORD.findall(_SENTENCE.split(before)[-1])
    own = {word.lower() for word in words}
    if any(language.events.bits.get(word, 0) & AUXILIARY for word in own):  # `was ended by a treaty, signed on …`
        own -= set(language.resolve["byline_author"])
    return any(word.islower() for word in words) and own.isdisjoint(language.resolve["byline_own"])


def _foreign_byline(top: str, language: Language) -> Published | None:
    """A byline in a form that the language's rules do not read: left to dateparser."""
    stated = _words(language)[2].search("\n" + top.lower())  # every line begins behind a line break
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
    return Published(Interval.year(newest).approximately(), "inferred")


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
