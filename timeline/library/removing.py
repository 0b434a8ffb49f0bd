"""What a person means by a path, however it is spelled, taken away."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from timeline.read.clean import clean_name, plain_path

if TYPE_CHECKING:
    from timeline.store import Store


def remove(store: Store, named: str) -> int:
    """Take away what was read from there: a file, a part of one, or all below a folder; how many names went."""
    spelled = spellings(named)
    gone = sum(store.remove(name) for name in spelled)
    return gone or sum(store.remove(name) for folder in spelled for name in _below(store, folder))


def spellings(named: str) -> list[str]:
    """The names that it may be stored under: as it was named; as a path that begins here, or at the root."""
    if named == "-" or ("://" in named and not named.startswith("file://")):
        return [named]
    path = unquote(urlsplit(named).path) if named.startswith("file://") else named
    whole = os.path.abspath(path)  # noqa: PTH100 - no link is followed: the name was stored, not what it leads to
    here = os.path.relpath(whole)
    names = (named, plain_path(path), whole, here, f"./{here}")
    return list(dict.fromkeys(clean_name(name) for name in names))


def _below(store: Store, folder: str) -> list[str]:
    if folder in (".", "./."):  # all that has no folder: it need not have been read from here
        return []
    sql = (
        "SELECT uri FROM document_location WHERE uri > :folder || '/' AND uri < :folder || '0' UNION "
        "SELECT uri FROM problem WHERE uri > :folder || '/' AND uri < :folder || '0' ORDER BY uri"
    )  # 0 follows /
    return [str(uri) for (uri,) in store.sql(sql, {"folder": folder}).rows]
