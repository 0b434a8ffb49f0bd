"""One source through reading and all stages, in whatever process this is."""

from __future__ import annotations

from collections.abc import Callable

from timeline.errors import LanguageError
from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.pipeline.options import Options
from timeline.pipeline.result import Result
from timeline.read import Source, read

Process = Callable[[Document, Options], Result]


def understand(source: Source, options: Options, stages: Process | None = None) -> list[Result | Problem]:
    """Its documents, understood, and its problems. MemoryError passes, and LanguageError: no document's fault."""
    items: list[Result | Problem] = []
    for found in read(source, options.reading):
        items.append(found if isinstance(found, Problem) else _result(found, options, stages or usual()))
    return items


def usual() -> Process:
    """All stages, loaded when the first document is understood."""
    from timeline.pipeline.process import process

    return process


def _result(document: Document, options: Options, stages: Process) -> Result | Problem:
    try:
        return stages(document, options)
    except (MemoryError, LanguageError):
        raise
    except Exception as error:
        told = " ".join(str(error).split())[:200]
        message = f"A fault of timeline, please report it: {type(error).__name__}: {told}"
        return Problem(document.uri, "extract", "failed", "fault", message)
