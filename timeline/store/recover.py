"""A new database from a damaged one: every fact that can still be read, and an account of what cannot.

The damaged file is only read. Its facts are taken page by page, since SQLite gives up where a page does not fit;
events, full-text index and counts are made anew from them. Where claims may be missing, a sound text is understood once
more; where a text is damaged, the sentences quoted from it are laid over it.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import StoreError
from timeline.model.document import Document, Published
from timeline.store import connect, identity, rows
from timeline.store.draft import draft, place
from timeline.store.mend import Mended, mend
from timeline.store.migrate import fresh
from timeline.store.rulings import BY_HAND
from timeline.store.salvage import Salvage, salvage
from timeline.store.saved import restore
from timeline.store.seal import fill
from timeline.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.store.sheet import Result

    Again = Callable[[Document, str], Result | None]
    """Understands a document once more; the second argument is the fingerprint of how it was understood before. None
    where its claims do not come from its text."""
    Finish = Callable[[Store], None]
    """Makes everything that is derived."""

_IRREPLACEABLE = {
    "document": "documents",
    "document_location": "further names of documents",
    "decision": "decisions",
    "saved": "saved queries",
    "problem": "remarks about what could not be read",
}
_SIDES = ("-wal", "-journal")
_DOCUMENT = (
    "SELECT key, uri, text, format, bytes_sha256, text_sha256, title, publisher, author, language, page_starts, "
    "published_edtf, published_first_day, published_last_day, published_precision, published_approximate, "
    "published_uncertain, published_clock, published_how, fingerprint FROM document WHERE id = ?"
)


class Account(NamedTuple):
    """What became of it."""

    documents: int
    claims: int
    decisions: int
    events: int
    lost: list[str]
    """A sentence for each thing that is not as it was: what it is, and what helps."""
    remarks: list[str]
    """What was damaged and could be made right."""


def recover(path: Path, target: Path, again: Again, finish: Finish) -> Account:
    """Write what `path` still holds to the new file `target`.

    StoreError, with no file made, where nothing of a timeline database is left, or something is at the target already.
    """
    if target.exists():
        raise StoreError(f"{target} is there already; nothing was recovered", path=target, code="exists")
    if not path.is_file() or not path.stat().st_size:
        raise StoreError(f"there is nothing in {path} to recover", path=path, code="empty")
    try:
        with draft(target) as made, _settled(path) as source:
            made.write_bytes(fresh(made))
            with closing(sqlite3.connect(connect.uri(made, "mode=rw"), uri=True, isolation_level=None)) as into:
                into.execute("PRAGMA synchronous=OFF")
                into.execute("BEGIN")
                found = salvage(source, into)
                mended = mend(into, found.holes)
                into.execute("COMMIT")
            account = _rebuilt(made, mended, again, finish)
            if not account.documents + account.decisions:
                raise _refusal(path, mended.lost)
            place(made, target)
            missing = [f"{what} may be missing: a page of them cannot be read" for what in _missing(found)]
            return account._replace(lost=[*account.lost, *missing], remarks=[*account.remarks, *_of_pages(found)])
    except OSError as error:
        raise StoreError(f"cannot write {target}: {error.strerror}", path=target, code="unwritable") from error


@contextmanager
def _settled(path: Path) -> Iterator[Path]:
    """The file with what its log holds; of a copy, so that nothing happens to the damaged one."""
    if not any(Path(f"{path}{side}").exists() for side in _SIDES):
        yield path
        return
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".timeline-") as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        for side in _SIDES:
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{side}", f"{copy}{side}")
        with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # rolls a journal back
        yield copy


def _rebuilt(made: Path, mended: Mended, again: Again, finish: Finish) -> Account:
    """Everything that is derived, and the account."""
    with Store.open(made) as store:
        store._write().run(fill)
        renewed, odd, entries = _understand_again(store, mended.suspect, again)
        store._write().run(restore)
        finish(store)
        counts = store.counts()
        faults = [f"what was made is not whole: {finding}" for finding in store.check()]
    lost = [f"{uri}: nothing but its name is left; add it again" for uri in mended.lost]
    lost += [f"{mended.nameless} documents: not even a name is left of them"] if mended.nameless else []
    lost += [
        f"{uri}: parts of its text are missing, and what was cited from them; add it again" for uri in mended.texts
    ]
    lost += [f"{uri}: entries of it may be missing; import it again" for uri in entries]
    lost += [f"{what} cannot be read" for what in mended.decisions]
    remarks = [f"{uri}: its text was made right again from its quotes" for uri in mended.healed]
    remarks += [f"{renewed} documents were understood anew, for claims of theirs may be missing"] if renewed else []
    remarks += [f"{uri}: understood anew by the usual options; its own are not known any more" for uri in odd]
    return Account(counts["documents"], counts["claims"], counts["decisions"], counts["events"], lost + faults, remarks)


def _refusal(path: Path, names: list[str]) -> StoreError:
    if names:
        sentence = f"nothing is left of {path} but the names of what it held: {', '.join(names)}"
        return StoreError(sentence, path=path, code="empty", names=names)
    with path.open("rb") as file:
        head = file.read(72)
    if head[:16] == b"SQLite format 3\0" and int.from_bytes(head[68:72], "big") == identity.APPLICATION_ID:
        return StoreError(f"{path} holds no document", path=path, code="empty")
    return StoreError(f"nothing of a timeline database is left in {path}", path=path, code="foreign")


def _understand_again(store: Store, numbers: list[int], again: Again) -> tuple[int, list[str], list[str]]:
    """Claims and times of these documents anew: how many, uris of those whose options are not known, of chronologies.

    What a person added by hand is taken away; it comes again from the decision to add it.
    """
    renewed, odd, entries = 0, [], []
    for number in numbers:
        with store._reader.snapshot() as connection:
            document, fingerprint = _document(connection, number)
        result = again(document, fingerprint)
        if result is None:
            if document.uri.startswith(BY_HAND):
                store.remove(document.uri)
            else:
                entries.append(document.uri)
            continue
        renewed += 1
        store._write().run(_forget_fingerprint, number)
        store.add([result])
        if result.fingerprint != fingerprint:
            odd.append(document.uri)
    return renewed, odd, entries


def _forget_fingerprint(connection: object, number: int) -> None:
    """So that the same document replaces itself."""
    connection.exec_driver_sql("UPDATE document SET fingerprint = '' WHERE id = ?", (number,))  # type: ignore[attr-defined]


def _document(connection: sqlite3.Connection, number: int) -> tuple[Document, str]:
    row = connection.execute(_DOCUMENT, (number,)).fetchone()
    when, (how, fingerprint) = rows.interval(tuple(row[11:18])), row[18:]
    known = Published(when, how) if when is not None and how in ("given", "metadata") else None
    key, uri, text, format_, bytes_sha256, text_sha256, title, publisher, author, language = row[:10]
    starts = tuple(json.loads(row[10]))
    return (
        Document(
            *(key, uri, text, format_, bytes_sha256, text_sha256),
            title=title,
            publisher=publisher,
            author=author,
            language=language,
            published=known,
            page_starts=starts,
        ),
        fingerprint,
    )


def _missing(found: Salvage) -> list[str]:
    """Kinds of rows that nothing else tells of."""
    tables = {table for table, _ in found.gaps}
    return [_IRREPLACEABLE[table] for table in _IRREPLACEABLE if table in tables]


def _of_pages(found: Salvage) -> Iterator[str]:
    """What was wrong with the file itself."""
    for table in dict.fromkeys(table for table, _ in found.gaps):
        gaps = [gap for name, gap in found.gaps if name == table]
        pages = ", ".join(str(page) for page in sorted({gap.page for gap in gaps if gap.page})[:10]) or "unknown"
        more = f"; {found.orphans[table]} rows of it were found elsewhere" if found.orphans[table] else ""
        yield f"table {table}: {len(gaps)} places could not be read (pages {pages}){more}"
    if found.derived:
        yield f"{found.derived} places of what is made anew from the facts"
