"""What is to be understood of all that was found, container by container, and what is known already.

Asking the database costs more than reading a small file: it is asked of many at once.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import cast

from timeline.model.problem import Problem
from timeline.pipeline.judge import failed
from timeline.pipeline.outcome import Outcome
from timeline.read import Reading, Source, unpack
from timeline.read.unpack import problem

Known = Callable[[Sequence[str]], Mapping[str, Collection[str]]]
"""Of the bytes with these SHA-256 that are stored: the names under which they are."""
SMALL = 1 << 16
"""Bytes of a file that is read when it is found, its format unseen."""
BATCH, HEAVY = 64, 1 << 20
"""Inputs, or bytes of them, that are looked up at a time."""


def entered(sources: Iterable[Source | Problem], reading: Reading, known: Known | None) -> Iterator[Source | Outcome]:
    """Sources of single documents, and outcomes of what cannot be read, or need not be, in the order of the sources."""
    known = known or _nothing
    for found, digest, names in _looked_up((_held(found) for found in sources), known):
        if isinstance(found, Problem):
            yield failed(found.uri, (found,))
        elif found.uri in names:  # under this name these bytes were read before, whatever they are
            yield Outcome(found.uri, "unchanged", digest)
        else:
            yield from _parts(found, digest, names, unpack(found, reading), known)


def _parts(
    whole: Source, digest: str, names: Collection[str], parts: Iterator[Source | Problem], known: Known
) -> Iterator[Source | Outcome]:
    first = next(parts)
    if isinstance(first, Source) and first.data is not None and first.data is whole.data:
        yield _unless_stored(first, digest, names)
        return
    for part, told, called in _looked_up(chain((first,), parts), known):
        if isinstance(part, Problem):
            yield failed(part.uri, (part,))
        else:
            yield _unless_stored(part, told, called) if told else _large(part, known)


def _large(source: Source, known: Known) -> Source | Outcome:
    try:
        digest = sha256(source)
    except OSError as error:
        return failed(source.uri, (problem(source, error),))
    return _unless_stored(source, digest, known((digest,)).get(digest, ()))


def _unless_stored(source: Source, digest: str, names: Collection[str]) -> Source | Outcome:
    return Outcome(source.uri, "unchanged", digest, is_copy=source.uri not in names) if names else source


def _held(found: Source | Problem) -> Source | Problem:
    return found.read(SMALL) if isinstance(found, Source) else found


def _looked_up(
    entries: Iterable[Source | Problem], known: Known
) -> Iterator[tuple[Source | Problem, str, Collection[str]]]:
    """Each with the SHA-256 of its bytes, if it holds them, and the names under which these are stored."""
    for batch in _batches(entries):
        digests = [_digest(entry) for entry in batch]
        stored = known([digest for digest in digests if digest])
        for entry, digest in zip(batch, digests, strict=True):
            yield entry, digest, stored.get(digest, ())


def _batches(entries: Iterable[Source | Problem]) -> Iterator[list[Source | Problem]]:
    batch: list[Source | Problem] = []
    size = 0
    for entry in entries:
        batch.append(entry)
        if isinstance(entry, Source) and entry.data is not None:
            size += len(entry.data)
        if len(batch) >= BATCH or size >= HEAVY:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _digest(entry: Source | Problem) -> str:
    if isinstance(entry, Problem) or entry.data is None:
        return ""
    return hashlib.sha256(entry.data).hexdigest()


def sha256(source: Source) -> str:
    """Of all bytes, read in pieces; OSError when they cannot be had."""
    with source.open() as stream:
        return hashlib.file_digest(cast("io.BufferedReader", stream), "sha256").hexdigest()


def _nothing(digests: Sequence[str]) -> Mapping[str, Collection[str]]:
    return {}
