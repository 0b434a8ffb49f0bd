"""The counts of `often.py`: taken at link, kept right where one event is changed, held against the index by `check`."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from timeline.store.cutter import cutter
from timeline.store.often import FIELDS, OFTEN, STRETCH, Asked, is_current
from timeline.store.sources import FEW

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from timeline.store.often import Run

    Kept = dict[Asked, list[int]]
    """Events by stretch of ids."""

MANY = 1 << 17
"""Events, of all or of one word, from which on it takes more than some milliseconds to count them."""
SAMPLE = 2000
"""Events that are looked at for words that so many may have."""
FOLDERS = 100
"""Those of most documents are counted too: the full-text index is slow to tell where words stand in a row."""
_COUNT = """
WITH RECURSIVE stretch (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM stretch WHERE n < ?)
SELECT (SELECT count(*) FROM event_text WHERE event_text MATCH ? AND rowid BETWEEN n * {0} AND n * {0} + {0} - 1)
FROM stretch ORDER BY n
"""
_ALWAYS = "name >= 'often always ' AND name < 'often always!'"
_INSERT = "INSERT INTO property (name, value) VALUES (?, ?)"


def take(run: Run) -> None:
    """Count anew, once the full-text index is written."""
    run(f"DELETE FROM property WHERE {OFTEN}")
    last = _last(run)
    if last >= MANY:
        for asked in sorted({*_frequent(run, last), *_folders(run)}):
            run(_INSERT, (asked.name, _listed(_counted(run, asked, last))))
    _conclude(run, _kept(run), last)


def having(run: Run, event: int) -> set[Asked] | None:
    """What is counted that an event has; None if the counts are not of these events."""
    return _having(run, event) if is_current(run) else None


def recount(run: Run, event: int, before: set[Asked] | None) -> None:
    """After a change of an event and its seal; `before` is what it was `having`."""
    if before is None:
        return
    after, kept = _having(run, event), _kept(run)
    for asked in before ^ after:
        kept[asked][event // STRETCH] += 1 if asked in after else -1
        run("UPDATE property SET value = ? WHERE name = ?", (_listed(kept[asked]), asked.name))
    _conclude(run, kept, _last(run))


def wrong(connection: sqlite3.Connection) -> Iterator[str]:
    """A sentence for each count that is not the index's."""
    run = connection.execute
    kept, last = _kept(run), _last(run)
    if kept and not is_current(run):
        yield "what is counted by stretches of ids is not of these events"
    for asked, counts in kept.items():
        if counts != _counted(run, asked, last):
            yield f"the stretches of ids of {asked.name!r} do not hold so many events"
    if dict(run(f"SELECT name, value FROM property WHERE {_ALWAYS}").fetchall()) != _always(kept, last):
        yield "the words that are said to be of every event are not"


def _frequent(run: Run, last: int) -> Iterator[Asked]:
    """Words that may be in so many events, by a look at some, as far from each other as can be."""
    ids = sorted({1 + n * last // SAMPLE for n in range(SAMPLE)})
    sql = f"SELECT title || ' ' || quotes, told, marks FROM event_text_source WHERE id IN ({','.join(map(str, ids))})"
    texts = list(zip(*run(sql).fetchall(), strict=True))
    for field, told in zip(FIELDS, texts, strict=True):
        found = Counter(word for words in cutter().words(told) for word in set(words))
        yield from (Asked(field, word) for word, times in found.items() if times * last >= MANY // 2 * len(ids))


def _folders(run: Run) -> Iterator[Asked]:
    """What a folder is called, its words in a row; one word is no more than a word."""
    within: Counter[str] = Counter(uri.rpartition("/")[0] for (uri,) in run("SELECT uri FROM document_location"))
    folders: Counter[str] = Counter()
    for folder, documents in within.items():
        parts = folder.split("/")
        for n in range(len(parts)):
            folders["/".join(parts[: n + 1])] += documents
    named = sorted((-documents, folder) for folder, documents in folders.items() if documents > FEW)[:FOLDERS]
    told = cutter().words([folder for _, folder in named])
    yield from (Asked("told", " ".join(words)) for words in told if len(words) > 1)


def _counted(run: Run, asked: Asked, last: int) -> list[int]:
    return [count for (count,) in run(_COUNT.format(STRETCH), (last // STRETCH, asked.query)).fetchall()]


def _having(run: Run, event: int) -> set[Asked]:
    sql = "SELECT 1 FROM event_text WHERE event_text MATCH ? AND rowid = ?"
    return {asked for asked in _kept(run) if run(sql, (asked.query, event)).fetchone()}


def _kept(run: Run) -> Kept:
    rows = run(f"SELECT name, value FROM property WHERE name > 'often' AND {OFTEN} ORDER BY name").fetchall()
    named = ((Asked(*name.split(" ", 2)[1:]), value) for name, value in rows)
    return {asked: json.loads(value) for asked, value in named if asked.field in FIELDS}


def _conclude(run: Run, kept: Kept, last: int) -> None:
    """What follows from the counts, and of which events they are."""
    run(f"DELETE FROM property WHERE name = 'often' OR {_ALWAYS}")
    for told in _always(kept, last).items():
        run(_INSERT, told)
    if kept:
        run("INSERT INTO property (name, value) SELECT 'often', value FROM seal WHERE kind = 'event'")


def _always(kept: Kept, last: int) -> dict[str, str]:
    """The words of all events, by the name under which they stand."""
    told: dict[str, list[str]] = {}
    for asked, counts in kept.items():
        if sum(counts) == last and asked.field != "marks":
            told.setdefault(f"often always {asked.field}", []).append(asked.words)
    return {name: _listed(sorted(words)) for name, words in told.items()}


def _last(run: Run) -> int:
    return int(run("SELECT coalesce(max(id), 0) FROM event").fetchone()[0])


def _listed(values: list[int] | list[str]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
