"""A new database from what a damaged one still holds: the store reads it, the pipeline understands its texts again."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from timeline.errors import StoreError

if TYPE_CHECKING:
    from os import PathLike

    from timeline.model.document import Document
    from timeline.pipeline import Result
    from timeline.store import Store
    from timeline.store.recover import Account


def recover(path: str | PathLike[str], target: str | PathLike[str]) -> Account:
    """Write to `target` what is left of the database at `path`, and tell what is not; the damaged one is only read.

    StoreError, with no file made, where nothing is left, or something is at the target already.
    """
    from pathlib import Path

    from timeline.store.recover import recover as recover_store

    for told in (path, target):
        if "://" in str(told):
            raise _no_file(str(told))
    return recover_store(Path(path), Path(target), again, _finish)


def _no_file(url: str) -> StoreError:
    from timeline.store.postgres.address import masked

    sentence = (
        f"{masked(url)} is no file: only SQLite files are recovered; what a server holds, its own backups bring back "
        "(pg_dump, pg_restore), or one by `timeline backup`"
    )
    return StoreError(sentence, path=masked(url), code="scheme")


def _finish(store: Store) -> None:
    """What a person added by hand, and the events."""
    from timeline.library import Timeline

    Timeline(store).link()


def again(document: Document, fingerprint: str) -> Result | None:
    """A stored document, understood as it was when its options had that fingerprint, else by the usual ones.

    None for a chronology, which is not understood but told.
    """
    from timeline.pipeline import Options
    from timeline.pipeline.process import process

    if document.format == "chronology":
        return None

    dates = [None, document.published.when] if document.published and document.published.how == "given" else [None]
    usual = Options(date=dates[-1])
    told = [
        Options(date=date, genre=genre, language=language, whole=whole)
        for date, genre, language, whole in product(
            dates, ("auto", "news", "narrative"), ("auto", document.language), (False, True)
        )
    ]
    chosen = next((options for options in told if options.fingerprint == fingerprint), usual)
    return process(replace(document), chosen)
