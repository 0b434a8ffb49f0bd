"""A time expression with its place in time, and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline.model.expression import TimeExpression
from timeline.temporal.interval import Interval


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an incomplete expression leaned on."""

    kind: str
    """`document` | `mention`."""
    edtf: str
    how: str = ""
    """For a document date: `given` | `metadata` | `byline` | `inferred`."""
    start: int | None = None
    end: int | None = None
    """Where the anchor stands in the text, if it stands there."""

    def __str__(self) -> str:
        """`document 2021-11-08 (byline)` or `mention 2020-11-10 at 2116`."""
        if self.kind == "document":
            return f"document {self.edtf} ({self.how})"
        return f"mention {self.edtf} at {self.start}"


@dataclass(frozen=True, slots=True)
class Range:
    """Two mentions that are the ends of one stretch of time: `from 1991 to 1994`, `12–14 May 2010`."""

    when: Interval
    start: int
    end: int
    """The words of both ends, in the document's text."""
    first: bool
    """True on the mention that opens it, False on the one that closes it: take the range once."""


class TimeMention(NamedTuple):
    """A resolved expression. A length, a set or an expression without an anchor has `when` None."""

    expression: TimeExpression
    value: str
    """TIMEX3, as far as it could be completed."""
    when: Interval | None
    kind: str
    """`point`: at some time within `when` · `span`: over `when` (since, from … to, during, throughout, until)."""
    anchor: Anchor | None
    note: str
    """Why this year or day, in words: `the month before the document's`."""
    range: Range | None = None
    """Set on both ends of a stretch; the claim of such a stretch takes `range.when`, of the first end, as its date.
    A stretch told in one expression (`1991–94`) has its interval in `when` and no `range`."""
    bound: str = ""
    """The preposition's sense: `since` (`when` is open to the right), `until`, `before` (to the left), or empty.
    `point` is the date without it."""
    origin: Interval | None = None
    """What an anniversary remembers: `the first anniversary of Victory Day` told on 2021-11-08 is of 2020-11-08."""
    point: Interval | None = None
    """The date itself where `bound` has opened `when`: `since 1991` has `when` 1991/.. and `point` 1991."""

    @property
    def start(self) -> int:
        return self.expression.start

    @property
    def end(self) -> int:
        return self.expression.end

    @property
    def text(self) -> str:
        return self.expression.text

    @property
    def type(self) -> str:
        return self.expression.type

    @property
    def mod(self) -> str | None:
        return self.expression.mod

    @property
    def rule(self) -> str:
        return self.expression.rule

    @property
    def why(self) -> str:
        """One line: rule, underspecified value, anchor, and what made the year or day."""
        parts = [self.expression.rule, self.expression.value]
        if self.anchor is not None:
            parts.append(f"from {self.anchor}")
        if self.note:
            parts.append(self.note)
        return "; ".join(parts)
