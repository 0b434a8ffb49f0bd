"""Place what lies so many units, or such a length, away from an anchor."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from timeline.languages import Language
from timeline.model.expression import Relative, Shift, TimeExpression
from timeline.model.mention import Anchor
from timeline.resolve import calendar
from timeline.resolve.anchors import Base, Place, base_of, document_of, finished, leaning
from timeline.resolve.calendar import Placed
from timeline.resolve.context import Context, Told
from timeline.resolve.deictic import from_writing
from timeline.resolve.hours import OF_A_DAY, in_daytime, part_of, soon_after
from timeline.resolve.logs import of_log
from timeline.resolve.named import happening, noun_told, told_before
from timeline.resolve.quarters import PERIOD, quarter_of
from timeline.resolve.tense import tense
from timeline.temporal.duration import Duration
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import from_jdn
from timeline.temporal.precision import Precision

_SATURDAY = 5
_FULL_YEAR = ".full_year"
_REPORTS = 4
"""The month up to which it is told how the last year went."""
_TWO_YEARS = 730
_BESIDE = 150
"""Characters within which a month or a year still is what a number of days is counted from."""
_CLAUSE = 60
_WORD = 16
_WEEK = 7
_SEVEN_DAYS = ".week_from_event"
_HALF_DAY = 12
_PASSAGE = 400
"""Characters behind a day in which an hour is of it."""
_DIGITS = re.compile("[0-9]+")
_COARSEST = {
    "day": Precision.MONTH.rank, "week": Precision.MONTH.rank, "month": Precision.YEAR.rank,
    "year": Precision.DECADE.rank,
}  # fmt: skip
"""How coarse a date may be for a length in some unit to be counted from it."""
_DAY, _A_DAY = Precision.DAY, Precision.DAY.rank
_TO_THE = {"day": Precision.DAY, "week": Precision.WEEK, "month": Precision.MONTH}
_LAST_WORD = re.compile(r"\s+(?:prior\s+)?\S+\Z")
_SPEECH = 1 << 14
"""Signs of a paragraph that are looked back at for the beginning of a speech: some texts are one paragraph."""


def whole_unit(meaning: Relative, expression: TimeExpression, context: Context) -> Place:
    """`last year`, `that month`, `the next day`: a whole unit before or after the anchor's."""
    if meaning.unit == "day" and not meaning.offset and meaning.leans == "document" and context.genre == "narrative":
        return Place("PRESENT_REF", None)
    if meaning.unit == "day" and not meaning.offset and _lasts(expression, context):
        return Place("PRESENT_REF", None)
    if meaning.unit in ("quarter", PERIOD) and meaning.leans == "mention":
        return quarter_of(meaning, expression, context)
    spoken = meaning.leans in ("", "document") and meaning.unit == "day"
    base = (of_log(context) if spoken else None) or from_writing(meaning.leans, expression, context)
    base = base or base_of(meaning.leans, meaning.unit, context, expression.start)
    if context.published is None and not meaning.offset and meaning.unit != "day" and _ahead(expression, context):
        return Place(expression.value, None, None, "still to come when the text was written, which has no date")
    if base is not None and not meaning.leans and base.last - base.first > _longest(meaning.unit):
        base = document_of(context)  # `this year`, after a decade
    if base is None:
        return Place(expression.value, None)
    if base.told is not None and base.told.when.precision == Precision.WEEK and meaning.unit == "day":
        return _day_of_week_told(meaning, expression, base)
    if base.last - base.first > _longest(meaning.unit) or _left_behind(base, expression, context):
        return Place(expression.value, None)
    at = base.last if meaning.offset > 0 and not _of_one_winter(meaning, base) else base.first
    if base.told is None:
        at += _week_shift(meaning, expression, context, at)
    back = base.told is None and _year_reported(expression, context, at)
    placed = calendar.unit(meaning.unit, at, meaning.offset - back)
    return finished(placed, meaning.part, expression, base, "the year that is over" if back else "")


def _lasts(expression: TimeExpression, context: Context) -> bool:
    """`What stands today went up in 1764`: in our time."""
    before = context.text[max(0, expression.start - _WORD) : expression.start].lower().split()
    return before[-1:] != [] and before[-1] in context.language.resolve["lasts_today"]


def _of_one_winter(meaning: Relative, base: Base) -> bool:
    """`through the winter, and into May of the following year`: the year after the one in which the winter began."""
    return meaning.unit == "year" and base.told is not None and base.told.when.precision == Precision.SEASON


def _ahead(expression: TimeExpression, context: Context) -> bool:
    return tense(context.text, expression.start, expression.end, context.language) > 0


def _left_behind(base: Base, expression: TimeExpression, context: Context) -> bool:
    """`laid on 22 July 1871 …`, and in another paragraph `crossed in the summer of 1879; the following week …`."""
    if base.told is None or base.told is context.last or context.in_one_paragraph(base.told, expression):
        return False
    return context.last is not None and context.is_near(context.last, expression, _BESIDE)


def _day_of_week_told(meaning: Relative, expression: TimeExpression, base: Base) -> Place:
    """`The same day` as what happened two weeks ago: some day of that week."""
    if meaning.offset or base.told is None:
        return Place(expression.value, None)
    return Place(base.told.value, base.told.when, base.anchor)


def _week_shift(meaning: Relative, expression: TimeExpression, context: Context, day: int) -> int:
    """Days to add to the document's: before Saturday `the weekend` that is over was the last one."""
    bare = meaning.unit == "weekend" and not meaning.offset and not expression.text.lower().startswith("this")
    if bare and day % 7 < _SATURDAY and tense(context.text, expression.start, expression.end, context.language) <= 0:
        return -7
    return 0


def _year_reported(expression: TimeExpression, context: Context, day: int) -> bool:
    """`For the full year, profit rose`, told in February: the year that has just ended."""
    if not expression.rule.endswith(_FULL_YEAR) or from_jdn(day)[1] > _REPORTS:
        return False
    return tense(context.text, expression.start, expression.end, context.language) < 0


def _longest(unit: str) -> int:
    """How many days an anchor may last so that one may count whole units from it."""
    longest = {"day": 2, "week": 8, "weekend": 8, "month": 32, "quarter": 120, "half": 190, "season": 120, "year": 800}
    return longest.get(unit, 40_000)


def length_away(meaning: Shift, expression: TimeExpression, context: Context) -> Place:
    """`two weeks ago`, `five years later`: a length away from the anchor."""
    unit = str(meaning.length.precision)
    term = _term(meaning, context)
    if term is None and meaning.event and context.genre == "narrative":
        term = happening(expression, context)
    if term is None and meaning.event:
        term = told_before(expression, context) or _that_day(meaning, expression, context)
    if term is None and meaning.event:
        term = noun_told(expression.start, expression.end, context)
    if meaning.event and term is None:
        return Place("P" + unit_text(meaning), None, None, "counted from what has no date here")
    base = term or _origin(meaning, expression, unit, context)
    if meaning.vague:
        far = Place("PAST_REF" if meaning.sign < 0 else "FUTURE_REF", None, None, "of no count, or too far to count")
        return soon_after(meaning, base) or far
    if base is None:
        return Place(expression.value, None)
    origin = base.told.when if base.told else context.published.when if context.published else None
    if origin is None or origin.precision.rank > _COARSEST.get(unit, Precision.CENTURY.rank):
        return Place(expression.value, None)
    if expression.rule.endswith(_SEVEN_DAYS):
        return finished(_week_beside(base, meaning.sign), "", expression, base, "counted from the date told before")
    if meaning.part in _TO_THE:
        return finished(_moved(origin, meaning.length, meaning.sign, _TO_THE[meaning.part]), "", expression, base, "")
    note = "counted from the date told before" if base.told else ""
    placed = _moved(origin, meaning.length, meaning.sign)
    if placed is not None and base.told is not None and unit == "week" and origin.precision.rank <= _A_DAY:
        placed = Placed(placed.value, _weeks_away(origin, meaning, loosely=bool(expression.mod)))
    return finished(placed, part_of(meaning, base), expression, base, note)


def _week_beside(base: Base, sign: int) -> Placed:
    """`the week before the vote`: the seven days up to it, or on from it."""
    first = base.last + 1 if sign > 0 else base.first - _WEEK
    when = Interval.days(first, first + _WEEK - 1)
    return Placed(calendar.week(first).value, when)


def _weeks_away(origin: Interval, meaning: Shift, *, loosely: bool) -> Interval:
    """`on 22 August …, five weeks later`: that day; `almost five weeks later`: about then."""
    day = replace(origin, clock=None) if origin.clock else origin
    away = meaning.length.after(day, _DAY) if meaning.sign > 0 else meaning.length.before(day, _DAY)
    return away.approximately() if loosely else away


@lru_cache(4096)
def _moved(origin: Interval, length: Duration, sign: int, precision: Precision | None = None) -> Placed | None:
    """A length away; a year from a quarter is a quarter."""
    same = Precision.QUARTER if origin.precision == Precision.QUARTER and length.years else precision
    moved = length.after(origin, same) if sign > 0 else length.before(origin, same)
    if moved.first_day is None:
        return None
    return Placed(calendar.value_of(moved.first_day, moved.precision), moved)


def _origin(meaning: Shift, expression: TimeExpression, unit: str, context: Context) -> Base | None:
    """What a length is counted from. In news a comparison with `a year earlier` is with the quarter in question."""
    spoken = context.genre == "narrative" and meaning.leans == "document" and _quoted(context.text, expression.start)
    leans = "mention" if spoken else meaning.leans
    base = base_of(leans, "year" if unit in ("year", "month") else unit, context, expression.start)
    if meaning.leans == "mention" and base is not None and _is_stale(base, expression, context):
        near = unit != "day" or base.told is None or context.in_one_paragraph(base.told, expression)
        base = _coarser(expression.start, context) or (base if near else None)
    told = base.told if base is not None and meaning.leans == "mention" else None
    if told is not None and (meaning.length.hours or 1) % 24 and _of_the_hour(unit, told, expression, context):
        return None  # `forty-eight hours later` is two days
    if context.genre == "narrative" or meaning.length.years != 1 or meaning.sign > 0 or meaning.part in _TO_THE:
        return base
    quarter = None if _set_off(expression, context.text) else context.compared(expression.start)
    if quarter is not None:
        return leaning(quarter)
    document = document_of(context)
    if base is None or document is None or base.told is None:
        return base
    return document if base.last >= document.first - _TWO_YEARS else base


def _quoted(text: str, start: int) -> bool:
    """Whether somebody speaks there: in a story `two years ago` then counts from the time told of."""
    first = max(0, start - _SPEECH)
    before = text[max(first, text.rfind("\n", first, start) + 1) : start]
    return before.count('"') % 2 == 1 or before.count("\u201c") > before.count("\u201d")


def _set_off(expression: TimeExpression, text: str) -> bool:
    """`the last strike, a year ago, closed the docks`: said of a thing, not of a figure."""
    return text[expression.start - 2 : expression.start] == ", " and text[expression.end : expression.end + 1] == ","


def _is_stale(base: Base, expression: TimeExpression, context: Context) -> bool:
    """No day was told, or a month or year since: `opened on 2 May 1968 … announced in June 1991, … six weeks later`."""
    told, last = base.told, context.last
    if told is not None and told is context.glance:
        return False  # `reached it in 1864 and left it a hundred years later`
    if told is None or (context.last_month is not None and context.last_month is not told):
        return True
    if last is None or last is told or last.when.precision.rank < Precision.YEAR.rank:
        return False
    return not last.when.covers(told.when) and not context.in_one_paragraph(told, expression)


def _of_the_hour(unit: str, told: Told, expression: TimeExpression, context: Context) -> bool:
    """`came on Thursday. … Moe levelled ten minutes later`: minutes count from a time of day, or within a sentence."""
    if unit not in OF_A_DAY or told.when.clock or in_daytime(told):
        return False
    return ". " in context.text[told.expression.end : expression.start]


def _coarser(offset: int, context: Context) -> Base | None:
    """`came in May 1920; ten days later …`: no day is told, yet the month before is what the words count from."""
    told = context.last
    return None if told is None or offset - told.expression.end > _BESIDE else leaning(told)


@lru_cache(maxsize=32)
def _counted_from(language: Language) -> re.Pattern[str]:
    return re.compile(str(language.resolve["counted_from"]))


def leads_to(expression: TimeExpression, date: TimeExpression, context: Context) -> bool:
    """Whether only what a length is counted from stands between it and a date."""
    if date.start - expression.end > _CLAUSE or date.type != "DATE":
        return False
    return _counted_from(context.language).fullmatch(context.text[expression.end : date.start].lower()) is not None


def counted(meaning: Shift, expression: TimeExpression, origin: Interval, date: TimeExpression) -> Place | None:
    """The place of a length counted from a date that its own words tell."""
    if meaning.vague or origin.precision.rank > _COARSEST.get(str(meaning.length.precision), Precision.CENTURY.rank):
        return None
    placed = _moved(replace(origin, clock=None) if origin.clock else origin, meaning.length, meaning.sign)
    if placed is None:
        return None
    anchor = Anchor("mention", origin.edtf, "", date.start, date.end)
    return Place(placed.value, placed.when, anchor, "counted from the date behind it")


def unit_text(meaning: Shift) -> str:
    """The length in TIMEX3 without its `P`."""
    text = str(meaning.length)[1:]
    return _DIGITS.sub("X", text) if meaning.vague else text


def unplaced(expression: TimeExpression, found: Place, text: str) -> TimeExpression:
    """What could not be counted from its event (`two weeks after the siege began`) is only a length."""
    meaning = expression.meaning
    if not isinstance(meaning, Shift) or not meaning.event or found.when is not None:
        return expression
    words = _LAST_WORD.sub("", expression.text)
    end = expression.start + len(words)
    return expression._replace(
        end=end, text=text[expression.start : end], type="DURATION", value=found.value, rule=expression.rule
    )


def _that_day(meaning: Shift, expression: TimeExpression, context: Context) -> Base | None:
    """`Ten minutes after the crash`: on the day told just before, whatever happened then."""
    told = context.last_day
    if told is None or expression.type != "TIME" or (meaning.length.hours or 0) > _HALF_DAY:
        return None
    return leaning(told) if context.is_near(told, expression, _PASSAGE) else None


def _term(meaning: Shift, context: Context) -> Base | None:
    """The date of a thing that the document gave a name."""
    told = next((told for name, told in context.terms.items() if meaning.event.startswith(name)), None)
    return None if told is None else leaning(told)
