"""What `add` is told beside paths: fields, limits, what to read once more, what would be read."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli import console
from timeline.cli.database import chosen
from timeline.render.foreign import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.pipeline import Limits

PAUSE = 0.5
"""Seconds between two looks at a watched folder."""


def mapped(pairs: Iterable[str]) -> dict[str, str]:
    """`text=body` → {"text": "body"}; a usage error for a name that documents do not have."""
    from timeline.read.fields import USUAL

    told = {}
    for pair in pairs:
        name, sign, taken = pair.partition("=")
        if name not in USUAL or not sign or not taken:
            raise click.BadParameter(
                f"'{pair}' is not NAME=FIELD with a NAME of {', '.join(USUAL)}", param_hint="'--field'"
            )
        told[name] = taken
    return told


def limits(seconds: float | None, megabytes: int | None) -> Limits | None:
    """The time and memory of one document, where they are told."""
    if seconds is None and megabytes is None:
        return None
    from timeline.pipeline import Limits

    usual = Limits()
    return Limits(seconds or usual.seconds, megabytes << 20 if megabytes else usual.memory)


def retried() -> list[str]:
    """The files that failed before, or came in part, and are there."""
    from timeline import library
    from timeline.library.pruning import wholes
    from timeline.read.clean import real_name

    with library.open(chosen(), create=False) as timeline:
        uris = [problem.uri for problem in timeline.store.problems() if problem.severity != "note"]
    found = (
        next((path for whole in wholes(uri) for path in (whole, real_name(whole)) if Path(path).is_file()), None)
        for uri in uris
    )
    return list(dict.fromkeys(path for path in found if path is not None))


def changes(paths: tuple[str, ...]) -> Iterator[None]:
    """At once, and whenever a file below the paths came, went or was written; a file being written is waited for."""
    known: frozenset[tuple[str, int, int]] | None = None
    before = known
    while True:
        now = _state(paths)
        if now == before and now != known:
            known = now
            yield
        before = now
        time.sleep(PAUSE)


def _state(paths: tuple[str, ...]) -> frozenset[tuple[str, int, int]]:
    from timeline.read import Source, find

    found = set()
    for source in find(paths):
        if isinstance(source, Source) and source.path is not None:
            with suppress(OSError):
                status = Path(source.path).stat()
                found.add((source.uri, status.st_size, status.st_mtime_ns))
    return frozenset(found)


def would_read(paths: Iterable[str], encoding: str | None, fields: Mapping[str, str]) -> int:
    """List each document that would be read with the format it would be read as; failures on stderr."""
    from timeline.model.problem import Problem
    from timeline.read import Reading, find, unpack

    reading = Reading(encoding=encoding, fields=fields)
    failed = listed = 0
    for found in find(paths):
        for part in [found] if isinstance(found, Problem) else unpack(found, reading):
            if not isinstance(part, Problem):
                listed += 1
                sys.stdout.write(f"{part.container or part.format}\t{clean(part.uri)}\n")
            elif part.severity == "failed":
                failed += 1
                console.remark(f"failed: {part.uri}: {part.message}")
    return 0 if not failed else 3 if listed else 1
