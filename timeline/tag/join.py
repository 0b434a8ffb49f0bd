"""Neighbours that are one expression: a weekday and its date, a time and its day, a day and `last year`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.expression import Clock, Fixed, Meaning, Partial, Relative, Shift, TimeExpression, Within
from timeline.tag.clocks import in_part

_BLANKS = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]+|\n")
_WIDEST = 12
_WEEKDAY_GAPS = frozenset((" ", ", ", ",", ", the ", " the ", " (", " - ", "., ", " , "))
_CLOCK_GAPS = frozenset(
    (
        " ",
        ", ",
        " on ",
        ", on ",
        " at ",
        ", at ",
        " of ",
        " on the ",
        ",",
        " - ",
        " the ",
        "\n",
        " (",
        " by ",
        " | ",
        " , ",
    )
)
_PART_GAPS = frozenset((" ", ", ", " on ", " at ", " in "))
_RANGE_GAPS = frozenset(("-", "–", "—", " - ", " – ", " to ", " and ", " or ", " until ", " till "))
_YEAR_GAPS = frozenset((" ", " of ", ", ", " in ", " of the "))
_PLACE_TIME = re.compile(r",? [A-Z][\w'’-]{2,14}(?: [A-Z][\w'’-]{2,14}){0,2} (?:time|Time),? (?:on )?(?:the )?")
_LABEL_END = re.compile(r"[.:] | ?[–—] | - ")
_OWNER_GAPS = frozenset(("'s ", "’s ", " "))


def join(expressions: Sequence[TimeExpression], text: str) -> tuple[TimeExpression, ...]:
    """The expressions with those neighbours made one."""
    joined: list[TimeExpression] = []
    for expression in expressions:
        current = expression
        while joined and 0 <= current.start - joined[-1].end <= _WIDEST:
            pair = None if _heads(joined[-1], current, text) else _pair(joined[-1], current, text)
            if pair is None:
                break
            joined.pop()
            current = pair
        joined.append(current)
    return tuple(_with_same_day(_with_later_day(joined, text), text))


def _heads(one: TimeExpression, two: TimeExpression, text: str) -> bool:
    """A line with nothing but a date: it heads the lines below, it is no part of the first of them.

    Nor is what ends a line of the bullet or the date that opens the next: `till 6 p.m.`, and below `March 9. Calm.`
    """
    _, line_end, opening = text[one.end : two.start].partition("\n")
    if not line_end:
        return False
    if opening.strip() or _LABEL_END.match(text, two.end):
        return True
    line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    return not any(sign.isalnum() for sign in line)


def _with_later_day(expressions: list[TimeExpression], text: str) -> list[TimeExpression]:
    """Clock times are of the day that follows them: `10:35 a.m. (0735 GMT) Friday`, `9 a.m. Tokyo time on Friday`."""
    for number in range(len(expressions) - 1):
        one, day = expressions[number : number + 2]
        if _is_clock(one) and _has_day(day) and _PLACE_TIME.fullmatch(text[one.end : day.start]):
            expressions[number] = _of_day(one, day)
    for number in range(len(expressions) - 2):
        one, two, day = expressions[number : number + 3]
        if day.start - one.end > 3 * _WIDEST or not (_is_clock(one) and _is_clock(two) and _has_day(day)):
            continue
        if text[one.end : two.start] == " (" and text[two.end : day.start] in (") ", ") on ", "), "):
            expressions[number : number + 2] = _of_day(one, day), _of_day(two, day)
    return expressions


def _of_day(clock: TimeExpression, day: TimeExpression) -> TimeExpression:
    """A clock time on a day told elsewhere: the words stay two."""
    value = f"{day.value.partition('T')[0]}T{clock.value.partition('T')[2]}"
    return clock._replace(value=value, meaning=replace(clock.meaning, day=day.meaning))  # type: ignore[arg-type]


def _with_same_day(expressions: list[TimeExpression], text: str) -> list[TimeExpression]:
    """`between 6 and 7 p.m. on March 9`, `9 a.m. to 5 p.m. on Friday`: both clock times are of the day at the end."""
    for number in range(len(expressions) - 2, -1, -1):
        one, two = expressions[number : number + 2]
        if not _is_clock(one) or not isinstance(two.meaning, Clock) or two.meaning.day is None:
            continue
        if two.meaning.clock.isalpha() or text[one.end : two.start] not in _RANGE_GAPS:
            continue
        expressions[number] = _of_day(one, two._replace(meaning=two.meaning.day))
    return expressions


def _is_clock(expression: TimeExpression) -> bool:
    return isinstance(expression.meaning, Clock) and expression.meaning.day is None


def _pair(one: TimeExpression, two: TimeExpression, text: str) -> TimeExpression | None:
    gap = _BLANKS.sub(" ", text[one.end : two.start].lower())
    first, second = one.meaning, two.meaning
    if isinstance(second, Shift) and (second.event or ("," in gap and second.leans == "mention")):
        return None  # `on 12 June, three years after …`: how long before or after, said beside the date
    if _has_day(two) and gap in _WEEKDAY_GAPS and (_is_bare_weekday(one) or _picks_date(one, two, gap)):
        return _whole(one, two, text, two._replace(meaning=_on_weekday(one.meaning, two.meaning)))
    if isinstance(first, Clock) and _has_day(two) and (gap in _CLOCK_GAPS) and _free(first, two):
        return _timed(one, two, text, first, two)
    if isinstance(second, Clock) and _has_day(one) and gap in _CLOCK_GAPS and _free(second, one):
        alone = second.day is None and text[two.end : two.end + 1] == ")"
        return _timed(one, two, text, second, one) if gap != " (" or alone else None
    if isinstance(first, Clock) and isinstance(second, Clock) and _of_part(one, first, second, gap):
        return _parted(one, two, text, first, second)
    if isinstance(first, Partial) and _is_year(two) and gap in _YEAR_GAPS and _yearless(first):
        return _within(one, two, text, first, two)
    if isinstance(second, Partial) and _is_year(one) and gap in _OWNER_GAPS and second.season is not None:
        return _within(one, two, text, second, one)
    return None


def _on_weekday(weekday: Meaning | None, date: Meaning) -> Meaning:
    """The date, told to fall on that weekday where its year is open: `Saturday, 16 January`."""
    told = weekday.weekday if isinstance(weekday, Partial) else None
    if told is not None and isinstance(date, Partial) and date.month is not None:
        return replace(date, weekday=told)
    return date


def _picks_date(one: TimeExpression, two: TimeExpression, gap: str) -> bool:
    """`this coming Sunday, March 8`: the weekday of which the date is told."""
    first, second = one.meaning, two.meaning
    if not isinstance(first, Partial) or first.weekday is None or first.month is not None or "," not in gap:
        return False
    if isinstance(second, Partial):
        return second.month is not None and second.day is not None
    return isinstance(second, Fixed)


def _is_bare_weekday(expression: TimeExpression) -> bool:
    meaning = expression.meaning
    return (
        isinstance(meaning, Partial)
        and meaning.weekday is not None
        and meaning.month is None
        and meaning.pick in (None, 0)
    )


def _has_day(expression: TimeExpression) -> bool:
    match expression.meaning:
        case Fixed(when):
            return when.first_day is not None and when.first_day == when.last_day and when.clock is None
        case Partial() as partial:
            return partial.day is not None or partial.weekday is not None or partial.feast is not None
        case Relative(unit="day"):
            return True
        case Within(inner, _):
            return inner.day is not None
        case Shift(length):
            return bool(length.days) and expression.type == "DATE"
    return False


def _free(clock: Clock, day: TimeExpression) -> bool:
    """A part of the day has a day of its own unless it is bare; a date may follow (`Friday night, May 12`)."""
    return clock.day is None or (isinstance(clock.day, Partial) and not _is_bare_weekday(day))


def _of_part(one: TimeExpression, clock: Clock, part: Clock, gap: str) -> bool:
    """`9 o'clock Saturday night`, `11:30 at night`; but `3 a.m. in the morning` says it twice."""
    if gap not in _PART_GAPS or (gap in (" in ", " at ") and not one.text[-1].isdigit()):
        return False
    return clock.day is None and not clock.clock.isalpha() and part.clock.isalpha()


def _is_year(expression: TimeExpression) -> bool:
    meaning = expression.meaning
    if isinstance(meaning, Shift):
        return bool(meaning.length.years)
    return isinstance(meaning, Relative) and meaning.unit == "year"


def _yearless(partial: Partial) -> bool:
    return partial.year is None and partial.pick is None and (partial.weekday is None or partial.month is not None)


def _whole(one: TimeExpression, two: TimeExpression, text: str, kept: TimeExpression) -> TimeExpression:
    return kept._replace(start=one.start, end=two.end, text=text[one.start : two.end])


def _timed(one: TimeExpression, two: TimeExpression, text: str, clock: Clock, day: TimeExpression) -> TimeExpression:
    meaning = replace(clock, day=_on_weekday(clock.day, day.meaning))  # type: ignore[arg-type]
    value = f"{day.value}T{(one if day is two else two).value.partition('T')[2]}"
    rule = one.rule if day is two else two.rule
    end = two.end + (text[one.end : two.start] == " (" and text[two.end : two.end + 1] == ")")
    return TimeExpression(one.start, end, text[one.start : end], "TIME", value, one.mod or two.mod, rule, meaning)


def _parted(one: TimeExpression, two: TimeExpression, text: str, clock: Clock, part: Clock) -> TimeExpression:
    told = f"{in_part(int(clock.clock[:2]), part.clock):02d}{clock.clock[2:]}"
    value = f"{two.value.partition('T')[0]}T{told[:2]}{one.value.partition('T')[2][2:]}"
    whole = text[one.start : two.end]
    return TimeExpression(one.start, two.end, whole, "TIME", value, one.mod, one.rule, Clock(part.day, told))


def _within(
    one: TimeExpression, two: TimeExpression, text: str, inner: Partial, year: TimeExpression
) -> TimeExpression:
    kept = two if year is one else one
    assert isinstance(year.meaning, (Relative, Shift))
    meaning = Within(inner, year.meaning)
    whole = text[one.start : two.end]
    return TimeExpression(one.start, two.end, whole, kept.type, kept.value, kept.mod, kept.rule, meaning)
