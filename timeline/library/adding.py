"""One `add`: what the pipeline yields goes to the store, and what goes wrong is remembered."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from os import PathLike
    from typing import Any, TypeAlias

    from timeline.model.problem import Problem
    from timeline.pipeline import Limits, Outcome, Result
    from timeline.store import Store

    Progress: TypeAlias = Callable[[int, int | None, str], None]
    """Told (inputs done, of how many or None, the last one's name)."""


def named(path: str | PathLike[str]) -> str:
    """The text of a user's gazetteer; InputError where it cannot be read or breaks its own rules."""
    from pathlib import Path

    from timeline.extract.gazetteer import load

    load(Path(path))
    return Path(path).read_text(encoding="utf-8-sig")


class Run:
    """The counts of one run, and its problems."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.problems: list[Problem] = []
        self.loose: list[Problem] = []  # of inputs that gave no document; the store keeps the others with theirs
        self.seen: set[str] = set()
        self.unchanged = 0
        self.located = 0

    def results(
        self,
        paths: Sequence[str | PathLike[str]],
        options: dict[str, Any],
        progress: Progress | None = None,
        jobs: int | None = None,
        limits: Limits | None = None,
    ) -> Iterator[Result]:
        """What was understood of each document that is not stored yet."""
        from timeline.pipeline import Options, run
        from timeline.read import find

        chosen = Options(**options)
        total = sum(1 for _ in find(paths)) if progress and "-" not in map(str, paths) else None
        stored = lambda digest: bool(self.store.known(digest, chosen.fingerprint))  # noqa: E731
        running = cast("Generator[Outcome]", run(find(paths), chosen, jobs=jobs, known=stored, limits=limits))
        with closing(running) as outcomes:
            for number, outcome in enumerate(outcomes, start=1):
                if progress:
                    progress(number, total and max(total, number), outcome.uri)
                self.seen.add(outcome.uri)
                self.problems += outcome.problems
                if outcome.result is not None:
                    yield outcome.result
                else:
                    self.loose += outcome.problems
                if outcome.state == "unchanged":
                    self._stay(outcome, chosen.fingerprint)

    def _stay(self, outcome: Outcome, fingerprint: str) -> None:
        """Bytes that are stored already, perhaps under another name."""
        if self.store.locate(outcome.uri, outcome.sha256, fingerprint):
            self.located += 1
        else:
            self.unchanged += 1

    def prune(self, paths: Sequence[str | PathLike[str]]) -> None:
        """Take away what was read below the paths before and was not met in this run."""
        from timeline.library.pruning import gone

        if not self.store.exists:
            return
        sql = "SELECT uri FROM document_location UNION SELECT uri FROM problem ORDER BY uri"
        stored = [str(uri) for (uri,) in self.store.sql(sql).rows]
        for uri in list(gone(stored, frozenset(self.seen), paths)):
            self.store.remove(uri)

    def keep_problems(self) -> None:
        """As facts in the database; for inputs that all failed none is made."""
        if self.store.exists:
            self.store.report(self.loose)
