"""Many inputs to outcomes: unpacked here, understood in workers, delivered in order."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from timeline.model.problem import Problem
from timeline.pipeline.entries import Known, entered
from timeline.pipeline.limits import Limits
from timeline.pipeline.one import Process, Ready, Way, understand
from timeline.pipeline.options import Options
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.pool import Pool
from timeline.read import Source

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
    known: Known | None = None,
    limits: Limits | None = None,
    stages: Process | None = None,
    ready: Ready | None = None,
) -> Iterator[Outcome]:
    """Outcomes in the order of the sources, however many jobs (None: one a processor; 0: all in this process).

    What is `known` already, read with these options, is not read again. Closing the
    iterator, or an exception in the caller's loop such as KeyboardInterrupt, kills the workers. `stages` is what
    a document goes through, `process` unless told: any function of a module that gives a Result. `ready`, another,
    makes of each result what the caller wants of it, in the process that understood it.
    """
    if options.language != "auto":
        from timeline.languages import load

        load(options.language)  # a language that there is not is the caller's fault, not the documents'
    if options.gazetteer:
        from timeline.extract.who.gazetteer import parse

        parse(options.gazetteer)
    way = Way(options, stages, ready)
    entries = entered(sources, options.reading, known)
    first = _few(entries)
    if jobs == 0 or (len(first) < FEW and _are_harmless(first)):
        for entry in chain(first, entries):
            yield entry if isinstance(entry, Outcome) else _here(entry, way)
    else:
        yield from Pool(way, limits or Limits(), jobs or processors()).run(chain(first, entries))


def _here(source: Source, way: Way) -> Outcome:
    start = time.perf_counter()
    outcome = understand(source, way)
    return replace(outcome, seconds=time.perf_counter() - start)


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
