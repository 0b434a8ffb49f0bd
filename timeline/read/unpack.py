"""Containers become their parts, one after the other; what is no container passes through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from timeline.errors import InputError
from timeline.model.problem import Problem
from timeline.read.budget import DEEPEST, Budget
from timeline.read.find import unreadable
from timeline.read.reading import Reading
from timeline.read.recognise import HEAD, recognise
from timeline.read.source import LARGEST, Source, check, so_far

_CUT = "It is cut off; what comes before the cut was read."


def unpack(source: Source, reading: Reading) -> Iterator[Source | Problem]:
    """The documents' sources of one input, each with its format and, unless it is a file of its own, with its bytes."""
    return _unpack(source, reading, Budget.of(source.size))


def _unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source | Problem]:
    try:
        head = source.head(HEAD)
        found = recognise(source, head)
        if found.unpack is None:
            yield _leaf(source, found.name, head)
        elif source.depth >= DEEPEST:
            raise InputError(f"It lies {source.depth} archives deep.", code="bomb")
        else:
            empty = True
            for part in found.unpack(source.known_as(found.name), reading, budget):
                empty = False
                budget.member()
                if isinstance(part, Source):
                    yield from _unpack(part, reading, budget)
                else:
                    yield part
            if empty:
                raise InputError("It holds no document.", code="empty")
    except GeneratorExit:
        raise
    except Exception as error:
        yield problem(source, error)


def _leaf(source: Source, name: str, head: bytes) -> Source:
    """A source that can be sent to another process; a small file with its bytes, since they were read just now."""
    if source.path is not None and len(head) < HEAD:
        return source.holding(head, name)
    if source.data is not None:
        return source.holding(source.data, name)
    if source.opener is None:
        return replace(source, format=name, watch=None)
    with source.open() as stream:
        data, is_cut = so_far(stream, LARGEST + 1)
    check(len(data))
    return source.holding(data, name, **({"partial": _CUT} if is_cut else {}))


def problem(source: Source, error: Exception) -> Problem:
    """What a reader's error means for the source."""
    if isinstance(error, InputError):
        severity = "note" if error.facts.get("aside") and not source.named else "failed"
        return Problem(source.uri, "read", severity, str(error.facts.get("code", "unreadable")), str(error))
    if isinstance(error, OSError) and error.errno is not None:
        return unreadable(source.uri, error)
    if isinstance(error, RecursionError):
        return Problem(source.uri, "read", "failed", "too-deep", "It is nested too deep.")
    if isinstance(error, MemoryError):
        return Problem(source.uri, "read", "failed", "memory", "It takes more memory than a document may.")
    kind = source.format or "document"
    told = " ".join(str(error).split())[:200]
    return Problem(source.uri, "read", "failed", "damaged", f"It is a damaged {kind}: {told or type(error).__name__}.")
