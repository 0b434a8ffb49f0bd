"""What is stored and no longer there: files that were deleted, rows and messages that left their file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from timeline.read.clean import plain_path


def gone(stored: Iterable[str], seen: frozenset[str], paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """The stored uris below the paths that this run has not met, alone or as parts of something that it met.

    An input that failed counts as met: what was read of it before is kept.
    """
    roots = tuple(plain_path(os.fspath(path)) for path in paths)
    for uri in stored:
        if any(_is_in(uri, root) for root in roots) and not any(whole in seen for whole in wholes(uri)):
            yield uri


def _is_in(uri: str, root: str) -> bool:
    """The root itself, a file in it or a part of it."""
    if root == ".":
        return not uri.startswith(("/", "../")) and uri.split("#", 1)[0] != "-"
    return uri.startswith(root) and uri[len(root) : len(root) + 1] in ("", "/", "#", "!")


def wholes(uri: str) -> Iterator[str]:
    """The uri, and all that it is a part of: `a.zip!b.mbox#3`, `a.zip!b.mbox`, `a.zip`."""
    yield uri
    for place in range(len(uri) - 1, 0, -1):
        if uri[place] in "#!":
            yield uri[:place]
