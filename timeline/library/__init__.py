"""The library: what the command line can do, as one class, `open` and `parse`.

Reading through it imports neither sqlalchemy, alembic nor dateparser; every import that costs is made where it is used.
"""

from __future__ import annotations

from _thread import RLock
from typing import TYPE_CHECKING

from timeline.library.turn import in_turn
from timeline.library.when import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from os import PathLike
    from types import TracebackType
    from typing import Any, Self

    from sqlalchemy import Engine

    from timeline.library.adding import Progress
    from timeline.model.event import Event
    from timeline.model.highlight import Highlight
    from timeline.model.report import Report
    from timeline.pipeline import Limits
    from timeline.store import Store
    from timeline.store.filter import Filter

_TIMES = ("since", "until", "on")


def open(path: str | PathLike[str], *, create: bool = True) -> Timeline:  # noqa: A001 - said as timeline.open
    """Open a database: a file, or a database URL. A missing one is made, unless `create` is False.

    StoreError where it is another program's, newer than this one, damaged or locked; it is left untouched.
    """
    from timeline.store import Store

    return Timeline(Store.open(path, create=create))


class Timeline:
    """An open database; use it as a context manager, or close it.

    Threads may share one: all may read, each sees one state of the database at a time; those that write take turns.

    >>> import tempfile, pathlib, timeline
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("The bridge opened on 4 March 1890. It closed in 1956.")
    >>> with timeline.open(folder / "bridges.db") as tl:
    ...     report = tl.add(folder / "a.txt")
    ...     for event in tl.events(until="1900"):
    ...         print(event.when, event.title, len(event.claims))
    1890-03-04 The bridge opened 1
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.turn = RLock()
        self._engine: Engine | None = None

    @in_turn
    def add(
        self,
        *paths: str | PathLike[str],
        progress: Progress | None = None,
        jobs: int | None = None,
        limits: Limits | None = None,
        prune: bool = False,
        retry: bool = False,
        **options: Any,
    ) -> Report:
        """Read files and folders, date what they tell, and link it with what is there; `-` is standard input.

        Options are the fields of `timeline.pipeline.Options`: `date` (EDTF, a date or Interval), `genre`, `language`,
        `encoding`, `fields`, `gazetteer` (here a path), `whole`. `limits` are the time and memory of one document;
        `prune` takes away what was read below the paths and is no longer there; `retry` reads again what came in part.
        `progress` is told a Step of each input. What fails is told in `.problems` and keeps nothing else from being
        added.
        """
        from timeline.library.adding import Run, named

        if options.get("date") is not None:
            options["date"] = interval(options["date"])
        if (gazetteer := options.pop("gazetteer", None)) is not None:
            options["gazetteer"] = named(gazetteer)
        run = Run(self.store)
        added = self.store.add(run.results(paths, options, progress, jobs, limits, retry=retry))
        if prune:
            run.prune(paths)
        run.keep_problems()
        inputs = run.inputs()
        return self._report(
            relink=False,
            new=added.new,
            changed=added.changed,
            unchanged=inputs.unchanged,
            copies=added.copies + run.copies,
            inputs=inputs,
            problems=tuple(problem for problem in run.problems if problem.severity != "note"),
            notes=tuple(problem for problem in run.problems if problem.severity == "note"),
        )

    @in_turn
    def link(self) -> Report:
        """Build the events anew from all claims; `add` has done it already."""
        return self._report(relink=True)

    @in_turn
    def decide(
        self,
        kind: str,
        *keys: str,
        who: str | None = None,
        why: str | None = None,
        made: str | None = None,
        relink: bool = True,
        **told: Any,
    ) -> int:
        """A person's word about events, by their keys; its number. It wins over rules and sources until it is undone.

        Kinds: `merge` A B …, `split` A (with `claims` that leave, by number or key) or A B, `accept` as it stands,
        `hide`, `unhide`, `edit` (`title`, `date`, `note`), `label` (`add`, `remove`: texts), `star` (`on`), `add`
        (`title`, `date`, `note`, `actors`, `places`; no key). `made`: ISO 8601 in UTC; the clock is never asked.
        Without `relink` the events are as before until `link`. InputError, and nothing kept, for what cannot be.
        """
        if told.get("date") is not None:
            told["date"] = str(interval(told["date"]))
        number = self.store.ledger.decide(kind, *keys, who=who, why=why, made=made, **told)
        if relink:
            self._report(relink=False)
        return number

    @in_turn
    def undo(self, number: int | None = None, *, relink: bool = True, **told: str | None) -> int:
        """The decision of that number, or the last, holds no longer; its number. `who`, `why`, `made`: as above."""
        undone = self.store.ledger.undo(number, **told)
        if relink:
            self._report(relink=False)
        return undone

    def decisions(self) -> list[dict[str, Any]]:
        """`number key kind payload who why made undone events` of each, in the order in which they were made."""
        return self.store.ledger.all()

    @in_turn
    def take(self, data: bytes, name: str, source: str | None = None) -> Report:
        """Take in a chronology as claims of a source (our JSON, TimelineJS, CSV), or decisions of another database.

        `name`: of the file; it is what the documents are called. `source`: their title. InputError for anything else.
        """
        from timeline.pipeline.chronicle import chronicle
        from timeline.read.chronology import chronology, decisions

        rows = decisions(data)
        if rows is not None:
            self.store.ledger.take(rows)
            return self._report(relink=False)
        results = chronicle(chronology(data, name), name, source)
        there = self.store.ledger.chronicles(name) if self.store.exists else set()
        for uri in sorted(there - {result.document.uri for result in results}):
            if uri.partition("#")[0] == name:
                self.store.remove(uri)
        added = self.store.add(results)
        problems = tuple(problem for result in results for problem in result.problems)
        counts = {"new": added.new, "changed": added.changed, "unchanged": added.unchanged}
        return self._report(relink=False, problems=problems, **counts)

    def events(self, **wanted: Any) -> Iterator[Event]:
        """Events in order of time, each with all its claims. Every keyword narrows; without any: all that are dated.

        `since`, `until`, `on`: EDTF text, a year, a date or an Interval; what overlaps. `actor`, `place`, `source`,
        `status`, `precision`, `label`: a text or several. `match` words, `grep` a regular expression, `disputed`,
        `undated`, `starred`, `hidden`, `min_sources`, `limit`, `top`, `reverse`. InputError for a keyword there is not,
        a value that is none of its kind, a date or an expression that cannot be read.
        """
        return self.store.events(_filter(wanted))

    def rows(self, **wanted: Any) -> Iterator[dict[str, Any]]:
        """The same as plain dicts: the keys of the `timeline` view, and `evidence`, dicts with that view's keys."""
        return self.store.rows(_filter(wanted))

    def count(self, **wanted: Any) -> int:
        """How many events a filter finds, whatever its `limit`."""
        return self.store.count(_filter(wanted))

    def event(self, key: str) -> Event:
        """One event by its key, or the first signs of it; InputError (`.candidates`) where that is none or several."""
        return self.store.event(key)

    def digest(self, n: int = 10, *, sentences: int = 3, **wanted: Any) -> tuple[Highlight, ...]:
        """The `n` dates that mattered most to those who wrote, in order of time, each with its best sentences.

        Keywords narrow as in `events`. It matters what many documents tell, again and again, and long after.
        """
        from timeline.link.digest import digest

        told = list(self.events(**wanted))
        named = self.store.named_days(sorted({claim.document for event in told for claim in event.claims}))
        return digest(told, self.store.facts(), n, sentences=sentences, named=named)

    def sql(
        self, query: str, parameters: Mapping[str, object] | None = None, *, seconds: float = 30.0
    ) -> list[dict[str, Any]]:
        """Rows of any SQL query; it can change nothing. InputError where it is wrong or takes longer than `seconds`."""
        answer = self.store.sql(query, parameters or {}, seconds=seconds)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def frame(self, view: str = "timeline", kind: str = "pandas", **wanted: Any) -> Any:
        """A data frame of `pandas` or `polars` with the columns of the view `timeline`, or of `evidence`.

        Keywords narrow as in `events`. EDTF stays text; `date` and `date_latest` are days of the frame's own type in
        the years 1 to 9999, missing elsewhere: `first_day` and `last_day`, Julian Day Numbers, hold any year.
        InputError, naming the extra, where the library is not installed.
        """
        from timeline.library.frame import frame

        return frame(self.rows(**wanted), view, kind)

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine for this database, with `timeline.tables`; from any thread, until this is closed.

        It only reads: the database refuses every change. What is to be written goes through this class, which keeps
        events, index and counts together; for anything else open the database with an engine of your own.
        """
        with self.turn:
            if self._engine is None:
                _ = self.store.stale  # makes the database, where there may be one and is none yet
                self._engine = self.store.database.engine()
            return self._engine

    def _report(self, *, relink: bool, **of_this_run: Any) -> Report:
        """The counts of the database, its events brought up to date first."""
        from timeline.model.report import Report

        if not self.store.exists:
            return Report(0, 0, 0, **of_this_run)
        if relink or self.store.stale:
            from timeline.link import link

            self._write_by_hand()
            self.store.relink(link)
        counts = self.store.counts()
        return Report(counts["documents"], counts["claims"], counts["events"], **of_this_run)

    def _write_by_hand(self) -> None:
        """A document for each event that a person added, and for none that was undone."""
        wanted, there = self.store.ledger.added(), self.store.ledger.chronicles()
        if wanted or there:
            from timeline.model.entry import Entry
            from timeline.pipeline.chronicle import chronicle

            for uri in there - wanted.keys():
                self.store.remove(uri)
            for uri, (who, told) in wanted.items():
                entry = Entry(told["title"], told["date"] or "", actors=(*told["actors"],), places=(*told["places"],))
                self.store.add(chronicle([entry], uri, f"by hand ({who})" if who else "by hand"))

    def close(self) -> None:
        """Give the file back; a second time does nothing, and what is asked later opens it again."""
        if self._engine is not None:
            self._engine.dispose()
        self.store.close()

    def __repr__(self) -> str:
        return f"<Timeline {self.store.name}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _filter(wanted: dict[str, Any]) -> Filter:
    from timeline.store.filter import Filter

    times = {name: interval(wanted[name]) for name in _TIMES if wanted.get(name) is not None}
    return Filter.of(**{**wanted, **times})
