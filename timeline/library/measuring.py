"""How far a run has come: inputs done, and of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.step import Step
from timeline.read import Gauge, Source, find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from timeline.model.problem import Problem
    from timeline.pipeline import Outcome


class Measure:
    """Files are counted beforehand; how many inputs a large file holds is estimated from those that have come."""

    def __init__(self, paths: Sequence[str | PathLike[str]], *, counted: bool) -> None:
        self._paths = paths
        self._gauge = Gauge()
        self.begun = self._done = self._files = self._bytes = 0
        self._is_known = counted and "-" not in map(str, paths)
        for found in find(paths) if self._is_known else ():
            self._files += 1
            self._bytes += found.size if isinstance(found, Source) else 0

    def sources(self) -> Iterator[Source | Problem]:
        """What is to be read."""
        return self._gauge.over(find(self._paths, self._gauge.watch))

    def step(self, outcome: Outcome) -> Step:
        """One more input is done."""
        self._done += 1
        claims = sum(sheet.claims for sheet in outcome.results)
        return Step(self._done, self._total(), outcome.uri, outcome.state, claims, outcome.seconds)

    def _total(self) -> int | None:
        if not self._is_known:
            return None
        begun, taken = max(self.begun, self._done), self._gauge.bytes
        if begun > self._gauge.files and taken:
            return max(self._files, self._done, begun * self._bytes // taken)
        return max(self._files, self._done)
