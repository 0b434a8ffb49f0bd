"""What the documents and problems that came out of one input mean for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.problem import Problem
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.result import Result
from timeline.read import Source


def judged(source: Source, items: Sequence[Result | Problem]) -> Outcome:
    """The one outcome of an input. What is remarked beside its documents is kept with the first of them."""
    results = [item for item in items if isinstance(item, Result)]
    loose = tuple(item for item in items if isinstance(item, Problem))
    if not results:
        return failed(source.uri, loose or (_nothing(source.uri),))
    if loose:
        first = results[0]
        results[0] = replace(first, problems=first.problems + tuple(_beside(first.document.uri, one) for one in loose))
    problems = tuple(problem for result in results for problem in result.problems)
    state = "done" if all(problem.severity == "note" for problem in problems) else "partial"
    return Outcome(source.uri, state, results[0].document.bytes_sha256, tuple(results), problems)


def _beside(uri: str, problem: Problem) -> Problem:
    """A problem of a part, `mail.eml!letter.docx`, as one of the whole, of which something is there."""
    part = problem.uri.removeprefix(uri).lstrip("!#") if problem.uri != uri else ""
    told = f"{part}: {problem.message}" if part else problem.message
    return replace(problem, uri=uri, message=told, severity="note" if problem.severity == "note" else "partial")


def failed(uri: str, problems: tuple[Problem, ...]) -> Outcome:
    """An input that gave no document; when that is only remarkable, it was passed over."""
    passed = all(problem.severity == "note" for problem in problems)
    return Outcome(uri, "passed" if passed else "failed", problems=problems)


def _nothing(uri: str) -> Problem:
    return Problem(uri, "read", "failed", "empty", "It holds no document.")
