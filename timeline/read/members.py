"""Names of the files in an archive: which are left aside, which are refused."""

from __future__ import annotations

from pathlib import PurePosixPath

from timeline.model.problem import Problem
from timeline.read.clean import clean_name
from timeline.read.source import Source


def is_hidden(name: str) -> bool:
    """Files of the system, as in a folder."""
    return any(
        (part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in PurePosixPath(name).parts
    )


def refused(source: Source, name: str) -> Problem | None:
    """A name that reaches out of the archive is refused, though nothing is ever written to disk."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0][:2]:
        uri = f"{source.uri}!{clean_name(name)}"
        return Problem(uri, "read", "failed", "path-trick", "Its name reaches out of the archive; it was left alone.")
    return None
