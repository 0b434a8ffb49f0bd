"""One source through reading and all stages, in whatever process this is."""

from __future__ import annotations

from collections.abc import Callable

from timeline.errors import LanguageError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.pipeline.options import Options
from timeline.pipeline.result import Result
from timeline.pipeline.turns import Steps, finished
from timeline.read import Source, read

Process = Callable[[Document, Options], Result]


def understand(source: Source, options: Options, stages: Process | None = None) -> list[Result | Problem]:
    """Its documents, understood, and its problems. MemoryError passes, and LanguageError: no document's fault."""
    return finished(understanding(source, options, stages))


def understanding(source: Source, options: Options, stages: Process | None = None) -> Steps[list[Result | Problem]]:
    """The same, with a rest after each stage of each document."""
    items: list[Result | Problem] = []
    for found in read(source, options.reading):
        items.append(found if isinstance(found, Problem) else (yield from _result(found, options, stages)))
    return items


def _result(document: Document, options: Options, stages: Process | None) -> Steps[Result | Problem]:
    try:
        if stages is not None:
            return stages(document, options)
        from timeline.pipeline.process import steps  # all stages, loaded when the first document is understood

        yield
        return (yield from steps(document, options))
    except (MemoryError, LanguageError):
        raise
    except Exception as error:
        told = " ".join(str(error).split())[:200]
        message = f"A fault of timeline, please report it: {type(error).__name__}: {told}"
        return Problem(document.uri, "extract", "failed", "fault", message)
