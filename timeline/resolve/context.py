"""What a document has told so far, as far as placing needs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.languages import Language
from timeline.model.document import Published
from timeline.model.expression import SAME_SEASON, Fixed, Length, Partial, Relative, Shift, TimeExpression
from timeline.model.mention import Anchor, TimeMention
from timeline.resolve.bounds import Prepositions, bound
from timeline.resolve.day_first import day_first
from timeline.resolve.letters import Letters
from timeline.resolve.lines import heads_log, is_title, opens_line
from timeline.resolve.sections import Sections
from timeline.resolve.terms import defines
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_LONG = frozenset(("year", "decade", "century"))
_REPORTED = frozenset(("P6M", "P9M", "P12M", "P1Y"))
COMPARED = 900
"""Characters within which `a year earlier` compares with a quarter."""
_RANGE = 9
"""Characters between the two ends of a stretch of days: ` and `, ` through `."""
_NEAR = 200
_MOST_DATED = 4096
_BLANK_LINE = re.compile("\n(?=\n)")
_DAY, _MONTH, _YEAR = Precision.DAY.rank, Precision.MONTH.rank, Precision.YEAR.rank


class Told(NamedTuple):
    """A date that was told, and by which words."""

    when: Interval
    first_day: int
    expression: TimeExpression
    value: str

    @property
    def anchor(self) -> Anchor:
        return Anchor("mention", self.when.edtf, "", self.expression.start, self.expression.end)


def _compares(expression: TimeExpression) -> bool:
    """Whether a quarter is only what another is compared with: `the year-ago quarter`, `the 1988 period`."""
    meaning = expression.meaning
    return isinstance(meaning, (Relative, Shift)) or (isinstance(meaning, Partial) and meaning.season == SAME_SEASON)


@dataclass(slots=True)
class Context:
    """Mutable, and private to one call of `resolve`."""

    text: str
    language: Language
    published: Published | None
    genre: str
    prepositions: Prepositions
    letters: Letters
    """Those of the document, if it is made of several."""
    anchor: Anchor | None = field(init=False)
    day: int | None = field(init=False)
    """The document's day; None when it has none or is known no better than to the month."""
    year: int | None = field(init=False)
    last: Told | None = None
    glance: Told | None = None
    """A far year told in passing, after `last`: the story goes on where it was, but `two years later` may mean it."""
    ahead: Interval | None = None
    """The complete date that the text tells next after the expression being placed, if it is near."""
    beside: TimeMention | None = None
    """The mention with which the expression being placed stands in a row or a range: `April or May`."""
    aside: Told | None = None
    """A day or week looked back at, after `last`: `two weeks ago he fell; the same day …`."""
    passed: Told | None = None
    """Any date passed by after `last`."""
    last_day: Told | None = None
    headed: Told | None = None
    """The day told last that opens its line: of a log whose entries open with a time of day, it is the day of each."""
    entry: Told | None = None
    """The day that heads the entry in which the expression being placed stands, set before each."""
    last_month: Told | None = None
    last_quarter: Told | None = None
    _sections: Sections | None = None
    _day_first: bool | None = None
    _names_terms: bool | None = None
    _blanks: list[int] | None = None
    """Where blank lines begin."""
    days: dict[tuple[int, int], Told] = field(default_factory=dict)
    """(month, day) → the complete date of which the document told last: `on 4 October` is that one again."""
    yearly: set[tuple[int, int]] = field(default_factory=set)
    """(month, day) of which complete dates of several years were told."""
    year_told: int = -1
    """Where a report last spoke of half a year or more: `the first nine months`. A year earlier is then a year."""
    dated: list[Told] = field(default_factory=list)
    """Days and months told, in order; of very many the last."""
    stretch: tuple[int, int] | None = None
    """First and last day of the stretch told last, until a date outside of it is told."""
    year_before: int = 1
    """The year told last, for years counted without their era: 1 - n is n B.C."""
    within_stretch: set[int] = field(default_factory=set)
    """Where years without an era stand that lie in the stretch of years B.C. told last."""
    goes_on: bool = False
    """The text is resolved passage by passage, and this is of all of them."""
    terms: dict[str, Told] = field(default_factory=dict)
    """Names that the document gave to a dated thing: `the first notice`."""
    letter: int | None = None
    """Which of the letters of the document is being read."""
    whole: Published | None = None
    """The date of the document that holds the letters."""
    letters_dated: dict[int, Published] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lean_on_document()

    def _lean_on_document(self) -> None:
        self.anchor = self.day = self.year = None
        if self.published is not None and self.published.when.first_day is not None:
            when = self.published.when
            self.anchor = Anchor("document", when.edtf, self.published.how)
            self.year = when.calendar_year
            self.day = when.first_day if when.precision.rank <= _DAY else None

    def open_letter(self, number: int | None, dated: Published) -> None:
        """Read on in a letter of the document, or behind all, leaning on its own day and on no date of another."""
        if self.letter is None:
            self.whole = self.published
        self.letter, self.published = number, dated
        self._lean_on_document()
        self.last = self.glance = self.aside = self.last_day = self.headed = None
        self.last_month = self.last_quarter = self.stretch = None
        self.dated = []

    def tell(self, expression: TimeExpression, when: Interval, value: str) -> None:
        """Remember a date that others may lean on."""
        first = when.first_day
        if first is None:
            return
        told = Told(when, first, expression, value)
        rank = when.precision.rank
        if rank == _YEAR and self._goes_on_in(when, expression):
            return
        self.last, self.glance, self.aside, self.passed = told, None, None, None
        if rank <= _DAY and when.last_day == first:
            self.last_day = told
            if self.opens_line(expression) or self._heads(expression, first):
                self.headed = told
            meaning = expression.day
            if isinstance(meaning, Fixed) or (isinstance(meaning, Partial) and meaning.year is not None):
                _, month, day = from_jdn(first)
                before = self.days.get((month, day))
                if before is not None and before.when.calendar_year != when.calendar_year:
                    self.yearly.add((month, day))
                self.days[month, day] = told
        elif isinstance(expression.meaning, Relative) and expression.meaning.unit == "day":
            self.last_day = None  # some day of a week: nothing can be counted from it
        if rank <= _MONTH:
            self.last_month = told
            self.stretch = self._stretch(told)
            self.dated.append(told)
            if len(self.dated) > _MOST_DATED:
                del self.dated[: _MOST_DATED // 2]
        if when.precision == Precision.QUARTER and not _compares(expression):
            self.last_quarter = self._quarter(told)

    def _stretch(self, told: Told) -> tuple[int, int] | None:
        """The stretch that a date ends, or the one in which it lies."""
        first, end = told.first_day, told.first_day if told.when.last_day is None else told.when.last_day
        before = self.dated[-1] if self.dated else None
        if before is not None and before.first_day < first and self._joined(before, told):
            return before.first_day, end
        return self.stretch if self.stretch is not None and self.stretch[0] <= first <= self.stretch[1] else None

    def _joined(self, one: Told, two: Told) -> bool:
        """Whether next to nothing stands between two dates, and no sentence ends there."""
        gap = self.text[one.expression.end : two.expression.start]
        return len(gap) <= _RANGE and ". " not in gap

    def _quarter(self, told: Told) -> Told:
        """The quarter that a report is about: one that is over is not displaced by one that is not yet."""
        before = self.last_quarter
        if before is not None and 360 < before.first_day - told.first_day < 370:
            return before  # `up from the second quarter of 2018`: what it is compared with
        if before is None or self.day is None or (told.when.last_day or 0) <= self.day:
            return told
        return before if (before.when.last_day or 0) <= self.day else told

    def _goes_on_in(self, year: Interval, expression: TimeExpression) -> bool:
        """Whether a bare year only says again in which year the month or day told last lies."""
        last = self.last
        if self.genre != "narrative" or last is None or last is not self.last_month or not year.covers(last.when):
            return False
        return isinstance(expression.meaning, Fixed) and self.in_one_paragraph(last, expression)

    def _heads(self, expression: TimeExpression, day: int) -> bool:
        """`NIGHT WATCH 16/17 NOVEMBER`, `Day 2 (17 May)`: the first day on its line, and not that of the writing."""
        titled = day != self.day and is_title(self.text, expression.start, expression.end)
        if not titled and not heads_log(self.text, expression.start):
            return False
        headed = self.headed
        return headed is None or "\n" in self.text[headed.expression.end : expression.start]

    def entry_of(self, expression: TimeExpression) -> Told | None:
        """The day that heads the entry of an expression, in its paragraph; none of `The next morning he left.`"""
        told = self.headed
        if (
            told is None
            or isinstance(told.expression.day, (Relative, Shift))
            or self.opens_line(expression)
            or not self.in_one_paragraph(told, expression)
        ):
            return None
        return told

    def opens_line(self, expression: TimeExpression) -> bool:
        """Whether nothing but signs stands before an expression in its line."""
        return opens_line(self.text, expression.start)

    def in_one_paragraph(self, told: Told, expression: TimeExpression) -> bool:
        """Whether no blank line stands between a date told before and an expression."""
        if self._blanks is None:  # once: from a head far above, every look would go over all the text between
            self._blanks = [blank.start() for blank in _BLANK_LINE.finditer(self.text)]
        blank = bisect_left(self._blanks, told.expression.end)
        return blank == len(self._blanks) or self._blanks[blank] > expression.start - 2

    def is_near(self, told: Told, expression: TimeExpression, most: int) -> bool:
        """The same, and at most so many characters."""
        return expression.start - told.expression.end <= most and self.in_one_paragraph(told, expression)

    def pass_by(self, expression: TimeExpression, when: Interval, value: str) -> None:
        """Remember a complete date that the story only glances at."""
        if when.first_day is None:
            return
        self.passed = told = Told(when, when.first_day, expression, value)
        if when.precision.rank <= Precision.WEEK.rank:
            self.aside = told
        if isinstance(expression.meaning, Fixed):
            self.glance = told

    def hear(self, expression: TimeExpression) -> None:
        """Remember a length that a report compares by: after nine months of results a year earlier is no quarter."""
        if isinstance(expression.meaning, Length) and expression.meaning.iso in _REPORTED:
            self.year_told = expression.start

    def compared(self, offset: int) -> Told | None:
        """The quarter that `a year earlier` at an offset is compared with."""
        quarter = self.last_quarter
        if quarter is None or quarter.expression.start < self.year_told or offset - quarter.expression.end > COMPARED:
            return None
        return quarter

    @property
    def day_first(self) -> bool:
        """Does the document write `13/2/2019`?"""
        if self._day_first is None:
            self._day_first = day_first(self.text, self.language)
        return self._day_first

    @property
    def names_terms(self) -> bool:
        """Does the document name dated things: `("the First Notice")`?"""
        if self._names_terms is None:
            self._names_terms = defines(self.text)
        return self._names_terms

    def section_year(self, offset: int) -> int | None:
        """The year that heads the section, in a story."""
        return self._in_sections().year(offset) if self.genre == "narrative" else None

    def in_heading(self, told: Told, offset: int) -> bool:
        """`Letters home, 1916`: was a date told in the heading under which an offset stands?"""
        first, last = self._in_sections().head(offset)
        at = told.expression.start
        return self.genre == "narrative" and first <= at < last and not bound(self.text, at, self.prepositions)

    def _in_sections(self) -> Sections:
        if self._sections is None:
            self._sections = Sections(self.text, self.language)
        return self._sections

    def told(self, unit: str) -> Told | None:
        """The last date fine enough to count in a unit from."""
        if unit in ("day", "week", "weekend", "fortnight", "hour", "minute", "second", "night"):
            return self.last_day
        if unit in ("month", "quarter", "season"):
            return self.last_month or self.last
        return self.last

    def near(self, unit: str, offset: int) -> Told | None:
        """As `told`, for what is counted from the words just before: a glance within a sentence or so comes first."""
        aside = self.aside
        if aside is not None and unit == "day" and offset - aside.expression.end < _NEAR:
            return aside
        if self.glance is not None and unit in _LONG and offset - self.glance.expression.end < _NEAR:
            return self.glance
        return self.told(unit)
