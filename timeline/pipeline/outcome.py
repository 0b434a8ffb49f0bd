"""What became of one input."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.problem import Problem
from timeline.pipeline.result import Result


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input and its end; the outcomes of a run add up to the inputs that were found."""

    uri: str
    state: str
    """`done` | `unchanged` (already known, with these options) | `partial` (read, but not all of it) | `failed`
    | `passed` (left aside: a picture in a folder of articles)."""
    sha256: str = ""
    """Of the input's bytes, where they could be read."""
    result: Result | None = None
    """Set when `done` or `partial`."""
    problems: tuple[Problem, ...] = ()
    """All remarks, those of the result among them; never empty when `partial` or `failed`."""
