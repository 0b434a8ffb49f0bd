"""The store at size: how fast every filter answers, warm, through the library, in SQL and as a process.

    python -m tests.bench.store PATH [EVENTS]

Makes PATH with EVENTS events (1,000,000) by `store_bulk.py` if it is not there, and then asks it: CPU milliseconds,
median and 99th percentile, of a page of 50 rows with their evidence, warm and the first time that each is asked. Goals,
warm: 10 ms; 50 ms for a word in more than 1 % of the events and for exact counts. `store_write.py` tells what writing
costs.
"""

from __future__ import annotations

import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.bench.store_bulk import make
from tests.bench.store_world import FIRST, LAST
from timeline.library import Timeline
from timeline.store import Filter, Store, connect

SAMPLES, TRIES = 300, 2
"""Questions of a kind, and how often each is asked once it was asked: the better time is taken."""
T = TypeVar("T")
PATIENCE = 20_000
"""Milliseconds after which a question is not asked again."""
Wanted = Callable[[], dict[str, object]]
"""Keywords of a filter, other ones at each call."""
YEAR = 365


class Dice:
    """Values to ask for."""

    def __init__(self, path: Path) -> None:
        self.dice = Random(11)
        self.actors: list[str]
        self.places: list[str]
        with closing(connect.reading(path)) as connection:
            named = "SELECT name FROM entity WHERE kind {} 'place' ORDER BY events DESC, name"
            self.actors = [name for (name,) in connection.execute(named.format("<>"))]
            self.places = [name for (name,) in connection.execute(named.format("="))]
            self.words = self._vocabulary(connection)

    def _vocabulary(self, connection: sqlite3.Connection) -> list[str]:
        """Words of some thousand events, the most frequent first."""
        (last,) = connection.execute("SELECT max(id) FROM event").fetchone()
        ids = ",".join(str(self.dice.randint(1, last)) for _ in range(6000))
        told: Counter[str] = Counter()
        for (title,) in connection.execute(f"SELECT title FROM event WHERE id IN ({ids})"):
            told.update(title.lower().split())
        return [word for word, _ in told.most_common()]

    def window(self, days: int, **more: object) -> dict[str, object]:
        """So many days somewhere."""
        since = self.dice.randint(FIRST, LAST)
        return {"since": since, "until": since + days, **more}

    def actor(self, below: int | None = None) -> str:
        """Any, or one of the so many most frequent."""
        return self.actors[self.dice.randrange(below or len(self.actors))]

    def place(self) -> str:
        """Any."""
        return self.dice.choice(self.places)

    def word(self, low: int, high: int | None = None) -> str:
        """By its place when words are sorted by how often they occur."""
        return self.words[self.dice.randrange(low, high or len(self.words))]

    def publisher(self) -> str:
        """From one in six documents to one in eighty."""
        return f"Publisher {self.dice.randrange(40):02d}"

    def folder(self) -> str:
        """With about one in a hundred of all documents."""
        return f"archive/{self.dice.randrange(97):02d}/"


def windows(d: Dice) -> Iterator[tuple[str, Wanted]]:
    """Times."""
    for label, days in (("a day", 0), ("a month", 30), ("a year", YEAR), ("ten years", 10 * YEAR)):
        yield f"window of {label}", partial(d.window, days)
        yield f"… begins in {label}", partial(d.window, days, part="begins")
        yield f"… under way before {label}", partial(d.window, days, part="under way")
    yield "since a day", lambda: {"since": d.dice.randint(FIRST, LAST)}
    yield "until a day, latest first", lambda: {"until": d.dice.randint(FIRST, LAST), "reverse": True}
    yield "undated", lambda: {"undated": True}


def named(d: Dice) -> Iterator[tuple[str, Wanted]]:
    """Who, where, told by whom."""
    yield "actor, any", lambda: {"actor": d.actor()}
    yield "actor, top 20, a month", lambda: d.window(30) | {"actor": d.actor(20)}
    yield "actor, top 20, ten years", lambda: d.window(10 * YEAR) | {"actor": d.actor(20)}
    yield "two actors, one of the top 20", lambda: {"actor": (d.actor(20), d.actor())}
    yield "two actors of the top 20, a year", lambda: d.window(YEAR) | {"actor": (d.actor(20), d.actor(20))}
    yield "place, a year", lambda: d.window(YEAR) | {"place": d.place()}
    yield "place and actor", lambda: {"place": d.place(), "actor": d.actor()}
    yield "source: a publisher", lambda: {"source": d.publisher()}
    yield "source: a publisher, a month", lambda: d.window(30) | {"source": d.publisher()}
    yield "source: a publisher, a year", lambda: d.window(YEAR) | {"source": d.publisher()}
    yield "source: all, a year", lambda: d.window(YEAR) | {"source": "arch"}
    yield "source: a folder", lambda: {"source": d.folder()}
    yield "source: one file", lambda: {"source": f"{d.dice.randrange(9999):08d}"}
    yield "source: a publisher, an actor", lambda: {"source": d.publisher(), "actor": d.actor()}
    yield "source: a publisher, a word", lambda: {"source": d.publisher(), "match": d.word(300)}
    yield "source: all, a word", lambda: {"source": "arch", "match": d.word(300)}


def remarkable(d: Dice) -> Iterator[tuple[str, Wanted]]:
    """Kinds of events, and the most salient."""
    yield "status reported, a year", lambda: d.window(YEAR) | {"status": "reported"}
    yield "status denied, a month", lambda: d.window(30) | {"status": "denied"}
    yield "status denied, a year", lambda: d.window(YEAR) | {"status": "denied"}
    yield "precision month, a year", lambda: d.window(YEAR) | {"precision": "month"}
    yield "disputed, ten years", lambda: d.window(10 * YEAR) | {"disputed": True}
    yield "five sources, ten years", lambda: d.window(10 * YEAR) | {"min_sources": 5}
    yield "inferred, an actor", lambda: {"inferred": True, "actor": d.actor()}
    yield "top 20 of all", lambda: {"top": 20}
    yield "top 20 of a month", lambda: d.window(30) | {"top": 20}
    yield "top 20 of a year", lambda: d.window(YEAR) | {"top": 20}
    yield "top 20 of thirty years", lambda: d.window(30 * YEAR) | {"top": 20}
    yield "top 20 of an actor, top 20", lambda: {"top": 20, "actor": d.actor(20)}
    yield "top 20 of an actor, any", lambda: {"top": 20, "actor": d.actor()}
    yield "top 20 of a place, ten years", lambda: d.window(10 * YEAR) | {"top": 20, "place": d.place()}
    yield "top 20 of a publisher, a year", lambda: d.window(YEAR) | {"top": 20, "source": d.publisher()}


def told(d: Dice) -> Iterator[tuple[str, Wanted]]:
    """Words in less than one event in a hundred."""
    yield "rare word", lambda: {"match": d.word(2000)}
    yield "rare word, a year", lambda: d.window(YEAR) | {"match": d.word(2000)}
    yield "word, a month", lambda: d.window(30) | {"match": d.word(300)}
    yield "word, a year", lambda: d.window(YEAR) | {"match": d.word(300)}
    yield "word, ten years, an actor", lambda: d.window(10 * YEAR) | {"match": d.word(300), "actor": d.actor()}
    yield "two words", lambda: {"match": f"{d.word(300, 2000)} {d.word(300, 2000)}"}
    yield "top 20 of a word", lambda: {"top": 20, "match": d.word(300)}


def told_often(d: Dice) -> Iterator[tuple[str, Wanted]]:
    """Words in more than one event in a hundred: 50 ms."""
    yield "frequent word (>1 %), a month", lambda: d.window(30) | {"match": d.word(0, 100)}
    yield "frequent word, a year", lambda: d.window(YEAR) | {"match": d.word(0, 100)}
    yield "frequent word, any actor", lambda: {"match": d.word(0, 100), "actor": d.actor()}
    yield "two frequent words", lambda: {"match": f"{d.word(0, 100)} {d.word(0, 100)}"}
    yield "top 20 of a frequent word", lambda: {"top": 20, "match": d.word(0, 100)}
    yield "top 20 of a frequent word, a year", lambda: d.window(YEAR) | {"top": 20, "match": d.word(0, 100)}


def counts(d: Dice) -> Iterator[tuple[str, Wanted]]:
    """What is counted exactly: 50 ms."""
    yield "count of a year", lambda: d.window(YEAR)
    yield "count of ten years", lambda: d.window(10 * YEAR)
    yield "count of all", dict
    yield "count of an actor, any", lambda: {"actor": d.actor()}
    yield "count of an actor, top 20", lambda: {"actor": d.actor(20)}
    yield "count of an actor, top 20, a year", lambda: d.window(YEAR) | {"actor": d.actor(20)}
    yield "count of a publisher", lambda: {"source": d.publisher()}
    yield "count of a publisher, a year", lambda: d.window(YEAR) | {"source": d.publisher()}
    yield "count of a folder", lambda: {"source": d.folder()}
    yield "count of a folder, ten years", lambda: d.window(10 * YEAR) | {"source": d.folder()}
    yield "count of source: all", lambda: {"source": "arch"}
    yield "count of source: all, a year", lambda: d.window(YEAR) | {"source": "arch"}
    yield "count of source: all, ten years", lambda: d.window(10 * YEAR) | {"source": "arch"}
    yield "count of a status", lambda: {"status": d.dice.choice(("reported", "planned", "denied"))}
    yield "count of a word", lambda: {"match": d.word(300)}
    yield "count of a frequent word", lambda: {"match": d.word(0, 100)}
    yield "count of a frequent word, a year", lambda: d.window(YEAR) | {"match": d.word(0, 100)}
    yield "count of a frequent word, ten years", lambda: d.window(10 * YEAR) | {"match": d.word(0, 100)}


def measure(label: str, limit: float, ask: Callable[[T], object], wanted: Callable[[], T]) -> None:
    """Median and 99th percentile of questions that were asked before, and the same of the first time."""
    questions: list[T] = []
    first: list[float] = []
    while len(first) < SAMPLES and sum(first) < PATIENCE:
        questions.append(wanted())
        first.append(_spent(ask, questions[-1]))
    warm = [min(_spent(ask, question) for _ in range(TRIES)) for question in questions]
    (middle, worst), (fresh, freshest) = (_told(spent) for spent in (warm, first))
    late = "" if worst <= limit else f"> {limit:g}"
    print(f"{label:36} {middle:9.2f} {worst:9.2f} {fresh:9.2f} {freshest:9.2f} {late}", flush=True)


def _spent(ask: Callable[[T], object], question: T) -> float:
    began = time.process_time()
    ask(question)
    return (time.process_time() - began) * 1000


def _told(spent: list[float]) -> tuple[float, float]:
    ordered = sorted(spent)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]


def page(store: Store, wanted: dict[str, object]) -> list[dict[str, object]]:
    """The first fifty, with their evidence."""
    return list(store.rows(Filter.of(limit=50, **wanted)))


def ask_everything(path: Path) -> None:
    """All filters, one after another."""
    d = Dice(path)
    with Store.open(path) as store:
        print(f"{store.counts()}\n{'CPU ms':36} {'median':>9} {'p99':>9} {'first':>9} {'p99':>9}")
        for group, limit in ((windows, 10), (named, 10), (remarkable, 10), (told, 10), (told_often, 50)):
            for label, wanted in group(d):
                measure(label, limit, partial(page, store), wanted)
        for label, wanted in counts(d):
            measure(label, 50, lambda asked: store.count(Filter.of(**asked)), wanted)
        measure("histogram by year", 10, lambda _: store.years(), dict)
        keys = [row["key"] for row in store.rows(Filter.of(limit=500, reverse=True))]
        measure("the page after a key", 10, partial(page, store), lambda: {"after": d.dice.choice(keys)})
        measure("one event by its key", 10, store.row, lambda: d.dice.choice(keys))
        library = Timeline(store)
        measure(
            "events() of the library, a year",
            10,
            lambda asked: list(library.events(limit=50, **asked)),
            partial(_dates, d),
        )


def _dates(d: Dice) -> dict[str, object]:
    year = d.dice.randint(1950, 2024)
    return {"since": str(year), "until": f"{year}-12"}


SQL = (
    ("date between", "SELECT date, title FROM timeline WHERE date BETWEEN '{0}-03-01' AND '{0}-03-31' LIMIT 50"),
    ("… in order", "SELECT date, title FROM timeline WHERE date BETWEEN '{0}-03' AND '{0}-05' ORDER BY date LIMIT 50"),
    ("year =", "SELECT date, title FROM timeline WHERE year = {0} LIMIT 50"),
    ("year between, by id", "SELECT date FROM timeline WHERE year BETWEEN {0} AND {0} + 9 ORDER BY year, id LIMIT 50"),
    (
        "actor by event_entity",
        "SELECT t.date, t.title FROM timeline AS t JOIN event_entity AS n ON n.event_id = t.id JOIN entity_alias AS a "
        "ON a.entity_id = n.entity_id WHERE a.folded = '{1}' AND n.role = 'actor' LIMIT 50",
    ),
    ("evidence of a key", "SELECT quote FROM evidence WHERE event_key = '{2}'"),
    ("most salient", "SELECT title FROM timeline ORDER BY salience DESC LIMIT 20"),
)


def ask_in_sql(path: Path) -> None:
    """The documented queries on the views, as another program would ask."""
    d = Dice(path)
    with closing(connect.reading(path)) as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM event ORDER BY salience LIMIT 100")]
        for label, sql in SQL:

            def told(sql: str = sql) -> str:
                return sql.format(d.dice.randint(1950, 2023), d.actor().lower(), d.dice.choice(keys))

            measure(f"SQL: {label}", 10, lambda asked: connection.execute(asked).fetchall(), told)


def processes(path: Path) -> None:
    """`show -n 20` as a process, beside the same on a small database."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "small.db"
        make(small, 400)
        for arguments in (["show", "-n", "20"], ["show", "-n", "20", "--since", "1990", "--until", "1991"]):
            spent: dict[Path, list[float]] = {path: [], small: []}
            for _ in range(15):
                for file, times in spent.items():
                    before = resource.getrusage(resource.RUSAGE_CHILDREN)
                    command = [sys.executable, "-m", "timeline", "--db", str(file), *arguments]
                    subprocess.run(command, check=True, capture_output=True)
                    after = resource.getrusage(resource.RUSAGE_CHILDREN)
                    times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            large_, small_ = (sorted(times)[len(times) // 2] * 1000 for times in spent.values())
            told = f"{large_:.0f} ms, small database {small_:.0f} ms"
            print(f"`{' '.join(arguments)}` as a process: {told}: {large_ / small_:.2f} times")


def main() -> None:
    """Make, ask."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    path = Path(sys.argv[1])
    if not path.exists():
        make(path, int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
    ask_everything(path)
    ask_in_sql(path)
    processes(path)


if __name__ == "__main__":
    main()
