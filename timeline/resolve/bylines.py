"""Lines that say when a text was written: `Published 3 May 2020`, `By Ann Lee | May 12, 2023`, `Oslo, 3 May 1921`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.languages import Language
from timeline.languages.events import AUXILIARY, EVENT
from timeline.languages.filed import NAME
from timeline.model.document import Published
from timeline.model.expression import Clock, Fixed, TimeExpression
from timeline.resolve.week import of_its_week
from timeline.temporal.precision import Precision

TOP = 1500
"""Characters from the beginning in which such a line stands."""
_TOP_LINES = 10
_LONGEST_BYLINE = 160
_LONGEST_MEETING = 120
_STATED = 80
"""Characters before a date in which words like `published` stand."""
_MOST_NAMES = 9
_ROWS = 3
"""Lines with a date each that make a list."""
_STAMP = re.compile(r"[A-Z][a-z]{2,8},? [^\n]{0,24}[0-9]{4},? [0-9]{1,2}[.:][0-9]{2} ?[A-Z]{3,4}")
_LONGEST_WORD = 24
_DATE = "\x00"
"""Stands for a time on the line."""
_PAPER = re.compile(rf"[ \t*_>]{{0,4}}{NAME}(?:, {NAME}){{0,2}}(?:,| ?[-–—|·•:]| \()[ \t]{{0,3}}")
_PAPER_AFTER = re.compile(rf"[ \t]{{0,3}}[|·•–—][ \t]{{0,3}}{NAME}[\s.*_]*")
_PAGE = re.compile(r"\)?(?:,? [a-z]{1,5}\.? ?[0-9]{1,4})?[\s.*_]*")
_WORD = re.compile(r"[^\W0-9_]+")
_SENTENCE = re.compile(r"[.!?|]\s")
_AROUND = re.compile(r"[\s,.;:|/()\[\]*_–—-]*")
_PARTED = re.compile(r"\s[|•·–—-]\s|\s/\s")


@lru_cache(maxsize=32)
def byline_words(language: Language) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before the date of such a line: `published`, at its end; `by`; and all of a line that begins so."""
    table = language.resolve
    said = "|".join(table["byline"])
    by = "|".join(table["byline_author"])
    return (
        re.compile(rf"(?<![a-z])(?:{said})(?![a-z])[^.!?\n]{{0,30}}\Z"),
        re.compile(rf"[^a-z]{{0,6}}(?:{by})\s"),
        re.compile(rf"\n[^a-z\n]{{0,8}}(?:{said})(?: on| at)?[:\s]{{1,3}}([^\n]{{6,40}})"),
    )


def is_byline(text: str, expression: TimeExpression, expressions: Sequence[TimeExpression], language: Language) -> bool:
    """Whether a complete day stands on a line that says when the text was written. `expressions`: all of the text."""
    if _is_stamp(text, expression, language):
        return True
    said, by, _ = byline_words(language)
    begin = text.rfind("\n", 0, expression.start) + 1
    end = text.find("\n", expression.end)
    end = len(text) if end < 0 else end
    before, after = text[begin : expression.start], text[expression.end : end]
    lines = text.count("\n", 0, begin)
    if _met(before, lines, language):
        return True
    low = before.lower()
    match = said.search(low, max(0, len(low) - _STATED))
    if match is not None and not _of_another(before[: match.start()], language):
        return True
    if end - begin > _LONGEST_BYLINE or lines > 2 * _TOP_LINES:
        return False
    alone = _AROUND.fullmatch(before) or low.strip(" \t*_>:(") in language.resolve["byline_alone"]
    if alone and _AROUND.fullmatch(after):
        return expression.end <= TOP and sum(_is_alone(text, e) for e in expressions) < _ROWS
    if lines < _TOP_LINES and text[end:].strip() and _heads(text, begin, end, expressions, language):
        return True
    if lines < _TOP_LINES and _beside_paper(before, after, lines, language):
        return bool(text[end:].strip())
    separated = "|" in before or " / " in before or before.rstrip().endswith((",", "-", "–", "—", "·"))
    return bool(by.match(low)) and separated and len(after) < 40


def _is_alone(text: str, expression: TimeExpression) -> bool:
    """A day that has its line to itself: three such lines are those of a log or a diary."""
    if not _is_day(expression):
        return False
    begin, end = text.rfind("\n", 0, expression.start) + 1, text.find("\n", expression.end)
    after = text[expression.end : end if end >= 0 else len(text)]
    return bool(_AROUND.fullmatch(text[begin : expression.start]) and _AROUND.fullmatch(after))


def _heads(text: str, begin: int, end: int, expressions: Sequence[TimeExpression], language: Language) -> bool:
    """`3 Mar 2015 – 14:02`, `Jane Roe, Tuesday 3 March 2015 14.02 GMT`, `Pool to close — 3 March 2015 — The Post`.

    Nothing beside the one date but names, or a part of the line of its own; in a text that tells of its week.
    """
    told = [e for e in expressions if begin <= e.start and e.end <= end]
    if sum(map(_is_day, told)) != 1:
        return False
    rest = text[begin:end]
    for one in reversed(told):
        rest = rest[: one.start - begin] + _DATE + rest[one.end - begin :]
    words = _WORD.findall(rest)
    if not words:
        return True
    if len({text.count("\n", 0, e.start) for e in expressions if _is_day(e) and e.start < TOP}) >= _ROWS:
        return False
    if not any(map(of_its_week, expressions)):
        return False
    if not text[:begin].strip() and rest.rstrip(" \t*_").endswith(f", {_DATE}"):
        return not _tells(words, language)  # `Talk with the mayor, 4 June 2015`: the title
    return _all_names(words, language) or any(
        _DATE in part and _WORD.search(part) is None for part in _PARTED.split(rest)
    )


def issued(text: str, expressions: Sequence[TimeExpression], language: Language) -> Published | None:
    """The month of the issue of a magazine, told at its top: `*Orbit, no. 212, March 2025, pp. 34–37.*`; else None."""
    for expression in expressions:
        meaning = expression.meaning
        if expression.end > TOP // 2:
            return None
        if not isinstance(meaning, Fixed) or meaning.when.precision != Precision.MONTH:
            continue
        begin = text.rfind("\n", 0, expression.start) + 1
        before = text[begin : expression.start].lower()
        if len(before) > _LONGEST_BYLINE or text.count("\n", 0, begin) >= _TOP_LINES:
            continue
        words = "|".join(language.resolve["byline_issue"])
        if re.search(rf"(?<![a-z])(?:{words})[. ]{{1,2}}[0-9]{{1,4}}[,) |·–—(-]{{1,4}}\Z", before):
            return Published(meaning.when, "byline")
    return None


def _is_stamp(text: str, expression: TimeExpression, language: Language) -> bool:
    """`Sunday 26 April 2009 11.25 BST`: weekday, day, time and zone, and no `on` or `until` before, as pages write."""
    if expression.end > TOP or not isinstance(expression.meaning, Clock) or _STAMP.fullmatch(expression.text) is None:
        return False
    before = text[max(0, expression.start - _LONGEST_WORD) : expression.start].split()
    return not before or before[-1] not in language.resolve["byline_in_sentence"]


def _all_names(words: Sequence[str], language: Language) -> bool:
    """Names, and no happening among them: not `Siege of Ash`."""
    beside = language.resolve["byline_beside"]
    if len(words) > _MOST_NAMES or not all(word[0].isupper() or word.lower() in beside for word in words):
        return False
    return not _tells(words, language)


def _tells(words: Sequence[str], language: Language) -> bool:
    """Whether a happening is among the words, or what is said of a life: `Siege of Ash`, `Jane Roe, born`."""
    told_of = language.resolve["aside"]
    return any(language.events.bits.get(word.lower(), 0) & EVENT or word.lower() in told_of for word in words)


def _is_day(expression: TimeExpression) -> bool:
    """A day with its year."""
    meaning = expression.day
    return isinstance(meaning, Fixed) and meaning.when.first_day == meaning.when.last_day


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
    if lines >= _TOP_LINES or len(before) > _LONGEST_MEETING or any(sign in before for sign in ".!?;"):
        return False
    words = " ".join(before.lower().lstrip(" *_#>").split())
    return _met_words(language).match(words) is not None


@lru_cache(maxsize=32)
def _met_words(language: Language) -> re.Pattern[str]:
    """A line's beginning, with names behind it or nothing at all: `Recorded |`, `Recorded by Ann Lee, |`."""
    return re.compile(rf"(?:{'|'.join(language.resolve['byline_met'])})(?: |\Z)")


def _of_another(before: str, language: Language) -> bool:
    """`the award was` published, `2,004 people` signed: said of something else than the text itself."""
    words = _WORD.findall(_SENTENCE.split(before)[-1])
    own = {word.lower() for word in words}
    if any(language.events.bits.get(word, 0) & AUXILIARY for word in own):  # `was ended by a treaty, signed on …`
        own -= set(language.resolve["byline_author"])
    return any(word.islower() for word in words) and own.isdisjoint(language.resolve["byline_own"])
