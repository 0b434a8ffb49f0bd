"""What the documents and problems that came out of one input mean for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.model.problem import Problem
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.result import Result
from timeline.read import Source


def judged(source: Source, items: Sequence[Result | Problem]) -> Iterator[Outcome]:
    """One outcome a document; one for the input when it gave none."""
    results = [item for item in items if isinstance(item, Result)]
    loose = tuple(item for item in items if isinstance(item, Problem))
    if not results:
        yield failed(source.uri, loose or (_nothing(source.uri),))
        return
    for number, result in enumerate(results):
        problems = result.problems + (loose if number == 0 else ())
        whole = all(problem.severity == "note" for problem in problems)
        document = result.document
        yield Outcome(document.uri, "done" if whole else "partial", document.bytes_sha256, result, problems)


def failed(uri: str, problems: tuple[Problem, ...]) -> Outcome:
    """An input that gave no document; when that is only remarkable, it was passed over."""
    passed = all(problem.severity == "note" for problem in problems)
    return Outcome(uri, "passed" if passed else "failed", problems=problems)


def _nothing(uri: str) -> Problem:
    return Problem(uri, "read", "failed", "empty", "It holds no document.")
