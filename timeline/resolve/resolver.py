"""Expressions in, mentions out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.errors import InputError
from timeline.languages import Language
from timeline.model.document import Published
from timeline.model.expression import (
    Anniversary,
    Fixed,
    Length,
    Partial,
    Relative,
    Repeat,
    Shift,
    TimeExpression,
    Vague,
)
from timeline.model.mention import Range, TimeMention
from timeline.resolve import ranges
from timeline.resolve.ahead import told_next
from timeline.resolve.anchors import Place
from timeline.resolve.ancient import counting
from timeline.resolve.bounds import bound, closely, prepositions
from timeline.resolve.colloquial import posted
from timeline.resolve.compared import holds_against
from timeline.resolve.context import Context
from timeline.resolve.entries import to_come
from timeline.resolve.genre import choose
from timeline.resolve.glances import foretold, glances, going_on, incidental, reckoned_otherwise
from timeline.resolve.historical import historical, told_once
from timeline.resolve.letters import Letters
from timeline.resolve.neighbours import by_next, following, in_line, within
from timeline.resolve.offsets import unplaced
from timeline.resolve.onward import looked_ahead
from timeline.resolve.periods import accounted
from timeline.resolve.place import place
from timeline.resolve.posted import date_letter, turn_to
from timeline.resolve.tense import tense
from timeline.resolve.terms import term
from timeline.resolve.twice import said_twice
from timeline.resolve.week import of_its_week
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import add_months
from timeline.temporal.precision import Precision

_SPANS = frozenset(("since", "until", "during"))
_DEADLINES = frozenset(("by", "before", "until"))
_OPENING = frozenset(("since", "until", "before"))
_ONLY_PLACED = (".day_from_event", ".week_from_event")
"""`the day after the fire` is a time only where the day of the fire is known."""
_LIFETIME = 60 * 365
"""Days: a bare year in passing, so far away, does not move a story."""
_WEEKS = 62
"""Days of a stretch that is told as one."""
_DECADE = Precision.DECADE.rank


def resolve(
    expressions: Sequence[TimeExpression],
    text: str,
    language: Language,
    published: Published | None = None,
    genre: str = "auto",
    *,
    context: Context | None = None,
) -> tuple[TimeMention, ...]:
    """Place each expression: `genre` is `news` (leans on `published`), `narrative` (on the last date told), `auto`, ….

    One mention for each expression, in order, but for those of rules that count in another genre only. Both ends of a
    range carry the same `range`. `context`: from `carried`, when a long text is resolved passage by passage.
    """
    context = context or _context(text, expressions, language, published, genre)
    genre = context.genre
    expressions = counting(told_once(expressions, text, genre), language.genres, context)
    opening = ranges.pairs(expressions, text, language)
    ahead = told_next(expressions) if genre == "narrative" else [None] * len(expressions)
    mentions: list[TimeMention] = []
    for number, tagged in enumerate(expressions):
        if isinstance(tagged.meaning, (Length, Repeat, Vague)):
            mentions.append(TimeMention(tagged, historical(tagged, genre), None, "point", None, ""))
            context.hear(tagged)
            continue
        head = turn_to(tagged, context)
        ends = following(number, expressions, opening, context)
        context.ahead, context.beside = ahead[number], in_line(number, expressions, mentions, opening, context)
        context.entry = context.entry_of(tagged)
        found = head or by_next(number, expressions, context)
        found = found or within(tagged, mentions[-1] if mentions else None, context) or place(tagged, context, ends)
        expression = tagged if found.when is not None else unplaced(tagged, found, text)
        mention = _mention(expression, found, context)
        if genre == "colloquial":
            mention = mention._replace(value=posted(expression, mention))
        mentions.append(mention)
        _remember(mention, context)
        if number - 1 in opening:
            _end_of_stretch(mentions[-2], mention, context)
    return _worth_keeping(said_twice(accounted(_joined(mentions, opening, language), text, language), text, context))


def _context(
    text: str, expressions: Sequence[TimeExpression], language: Language, published: Published | None, genre: str
) -> Context:
    letters = Letters(text, language)
    if genre == "auto":
        genre = choose(text, expressions, language, published, letters)
    return Context(text, language, published, genre, prepositions(language), letters)


def _worth_keeping(mentions: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    return tuple(one for one in mentions if one.point is not None or not one.rule.endswith(_ONLY_PLACED))


def _remember(mention: TimeMention, context: Context) -> None:
    """What a mention leaves for those after it."""
    expression, when = mention.expression, mention.point
    if when is None:
        return
    if date_letter(expression, when, context):
        return
    written = context.published
    stated = written is not None and written.how == "byline" and written.when == when
    if stated and context.last is None and not of_its_week(expression):
        return  # the line that tells when the text was written is no date of the story
    if foretold(expression, when, context) or going_on(expression, context):
        return
    if incidental(expression, context) or _aside(expression, when, context):
        context.pass_by(expression, when, mention.value)
        return
    context.tell(expression, when, mention.value)
    if context.names_terms and (name := term(context.text, expression.end)) and context.last is not None:
        context.terms[name] = context.last


def _end_of_stretch(one: TimeMention, two: TimeMention, context: Context) -> None:
    """`from 2 May until 2 June 2020, and filed on the 30th`: from the end of some weeks the story goes on."""
    first, last = one.point, two.point
    if first is None or last is None or not isinstance(two.expression.meaning, Fixed) or context.genre != "narrative":
        return
    days = (last.first_day or 0) - (first.first_day or 0)
    if first.precision == last.precision == Precision.DAY and 0 < days <= _WEEKS and context.aside is not None:
        context.tell(two.expression, last, two.value)


def carried(text: str, language: Language, published: Published | None, genre: str) -> Context:
    """What the passages of one text, resolved in order, have told so far; `genre` is not `auto`."""
    return Context(text, language, published, genre, prepositions(language), Letters(text, language), goes_on=True)


def _aside(expression: TimeExpression, when: Interval, context: Context) -> bool:
    """A glance at another time, after which the story goes on where it was: `the previous year`, `(1790)`, a plan."""
    meaning = expression.day
    if isinstance(meaning, Shift):
        return meaning.sign < 0
    if isinstance(meaning, Relative):
        return meaning.offset < 0 and meaning.leans == "mention"
    text = context.text
    if text[expression.start - 1 : expression.start] == "(" and text[expression.end : expression.end + 1] == ":":
        return True  # `412 million (first half of 2021: 381)`
    if reckoned_otherwise(expression, context):
        return True
    if isinstance(meaning, Partial):
        ahead = looked_ahead(expression, context) or to_come(expression, context)
        return ahead or (meaning.pick == 1 and not meaning.leans) or _pointed_back(meaning, when, context)
    if context.genre == "narrative" and glances(expression, when, context):
        return True
    if context.genre != "narrative":  # `the worst since Sept. 1, 1923`
        day = isinstance(meaning, Fixed) and when.precision == Precision.DAY
        return day and bound(text, expression.start, context.prepositions) == "since"
    if not isinstance(meaning, Fixed) or when.precision != Precision.YEAR:
        return False
    if context.year is not None and (when.calendar_year or 0) > context.year:
        return True  # `the comet comes back in 2061`: ahead of the writing
    if text[expression.start - 1 : expression.start] == "(" and text[expression.end : expression.end + 1] == ")":
        return True
    if holds_against(text, expression.start, context.language):
        return True
    last = context.last
    if last is not None and abs(last.first_day - (when.first_day or 0)) > _LIFETIME and not last.when.covers(when):
        return text[expression.start - 3 : expression.start] == "in "
    if context.opens_line(expression):
        return False  # `1894 – Work begins`: a chronicle
    return tense(text, expression.start, expression.end, context.language) > 0


def _pointed_back(meaning: Partial, when: Interval, context: Context) -> bool:
    """`He wrote in April. In May they met; no letter, he says, came that April.`: only what was told is pointed at."""
    last = context.last
    if meaning.pick != 0 or meaning.leans != "mention" or meaning.month is None or last is None:
        return False
    return when.last_day is not None and when.last_day < last.first_day


def _mention(expression: TimeExpression, found: Place, context: Context) -> TimeMention:
    when, sense = found.when, ""
    kind = "point"
    if when is not None:
        sense = bound(context.text, expression.start, context.prepositions)
        when = _to_the_day(expression, when, sense, context)
        if sense == "before" and not when.clock and closely(context.text, expression.start, context.language):
            when, sense = when.approximately(), ""
        if (sense in _SPANS and not when.clock) or when.precision.rank >= _DECADE:
            kind = "span"
        when = _opened(when, sense)
    return TimeMention(
        expression,
        found.value,
        when,
        kind,
        found.anchor,
        found.note,
        None,
        sense,
        _origin(expression, found.when),
        found.when,
    )


def _to_the_day(expression: TimeExpression, when: Interval, sense: str, context: Context) -> Interval:
    """`by the end of 2024`: its last day; `the first half of May`: from the 1st to the 15th."""
    if expression.mod not in ("START", "END") or when.first_day is None or when.last_day is None or when.clock:
        return when
    words = expression.text.lower().split()
    if when.precision == Precision.MONTH and not set(words).isdisjoint(context.language.resolve["half_words"]):
        first, last = when.first_day, when.last_day
        return Interval.days(first, first + 14) if expression.mod == "START" else Interval.days(first + 15, last)
    return _last_of(expression, when, context.language) if sense in _DEADLINES else when


def _last_of(expression: TimeExpression, when: Interval, language: Language) -> Interval:
    """The last day of what ends there: `the end of March`; else as it is."""
    is_end = expression.mod == "END" and not set(expression.text.lower().split()).isdisjoint(
        language.resolve["end_words"]
    )
    if not is_end or when.last_day is None or when.clock or when.precision.rank > Precision.YEAR.rank:
        return when
    return Interval.of_jdn(when.last_day)


def _origin(expression: TimeExpression, when: Interval | None) -> Interval | None:
    """The day that an anniversary remembers."""
    if not isinstance(expression.meaning, Anniversary) or when is None or when.first_day is None:
        return None
    return Interval.of_jdn(add_months(when.first_day, -12 * expression.meaning.years))


def _opened(when: Interval, sense: str) -> Interval:
    """`since` opens the end, `until` and `before` the start."""
    if sense not in _OPENING:
        return when
    date = replace(when, clock=None) if when.clock else when
    if when.clock:  # `shortly before noon`, `held it till noon`: on that day
        return date
    if sense == "since" and date.approximate and date.precision.rank >= _DECADE and date.calendar_year is not None:
        date = Interval.year(date.calendar_year).approximately()  # `since the late nineteenth century`
    try:
        return Interval.between(date, None) if sense == "since" else Interval.between(None, date)
    except InputError:
        return when


def _joined(mentions: list[TimeMention], opening: frozenset[int], language: Language) -> list[TimeMention]:
    for number in sorted(opening):
        one, two = mentions[number], mentions[number + 1]
        if one.point is None or one.range is not None:
            continue
        whole = _stretch(one.point, two, language)
        if whole is None:
            continue
        mentions[number] = one._replace(kind="span", range=Range(whole, one.start, two.end, True), when=one.point)
        mentions[number + 1] = two._replace(kind="span", range=Range(whole, one.start, two.end, False), when=two.point)
    return mentions


def _stretch(one: Interval, closing: TimeMention, language: Language) -> Interval | None:
    """From a date to the one that closes its range, open where that is now: `2010 – present`."""
    two = closing.point
    if one.first_day is None or (two is None and closing.value != ranges.PRESENT):
        return None
    if two is not None and (two.last_day is None or one.first_day >= two.last_day):
        return None
    try:
        if two is not None and one.precision == Precision.DAY and not one.approximate:
            two = _last_of(closing.expression, two, language)
        return Interval.between(replace(one, clock=None), two and replace(two, clock=None))
    except InputError:
        return None
