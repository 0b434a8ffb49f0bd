"""One `add`: what the pipeline yields goes to the store, and what goes wrong is remembered."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, cast

from timeline.library.pruning import gone, wholes
from timeline.store.connect import Own

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
    from os import PathLike
    from typing import Any, TypeAlias

    from timeline.library.measuring import Measure
    from timeline.model.problem import Problem
    from timeline.model.report import Inputs
    from timeline.model.step import Step
    from timeline.pipeline import Limits, Outcome
    from timeline.read import Source
    from timeline.store import Store
    from timeline.store.sheet import Sheet

    Progress: TypeAlias = Callable[[Step], None]
    """Told of each input."""

WORDLESS = ("no-text", "empty")
TIMELESS = "no-time"
"""Codes of problems that are counted by themselves, so that no zero is silent."""


def named(path: str | PathLike[str]) -> str:
    """The text of a user's gazetteer; InputError where it cannot be read or breaks its own rules."""
    from pathlib import Path

    from timeline.extract.who.gazetteer import load

    load(Path(path))
    return Path(path).read_text(encoding="utf-8-sig")


class Run:
    """The counts of one run, and its problems."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.problems: list[Problem] = []
        self.loose: list[Problem] = []  # of inputs that gave no document; the store keeps the others with theirs
        self.seen: set[str] = set()
        self.emptied: set[str] = set()
        self.files: set[str] = set()
        self.states: Counter[str] = Counter()
        self.lacking: Counter[str] = Counter()
        self.copies = 0
        self._own = Own(store.name)

    def results(
        self,
        paths: Sequence[str | PathLike[str]],
        options: dict[str, Any],
        progress: Progress | None = None,
        jobs: int | None = None,
        limits: Limits | None = None,
        *,
        retry: bool = False,
    ) -> Iterator[Sheet]:
        """What is to be written of each document that is not stored yet."""
        from timeline.library.measuring import Measure
        from timeline.pipeline import Options, run
        from timeline.store.sheet import sheet

        chosen = Options(**options)
        measure = Measure(paths, counted=progress is not None)
        again = self._partial() if retry else frozenset()

        fingerprint = chosen.fingerprint

        def stored(digests: Collection[str]) -> Mapping[str, Collection[str]]:
            measure.begun += len(digests)
            known = self.store.known(digests, fingerprint)
            return {digest: names for digest, names in known.items() if names.isdisjoint(again)} if again else known

        found = self._noted(measure)
        running = run(found, chosen, jobs=jobs, known=stored, limits=limits, ready=sheet)
        with closing(cast("Generator[Outcome]", running)) as outcomes:
            for outcome in outcomes:
                self._count(outcome)
                if progress:
                    progress(measure.step(outcome))
                yield from outcome.results
                if outcome.is_copy:
                    self.copies += self.store.locate(outcome.uri, outcome.sha256, fingerprint)

    def _noted(self, measure: Measure) -> Iterator[Source | Problem]:
        for found in measure.sources():
            self.files.add(found.uri)
            yield self._unless_own(found)

    def _unless_own(self, found: Source | Problem) -> Source | Problem:
        """The database may lie below the folder that is added: what this process has open it must not open again."""
        from timeline.model.problem import Problem

        if isinstance(found, Problem) or found.path is None or found.found is None:
            return found
        if not self._own.has(found.found[:2], found.path):
            return found
        severity = "failed" if found.named else "note"
        return Problem(found.uri, "read", severity, "binary", "It is a database, not a document.")

    def _count(self, outcome: Outcome) -> None:
        self.seen.add(outcome.uri)
        self.states[outcome.state] += 1
        if outcome.state == "unchanged":
            return
        self.seen.update(sheet.uri for sheet in outcome.results)
        self.problems += outcome.problems
        whole = {problem.code for problem in outcome.problems if problem.severity != "partial"}
        self.lacking.update(whole & {*WORDLESS, TIMELESS})
        if not outcome.results:
            self.loose += outcome.problems
            if whole and whole <= {*WORDLESS}:
                self.emptied.add(outcome.uri)

    def inputs(self) -> Inputs:
        """What became of each."""
        from timeline.model.report import Inputs

        states = {name: self.states[name] for name in ("done", "unchanged", "partial", "failed")}
        return Inputs(
            found=self.states.total(),
            aside=self.states["passed"],
            without_text=sum(self.lacking[code] for code in WORDLESS),
            without_date=self.lacking[TIMELESS],
            **states,
        )

    def _partial(self) -> frozenset[str]:
        """What was read only in part before."""
        if not self.store.exists:
            return frozenset()
        return frozenset(problem.uri for problem in self.store.problems() if problem.severity == "partial")

    def prune(self, paths: Sequence[str | PathLike[str]]) -> None:
        """Take away what was read below the paths before and was not met in this run, or holds nothing any more."""
        if not self.store.exists:
            return
        sql = (
            "SELECT l.uri FROM document_location l JOIN document d ON d.id = l.document_id "
            "WHERE d.format <> 'chronology' UNION SELECT uri FROM problem "
            "WHERE uri NOT IN (SELECT uri FROM document WHERE format = 'chronology') ORDER BY uri"
        )  # an event that a person added, or a chronology that was taken in, is no file that could be gone
        stored = [str(uri) for (uri,) in self.store.sql(sql).rows]
        for uri in list(gone(stored, frozenset(self.seen - self.emptied), paths)):
            self.store.remove(uri)

    def keep_problems(self) -> None:
        """As facts in the database, in place of those of before; for inputs that all failed none is made."""
        if not self.store.exists:
            return
        before = {problem.uri for problem in self.store.problems()}
        self.store.report(self.loose, [uri for uri in sorted(before - self.seen) if self.files & {*wholes(uri)}])
