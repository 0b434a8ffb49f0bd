"""Words that tell a day from the day of the writing: in a text without a date, they show it to be of its week."""

from __future__ import annotations

from timeline.model.expression import Partial, Relative, TimeExpression


def of_its_week(expression: TimeExpression) -> bool:
    """`Monday`, `Monday night`, `yesterday`, `last week`; not `Tuesday 6 June`, `the following Monday`."""
    day = expression.day
    if isinstance(day, Partial):
        return day.weekday is not None and day.month is None and day.leans != "mention"
    return isinstance(day, Relative) and day.leans != "mention"
