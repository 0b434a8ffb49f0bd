"""From letter to letter: what one tells leans on the day of its own head, not on that of the document."""

from __future__ import annotations

from timeline.model.document import Published
from timeline.model.expression import Fixed, Partial, TimeExpression
from timeline.model.mention import Anchor
from timeline.resolve import partial
from timeline.resolve.anchors import Base, Place, finished
from timeline.resolve.context import Context
from timeline.temporal.interval import Interval


def turn_to(expression: TimeExpression, context: Context) -> Place | None:
    """Lean on the letter in which an expression stands; its place, if it is the day of a head without its year."""
    if not context.letters:
        return None
    number = context.letters.number(expression.start)
    if number is None and context.letter is not None and context.whole is not None:
        context.open_letter(None, context.whole)  # behind all that a heading dates
    if number is None or number == context.letter:
        return None
    dated = context.letters_dated.get(number)
    if dated is not None:
        context.open_letter(number, dated)
        return None
    return _on_from_last(expression, context) if _is_head(expression, number, context) else None


def _is_head(expression: TimeExpression, number: int, context: Context) -> bool:
    head = context.letters.heads[number]
    return head.start <= expression.start and expression.end <= head.end and _is_day(expression)


def _is_day(expression: TimeExpression) -> bool:
    meaning = expression.day
    return isinstance(meaning, Fixed) or (isinstance(meaning, Partial) and bool(meaning.month and meaning.day))


def _on_from_last(expression: TimeExpression, context: Context) -> Place | None:
    """`Erzeroum, 26th May.`: the first after the letter before."""
    before = context.letters_dated.get(context.letter) if context.letter is not None else None
    before = before or context.published
    if before is None or before.when.first_day is None or not isinstance(expression.meaning, Partial):
        return None
    day = before.when.first_day
    placed = partial.yearly(expression.meaning, day, day, partial.ONWARD)
    base = Base(day, day, Anchor("document", before.when.edtf, before.how), None)
    return finished(placed, "", expression, base, "the head of a letter: on from the one before")


def date_letter(expression: TimeExpression, when: Interval | None, context: Context) -> bool:
    """Whether an expression is the day of a letter's head: what follows leans on it."""
    if when is None or when.first_day is None or when.first_day != when.last_day or not context.letters:
        return False
    number = context.letters.number(expression.start)
    if number is None or number in context.letters_dated or not _is_head(expression, number, context):
        return False
    context.letters_dated[number] = Published(Interval.of_jdn(when.first_day), "byline")
    context.open_letter(number, context.letters_dated[number])
    return True
