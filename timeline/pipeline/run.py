"""Many inputs to outcomes: unpacked here, understood in workers, delivered in order."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from timeline.model.problem import Problem
from timeline.pipeline.judge import failed, judged
from timeline.pipeline.limits import Limits
from timeline.pipeline.one import Process, sha256, understand
from timeline.pipeline.options import Options
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.pool import Pool
from timeline.read import Source, unpack
from timeline.read.unpack import problem

FEW = 16
SMALL = 1 << 18
HARMLESS = frozenset({"text", "markdown", "record"})
"""Formats read by our own linear code alone. A few small inputs of them are done in this process: the start of a worker
would take most of the time, and nothing in them can hang or take much memory."""


def run(
    sources: Iterable[Source | Problem],
    options: Options,
    *,
    jobs: int | None = None,
    known: Callable[[str], bool] | None = None,
    limits: Limits | None = None,
    stages: Process | None = None,
) -> Iterator[Outcome]:
    """Outcomes in the order of the sources, however many jobs (None: one a processor; 0: all in this process).

    `known(sha256)` tells whether the bytes are stored already with these options: they are not read again. Closing the
    iterator, or an exception in the caller's loop such as KeyboardInterrupt, kills the workers. `stages` is what
    a document goes through, `process` unless told: any function of a module that gives a Result.
    """
    if options.language != "auto":
        from timeline.languages import load

        load(options.language)  # a language that there is not is the caller's fault, not the documents'
    if options.gazetteer:
        from timeline.extract.gazetteer import parse

        parse(options.gazetteer)
    entries = _entries(sources, options, known)
    first = _few(entries)
    if jobs == 0 or (len(first) < FEW and _are_harmless(first)):
        for entry in chain(first, entries):
            yield entry if isinstance(entry, Outcome) else _here(entry, options, stages)
    else:
        yield from Pool(options, limits or Limits(), jobs or processors(), stages).run(chain(first, entries))


def _here(source: Source, options: Options, stages: Process | None) -> Outcome:
    start = time.perf_counter()
    items = understand(source, options, stages)
    return judged(source, items, time.perf_counter() - start)


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _entries(
    sources: Iterable[Source | Problem], options: Options, known: Callable[[str], bool] | None
) -> Iterator[Source | Outcome]:
    for found in sources:
        if isinstance(found, Problem):
            yield failed(found.uri, (found,))
            continue
        for part in unpack(found, options.reading):
            yield failed(part.uri, (part,)) if isinstance(part, Problem) else _unless_known(part, known)


def _unless_known(source: Source, known: Callable[[str], bool] | None) -> Source | Outcome:
    if known is None:
        return source
    try:
        digest = sha256(source)
    except OSError as error:
        return failed(source.uri, (problem(source, error),))
    return Outcome(source.uri, "unchanged", digest) if known(digest) else source


def _few(entries: Iterator[Source | Outcome]) -> list[Source | Outcome]:
    """The first entries: all of them, if they are few."""
    first: list[Source | Outcome] = []
    for entry in entries:
        first.append(entry)
        if len(first) >= FEW or not _are_harmless(first):
            break
    return first


def _are_harmless(entries: list[Source | Outcome]) -> bool:
    sources = [entry for entry in entries if isinstance(entry, Source)]
    return sum(source.size for source in sources) <= SMALL and all(source.format in HARMLESS for source in sources)
