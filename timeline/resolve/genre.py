"""How a text leans: on the date it was written (news), or on the dates that it tells (narrative)."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.languages import Language
from timeline.languages.style import is_post
from timeline.model.document import Published
from timeline.model.expression import Clock, Fixed, Partial, Relative, TimeExpression
from timeline.resolve.compared import years_compared
from timeline.resolve.dateline import in_datelines
from timeline.resolve.letters import Letters
from timeline.resolve.lines import is_heading, is_title, opens_line
from timeline.resolve.week import of_its_week
from timeline.temporal.precision import Precision

_MANY = 2
"""Words like `Monday`, `yesterday`, `last week` that show a text without a date to be of its day."""
_TOP = 1500
"""Characters at whose end no dateline is looked for any more."""
_ENTRIES = 3
"""Lines that open with a day of no year (`June 28. Rain.`) and make a text a diary, whatever it tells of its week."""
_LONG_PAST = 90
"""Days before the writing on which a story may open that is no news."""
_YEARS_PAST = 700
"""Days before the writing that each step of a story told in order lies back."""
_STEPS = 3
_OPENING = 8
"""Signs before a time of day that opens a line: `- At `."""
_MONTH = Precision.MONTH.rank
GENRES = ("news", "narrative", "colloquial")


def choose(
    text: str,
    expressions: Sequence[TimeExpression],
    language: Language,
    published: Published | None,
    letters: Letters | None = None,
) -> str:
    """`news` or `narrative`, from what the expressions are; a document of no date is news if it speaks of its week.

    `letters`: those of the text, where the caller has looked for them.
    """
    if is_post(text):
        return "colloquial"
    if Letters(text, language) if letters is None else letters:
        return "news"  # each letter leans on the day that it was written
    if published is None:
        bare = [e for e in expressions if _of_no_year(e)]
        if in_datelines(text, bare):
            return "news"
        if sum(opens_line(text, e.start) for e in bare) >= _ENTRIES:
            return "narrative"
    weekly = sum(map(of_its_week, expressions))
    if published is None or published.when.precision.rank >= Precision.YEAR.rank:
        compared = next(years_compared(text, expressions, language), None)
        if compared is not None and _distant(expressions, compared) <= _MANY:  # a history compares once, too
            return "news"
        if published is None and _opens_with_a_day(expressions):
            return "narrative"
        full = sum(1 for e in expressions if isinstance(e.meaning, Fixed))
        return "news" if weekly >= _MANY and full <= 3 * weekly else "narrative"
    if published.how == "byline" and in_datelines(text, (e for e in expressions if e.end <= _TOP)):
        return "news"
    year = published.when.calendar_year or 0
    distant = _distant(expressions, year)
    if _opens_long_past(expressions, published) or _tells_in_order(expressions, published, language):
        return "narrative"
    if _heads_days(text, expressions, published):
        return "narrative"
    looks_back = distant > 3 and distant > 3 * weekly and not _opens_with_its_week(expressions, year)
    return "narrative" if looks_back else "news"


def _heads_days(text: str, expressions: Sequence[TimeExpression], published: Published) -> bool:
    """Whether days before that of the writing head parts of the text: of an incident, told day by day in a report."""
    written = published.when.first_day
    headed = [e.day for n, e in enumerate(expressions) if _heads(text, e, expressions[n + 1 : n + 3])]
    whole = [day.when.last_day or 0 for day in headed if isinstance(day, Fixed) and day.when.precision is Precision.DAY]
    days = len(whole) + sum(isinstance(day, Partial) and day.day is not None for day in headed)
    return written is not None and days >= _MANY and bool(whole) and max(whole) < written


def _heads(text: str, day: TimeExpression, following: Sequence[TimeExpression]) -> bool:
    """Whether a day is all of its line, or stands in a title over a line that a time of day opens."""
    if is_heading(text, day.start, day.end):
        return True
    below = next((one for one in following if "\n" in text[day.end : one.start]), None)
    if below is None or not isinstance(below.meaning, Clock) or below.meaning.day is not None:
        return False
    opening = text[day.end : below.start].rpartition("\n")[2]
    return len(opening) <= _OPENING and is_title(text, day.start, day.end)


def _opens_with_its_week(expressions: Sequence[TimeExpression], year: int) -> bool:
    """`… died on Saturday.`, and a whole life after it: is a day of its week told before any year long past?

    Not `Today the mill is a museum.`
    """
    first = next((e for e in expressions if of_its_week(e) or _distant((e,), year)), None)
    day = first.day if first is not None and of_its_week(first) else None
    return isinstance(day, Partial) or (isinstance(day, Relative) and day.offset != 0)


def _opens_with_a_day(expressions: Sequence[TimeExpression]) -> bool:
    """`On Thursday 26 April 1810 … On the Saturday …`: a whole date before all weekdays, and no `yesterday`."""
    first = next((e for e in expressions if of_its_week(e) or _is_whole(e)), None)
    told_from_now = any(isinstance(e.day, Relative) for e in expressions if of_its_week(e))
    return first is not None and _is_whole(first) and not told_from_now


def _is_whole(expression: TimeExpression) -> bool:
    """A day of a year."""
    day = expression.day
    return isinstance(day, Fixed) and day.when.precision is Precision.DAY


def _opens_long_past(expressions: Sequence[TimeExpression], published: Published) -> bool:
    """`The phone rang on 23 February 2019.`, told in October 2020: does a story open on a day long past?

    And is nothing told from the day of the writing: no `yesterday`, no `last week`.
    """
    day, body = published.when.first_day, [e for e in expressions if not _is_of(e, published)]
    if day is None or not body or any(isinstance(e.day, Relative) and of_its_week(e) for e in body):
        return False
    first = body[0].day
    if not isinstance(first, Fixed) or first.when.precision != Precision.DAY:
        return False
    return (first.when.last_day or day) < day - _LONG_PAST


def _tells_in_order(expressions: Sequence[TimeExpression], published: Published, language: Language) -> bool:
    """`In June 2013 … On 12 January 2014 … On 13 March 2015 …`: days and months long past, in order, before any other.

    And before the text tells anything from the day of its writing.
    """
    day, before, steps = published.when.first_day, 0, 0
    for expression in expressions:
        told = expression.day
        if _of_week_told(expression, language):
            continue
        if of_its_week(expression) or (isinstance(told, Partial) and told.pick is not None and told.leans != "mention"):
            return False
        if not isinstance(told, Fixed) or _is_of(expression, published) or told.when.precision.rank > _MONTH:
            continue
        first, last = told.when.first_day or 0, told.when.last_day
        if day is None or last is None or last > day - _YEARS_PAST or first < before:
            return False
        before, steps = first, steps + 1
        if steps == _STEPS:
            return True
    return False


def _of_week_told(expression: TimeExpression, language: Language) -> bool:
    """`collected on the Friday of the same week`: no weekday of the writing."""
    told = expression.day
    weekday = isinstance(told, Partial) and told.weekday is not None and told.pick is None
    return weekday and expression.text.split(None, 1)[0].lower() in language.resolve["the"]


def _is_of(expression: TimeExpression, published: Published) -> bool:
    """Whether an expression tells the day of the writing: the byline."""
    told = expression.day
    return isinstance(told, Fixed) and told.when.first_day == published.when.first_day


def _distant(expressions: Sequence[TimeExpression], year: int) -> int:
    """Full dates of other years than that of the writing and those beside it."""
    fixed = (e.meaning.when.calendar_year or year for e in expressions if isinstance(e.meaning, Fixed))
    return sum(abs(other - year) > 2 for other in fixed)


def _of_no_year(expression: TimeExpression) -> bool:
    """`June 3`."""
    meaning = expression.meaning
    return isinstance(meaning, Partial) and meaning.month is not None and meaning.day is not None
