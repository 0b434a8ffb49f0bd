"""The library: what the command line can do, as one class and two functions.

Reading through it imports neither sqlalchemy, alembic nor dateparser; every import that costs is made where it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Mapping
    from os import PathLike
    from types import TracebackType
    from typing import Any, Self, TypeAlias

    from timeline.model.event import Event
    from timeline.model.mention import TimeMention
    from timeline.model.report import Report
    from timeline.store.filter import Filter
    from timeline.store.store import Store
    from timeline.temporal.interval import Interval

    When: TypeAlias = str | datetime.date | Interval
    """A time as callers may give it: EDTF text, a date, an Interval."""
    Progress: TypeAlias = Callable[[int, int | None, str], None]
    """Told (inputs done, of how many or None, the last one's name)."""

_TIMES = ("since", "until", "on")


def open(path: str | PathLike[str], *, create: bool = True) -> Timeline:  # noqa: A001 - said as timeline.open
    """Open a database: a file, or a database URL. A missing one is made, unless `create` is False.

    StoreError where it is another program's, newer than this one, damaged or locked; it is left untouched.
    """
    from timeline.store.store import Store

    return Timeline(Store.open(path, create=create))


class Timeline:
    """An open database; use it as a context manager, or close it.

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

    def add(
        self, *paths: str | PathLike[str], progress: Progress | None = None, jobs: int | None = None, **options: Any
    ) -> Report:
        """Read files and folders, date what they tell, and link it with what is there; `-` is standard input.

        Options are the fields of `timeline.pipeline.Options`: `date` (EDTF, a date or an Interval), `genre`, `language`,
        `encoding`, `fields`. What fails is told in `.problems` and keeps nothing else from being added.
        """
        from timeline.adding import add

        if options.get("date") is not None:
            options["date"] = _interval(options["date"])
        return add(self.store, paths, options, progress=progress, jobs=jobs)

    def link(self) -> Report:
        """Build the events anew from all claims; `add` has done it already."""
        from timeline.adding import relink

        return relink(self.store)

    def events(self, **wanted: Any) -> Iterator[Event]:
        """Events in order of time, each with all its claims. Every keyword narrows; without any: all that are dated.

        `since`, `until`, `on`: EDTF text, a date or an Interval; what overlaps. `actor`, `place`, `source`, `status`,
        `precision`: a text or several. `match` words, `grep` a regular expression, `disputed`, `undated`, `min_sources`,
        `limit`, `top`, `reverse`. InputError for a keyword there is not, a date or an expression that cannot be read.
        """
        return self.store.events(_filter(wanted))

    def rows(self, **wanted: Any) -> Iterator[dict[str, Any]]:
        """The same as plain dicts: the keys of the `timeline` view, and `evidence`, dicts with the keys of that view."""
        return self.store.rows(_filter(wanted))

    def count(self, **wanted: Any) -> int:
        """How many events a filter finds, whatever its `limit`."""
        return self.store.count(_filter(wanted))

    def event(self, key: str) -> Event:
        """One event by its key, or the first signs of it; InputError (`.candidates`) where that is none or several."""
        return self.store.event(key)

    def sql(
        self, query: str, parameters: Mapping[str, object] | None = None, *, seconds: float = 30.0
    ) -> list[dict[str, Any]]:
        """Rows of any SQL query; it can change nothing. InputError where it is wrong or takes longer than `seconds`."""
        answer = self.store.sql(query, parameters or {}, seconds=seconds)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def close(self) -> None:
        """Give the file back; a second time does nothing."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def parse(
    text: str, reference: When | None = None, language: str = "en", genre: str = "news"
) -> tuple[TimeMention, ...]:
    """Every time expression of a text, in order, resolved against a reference date; never raises on odd text.

    Offsets are code points. Without a reference, what leans on one stays unresolved (`when` is None): the clock is
    never asked. LanguageError for a language there is no file for, InputError for a reference that is no date.

    >>> [(m.text, m.value, str(m.when)) for m in parse("Two weeks later, on 3 May 1990.", reference="1989-11-09")]
    [('Two weeks later', '1989-11-23', '1989-11-23'), ('3 May 1990', '1990-05-03', '1990-05-03')]
    """
    from timeline.languages import load
    from timeline.model.document import Published
    from timeline.resolve import resolve
    from timeline.tag import tag

    tongue = load(language)
    published = None if reference is None else Published(_interval(reference), "given")
    return resolve(tag(text, tongue), text, tongue, published, genre)


def _filter(wanted: dict[str, Any]) -> Filter:
    from timeline.store.filter import Filter

    times = {name: _interval(wanted[name]) for name in _TIMES if wanted.get(name) is not None}
    return Filter.of(**{**wanted, **times})


def _interval(when: When) -> Interval:
    """A time as an Interval; a datetime counts as its day."""
    from timeline.temporal.interval import Interval

    if isinstance(when, str):
        return Interval.parse(when)
    return when if isinstance(when, Interval) else Interval.day(when.year, when.month, when.day)
