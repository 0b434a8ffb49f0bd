"""What an `add` did."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.problem import Problem


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
    """Documents that were there already, byte for byte."""
    problems: tuple[Problem, ...] = ()
    """Of this run: inputs that failed, or were read only in part."""
    notes: tuple[Problem, ...] = ()
    """Of this run: what was read but is remarkable, and what was left aside."""

    @property
    def failed(self) -> tuple[Problem, ...]:
        """Inputs of which nothing is in the database."""
        return tuple(problem for problem in self.problems if problem.severity == "failed")
