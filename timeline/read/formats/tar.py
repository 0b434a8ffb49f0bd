"""Tar archives of everything that can be read, plain or compressed."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from timeline.errors import InputError
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.clean import clean_name
from timeline.read.members import is_hidden, refused
from timeline.read.reading import Reading
from timeline.read.rows import Names
from timeline.read.source import Source, whole

SUFFIXES = (".tar",)
NEEDS = None


def looks(head: bytes) -> bool:
    """The mark of POSIX tar in the first header."""
    return head[257:262] == b"ustar"


def unpack(source: Source, reading: Reading, budget: Budget) -> Iterator[Source | Problem]:
    """Each regular file in it, in its order; links and devices are left aside, nothing is written to disk."""
    names = Names()
    with source.open() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|") as archive:
                for info in archive:
                    if not info.isfile():
                        continue
                    problem = refused(source, info.name)
                    if problem is not None:
                        yield problem
                        continue
                    if is_hidden(info.name):
                        continue
                    content = archive.extractfile(info)
                    data = whole(cast("BinaryIO", content)) if content is not None else b""
                    budget.spend(len(data) if source.opener is None else 0)
                    yield source.part(names.unlike(clean_name(info.name)), data, mark="!")
        except (tarfile.TarError, EOFError) as error:
            raise InputError(f"It is a damaged archive: {error}.", code="damaged") from error
