"""One source through reading and all stages, in whatever process this is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from timeline.errors import LanguageError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.pipeline.judge import judged
from timeline.pipeline.options import Options
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.result import Result
from timeline.pipeline.turns import Steps, finished
from timeline.read import Source, read

Process = Callable[[Document, Options], Result]


Ready = Callable[[Result], object]


class Way(NamedTuple):
    """What every source goes through."""

    options: Options
    stages: Process | None = None
    """Of each document; `process` unless told. Any function of a module that gives a Result."""
    ready: Ready | None = None
    """What is made of a result where it was understood; nothing unless told."""


def understand(source: Source, way: Way) -> Outcome:
    """What comes of it. MemoryError passes, and LanguageError: no document's fault."""
    return finished(understanding(source, way))


def understanding(source: Source, way: Way) -> Steps[Outcome]:
    """The same, with a rest after each stage of each document."""
    items: list[Result | Problem] = []
    for found in read(source, way.options.reading):
        items.append(found if isinstance(found, Problem) else (yield from _result(found, way)))
    outcome = judged(source, items)
    return replace(outcome, results=tuple(map(way.ready, outcome.results))) if way.ready else outcome


def _result(document: Document, way: Way) -> Steps[Result | Problem]:
    try:
        if way.stages is not None:
            return way.stages(document, way.options)
        from timeline.pipeline.process import steps  # all stages, loaded when the first document is understood

        yield
        return (yield from steps(document, way.options))
    except (MemoryError, LanguageError):
        raise
    except Exception as error:
        told = " ".join(str(error).split())[:200]
        message = f"A fault of timeline, please report it: {type(error).__name__}: {told}"
        return Problem(document.uri, "extract", "failed", "fault", message)
