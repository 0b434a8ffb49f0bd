"""What became of one input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input and its end; the outcomes of a run add up to the inputs that were found."""

    uri: str
    state: str
    """`done` | `unchanged` (already known, with these options) | `partial` (read, but not all of it) | `failed`
    | `passed` (left aside: a picture in a folder of articles)."""
    sha256: str = ""
    """Of the input's bytes, where they could be read."""
    results: tuple[Any, ...] = ()
    """When `done` or `partial`: the Result of each of its documents, a message's attachments after the message; or
    what the caller of `run` has made of it."""
    problems: tuple[Problem, ...] = ()
    """All remarks, those of the results among them; never empty when `partial` or `failed`."""
    seconds: float = 0.0
    """Of work on it."""
    is_copy: bool = False
    """When `unchanged`: its bytes are stored, but not under this name."""

    @property
    def result(self) -> Any:
        """The first of its documents; most have one."""
        return self.results[0] if self.results else None
