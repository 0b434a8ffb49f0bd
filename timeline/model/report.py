"""What an `add` did."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Inputs:
    """What became of what was found in one run: files, or the messages, rows, entries and members in them."""

    found: int = 0
    """The sum of the next five."""
    done: int = 0
    unchanged: int = 0
    """There already, byte for byte."""
    partial: int = 0
    """Read, but not all of it; `problems` says why."""
    failed: int = 0
    """Nothing of it was read; `problems` says why."""
    aside: int = 0
    """Left aside: no document by its kind, and not named itself."""
    without_text: int = 0
    """Of those found: pages, scans and files without words."""
    without_date: int = 0
    """Of those done or partial: documents that name no time at all."""


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of one run beside those of the whole database."""

    documents: int
    """Documents in the database now."""
    claims: int
    """Claims in the database now."""
    events: int
    """Events in the database now."""
    new: int = 0
    """Documents that were not there before."""
    changed: int = 0
    """Documents whose content or options changed: their claims were replaced."""
    unchanged: int = 0
    """Inputs that were there already, byte for byte."""
    copies: int = 0
    """Further names of bytes that are there already."""
    inputs: Inputs = Inputs()
    """What became of each input of this run."""
    problems: tuple[Problem, ...] = ()
    """Of this run: inputs that failed, or were read only in part."""
    notes: tuple[Problem, ...] = ()
    """Of this run: what was read but is remarkable, and what was left aside."""

    @property
    def failed(self) -> tuple[Problem, ...]:
        """Inputs of which nothing is in the database."""
        return tuple(problem for problem in self.problems if problem.severity == "failed")
