"""One database: what is added to it, and what is asked of it."""

from __future__ import annotations

from _thread import allocate_lock
from typing import TYPE_CHECKING, Any

from timeline.errors import StoreError
from timeline.store import answer
from timeline.store.database import database
from timeline.store.filter import Filter
from timeline.store.reader import Reader
from timeline.store.scope import told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from os import PathLike
    from pathlib import Path
    from types import TracebackType
    from typing import Self, TypeVar

    from timeline.model.claim import Claim
    from timeline.model.event import Event
    from timeline.model.facts import DocumentFacts
    from timeline.model.problem import Problem
    from timeline.store.added import Added
    from timeline.store.check import Finding
    from timeline.store.database import Answered, Database
    from timeline.store.ledger import Ledger
    from timeline.store.saved import Saved
    from timeline.store.sheet import Result, Sheet
    from timeline.store.writer import Writer

    T = TypeVar("T")
    Link = Callable[[Sequence[Claim], Mapping[str, DocumentFacts]], Iterable[Event]]

EVERYTHING = Filter()
BATCH = 1000
"""Documents in one transaction: keys come in no order, so each transaction writes much of their indexes anew."""


class Store:
    """A database, opened. Reading a file needs the standard library alone; the first write loads SQLAlchemy.

    Several threads may read at once; writes wait for one another.
    """

    def __init__(self, database: Database) -> None:
        self.database = database
        self._reader = Reader(database.connect, database.plainly, self._make)
        self._writer: Writer | None = None
        self._making = allocate_lock()

    @classmethod
    def open(cls, path: str | PathLike[str], *, create: bool = False) -> Self:
        """Open a database: a file, or a URL `postgresql+psycopg://…`; `:memory:` is one that goes when it is closed.

        With `create`, one that is not there is made at the first write, its folder too, and an older one is brought to
        this program's schema, a backup first. StoreError, and nothing touched, for one that is not ours or is newer.
        """
        store = cls(database(path))
        if not store.exists:
            if create or str(path) == ":memory:":
                return store
            raise store.database.missing()
        try:
            store._reader.connection()
        except StoreError as error:
            if not (create and error.facts.get("code") == "older"):
                raise
            store._write()
        return store

    def close(self) -> None:
        """Leave one file behind; harmless when called again."""
        self._reader.close()
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Of the file; StoreError where the database is no file."""
        from timeline.store.file import File

        if not isinstance(self.database, File):
            raise StoreError(f"{self.name} is no file", path=self.name)
        return self.database.path

    @property
    def name(self) -> str:
        """Path, or URL without its password."""
        return self.database.name

    @property
    def exists(self) -> bool:
        """The database is there; one that is to be made comes with the first write."""
        return self.database.exists

    # Writing

    def add(self, results: Iterable[Result | Sheet]) -> Added:
        """Store documents with their claims, BATCH in a transaction; what was committed before an error stays.

        The events are as before until `relink`; `stale` says so.
        """
        from timeline.store.added import Added
        from timeline.store.portions import batches
        from timeline.store.sheet import Sheet, sheet

        done = Added()
        sheets = (one if isinstance(one, Sheet) else sheet(one) for one in results)
        for batch in batches(sheets, BATCH):
            from timeline.store.write import add, add_new

            done += self._write().rebuild(add_new, batch) or self._write().run(add, batch)
        return done

    def known(self, digests: Collection[str], fingerprint: str) -> dict[str, set[str]]:
        """Of the bytes with these SHA-256 that are stored, read with these options: the uris under which they are."""
        found: dict[str, set[str]] = {}
        if not digests or (self._writer is None and not self.exists):
            return found
        sql = (
            "SELECT d.bytes_sha256, l.uri FROM document AS d JOIN document_location AS l ON l.document_id = d.id "
            f"WHERE d.fingerprint = ? AND d.bytes_sha256 IN ({','.join('?' * len(digests))})"
        )
        with self._reader.snapshot() as connection:
            for digest, uri in connection.execute(sql, (fingerprint, *digests)):
                found.setdefault(digest, set()).add(uri)
        return found

    def locate(self, uri: str, bytes_sha256: str, fingerprint: str) -> bool:
        """One more name for bytes that are `known`; what the name meant before goes. False if it is theirs already."""
        names = self.known((bytes_sha256,), fingerprint).get(bytes_sha256)
        if not names or uri in names:
            return False
        from timeline.store.write import locate

        return self._write().run(locate, uri, bytes_sha256)

    def remove(self, uri: str) -> int:
        """Take away what was read from there, its parts too (`a.zip!b.txt`); how many names went."""
        from timeline.store.write import remove

        return self._write().run(remove, uri)

    def report(self, problems: Iterable[Problem], settled: Sequence[str] = ()) -> None:
        """Keep what went wrong with inputs that gave no document, in place of what was kept about them before.

        With those of the uris `settled` nothing is wrong any more.
        """
        told_ = list(problems)
        if told_ or settled:
            from timeline.store.problems import report

            self._write().run(report, told_, settled)

    def relink(self, link: Link) -> int:
        """Rebuild the events from all claims by `link(claims, facts)`; how many there are now."""
        from timeline.store.derive import relink

        writer = self._write()
        return relink(writer, self._reader.connection(), link)

    # Reading

    def rows(self, filter_: Filter = EVERYTHING) -> Iterator[dict[str, Any]]:
        """Events as dicts: keys of view `timeline` (`actors`, `places` as lists) and `evidence`, dicts of that view."""
        return self._stream(answer.rows, filter_)

    def events(self, filter_: Filter = EVERYTHING) -> Iterator[Event]:
        """Events as values, with their claims."""
        from timeline.store import values

        return self._stream(values.events, filter_)

    def row(self, prefix: str) -> dict[str, Any]:
        """The event whose key begins so; InputError, with `candidates`, for none or several."""
        return self._told(lambda connection: answer.row(connection, answer.key(connection, prefix)))

    def event(self, prefix: str) -> Event:
        """The same as a value."""
        from timeline.store import values

        return self._told(lambda connection: values.event(connection, answer.key(connection, prefix)))

    def count(self, filter_: Filter = EVERYTHING) -> int:
        """How many events, whatever the filter's `limit` and `top`."""
        return self._told(answer.count, filter_)

    def counts(self) -> dict[str, int]:
        """`documents claims events entities problems decisions undated`."""
        return self._told(answer.counts)

    def told_in(self, claim: str) -> tuple[str, str]:
        """The text of the document of the claim with that key, and its language."""
        return self._told(answer.told_in, claim)

    def facts(self) -> dict[str, DocumentFacts]:
        """What linking and digests must know of each document, by key."""
        from timeline.store import material

        return self._told(material.facts)

    def named_days(self, keys: Sequence[str]) -> dict[int, set[str]]:
        """By Julian Day Number, which of these documents name the day, whether they tell what happened or not."""
        from timeline.store import material

        return self._told(material.named_days, keys)

    def years(self) -> list[tuple[int, int]]:
        """(year, events that begin in it); years are astronomical, -43 is 44 BCE."""
        return self._told(answer.years)

    def problems(self) -> list[Problem]:
        """Everything that went wrong, by uri."""
        from timeline.model.problem import Problem

        with self._reader.snapshot() as connection:
            return [Problem(*row) for row in answer.problems(connection)]

    @property
    def ledger(self) -> Ledger:
        """What a person decided."""
        from timeline.store.ledger import Ledger

        return Ledger(self._reader.snapshot, self._write)

    @property
    def saved(self) -> Saved:
        """Queries that a person named."""
        from timeline.store.saved import Saved

        return Saved(self._reader.snapshot, self._write)

    @property
    def stale(self) -> bool:
        """Documents came or went since the events were linked."""
        with self._reader.snapshot() as connection:
            return told(connection, "stale", "0") == "1"

    @property
    def key_length(self) -> int:
        """How many signs of a key tell every event from every other."""
        with self._reader.snapshot() as connection:
            return int(told(connection, "key_length", "4"))

    def sql(
        self, sql: str, parameters: Mapping[str, object] | None = None, *, seconds: float = 30.0, megabytes: int = 500
    ) -> Answered:
        """The answer to one SQL statement that can only read: `columns`, and `rows` as they come."""
        self._make()
        return self.database.ask(sql, parameters, seconds=seconds, megabytes=megabytes)

    def check(self, *, deep: bool = True) -> list[Finding]:
        """What is wrong with the database; empty if nothing is. Without `deep` no text is read."""
        return self.database.check(deep=deep)

    def backup(self, target: str | PathLike[str]) -> None:
        """A verified copy, made while others may write; StoreError, and no file, where one is already."""
        from pathlib import Path

        self.database.backup(Path(target))

    def digest(self) -> str:
        """A hash of all content, the same for the same documents, whatever the order in which they were added."""
        from timeline.store.digest import digest

        return self._told(digest)

    def _write(self) -> Writer:
        with self._making:
            if self._writer is None:
                self._writer = self.database.writer()
            return self._writer

    def _make(self) -> None:
        """There is a database from here on, if this store may make one."""
        if self._writer is None and not self.exists:
            self._write()

    def _told(self, read: Callable[..., T], *asked: Any) -> T:
        with self._reader.snapshot() as connection:
            return read(connection, *asked)

    def _stream(self, read: Callable[[sqlite3.Connection, Filter], Iterator[T]], filter_: Filter) -> Iterator[T]:
        with self._reader.snapshot() as connection:
            yield from read(connection, filter_)
