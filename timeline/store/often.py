"""What many events have is counted at link, by stretches of ids, so that a long count becomes a short sum.

The counts stand in table `property` and hold as long as the events are those that were counted, which their seal tells:
`often told archive 07` is a list of counts for these words in a row in what documents are called; `text` is title and
quotes, `marks` are marks. `often always told` lists the words that all events have, which then need not be asked for.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.store.marks import LETTERS
from timeline.store.words import alternatives, label_query

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from timeline.store.filter import Filter
    from timeline.store.scope import Scope

    Run = Callable[..., Any]
    """A statement and its parameters, to a connection of either kind."""

STRETCH = 1 << 16
"""Ids that are counted together; the first stretch begins with 0."""
FIELDS = {"text": "{title quotes}", "told": "told", "marks": "marks"}
"""Where words are sought, and the columns of the full-text index that are meant."""
OFTEN = "name >= 'often' AND name < 'often!'"
"""Everything of this in table `property`."""

_CURRENT = """
SELECT 1 FROM property AS p JOIN seal AS s ON s.kind = 'event' AND s.name = '' AND CAST(s.value AS text) = p.value
WHERE p.name = 'often'
"""


class Asked(NamedTuple):
    """Words in a row that are sought, as the index spells them."""

    field: str
    words: str

    @property
    def name(self) -> str:
        """What their counts are called."""
        return f"often {self.field} {self.words}"

    @property
    def query(self) -> str:
        """For the full-text index."""
        return f'{FIELDS[self.field]} : "{self.words}"'


def is_always_said(connection: sqlite3.Connection, typed: str) -> bool:
    """Every event has the word that is typed for `match`."""
    words = _always(connection, "text")
    return bool(words) and (asked := _said(typed)) is not None and asked.words in words


def is_always_told(connection: sqlite3.Connection, typed: str) -> bool:
    """Every event is told by what is called as typed for `source`."""
    words = _always(connection, "told")
    query = label_query(typed)
    cut = _cut(query) if words else ""
    return cut in words or (bool(cut) and query.endswith("*") and any(word.startswith(cut) for word in words))


def counted(connection: sqlite3.Connection, filter_: Filter, scope: Scope) -> list[int] | None:
    """Events by stretch of ids, whatever the window, if only one thing is asked for and was counted."""
    asked = _alone(filter_, scope) if is_current(connection.execute) else []
    if len(asked) != 1 or asked[0] is None:
        return None
    found = connection.execute("SELECT value FROM property WHERE name = ?", (asked[0].name,)).fetchone()
    return list(json.loads(found[0])) if found else None


def is_current(run: Run) -> bool:
    """The events are those that were counted."""
    return run(_CURRENT).fetchone() is not None


def _always(connection: sqlite3.Connection, field: str) -> list[str]:
    if not is_current(connection.execute):
        return []
    found = connection.execute("SELECT value FROM property WHERE name = ?", (f"often always {field}",)).fetchone()
    return list(json.loads(found[0])) if found else []


def _alone(filter_: Filter, scope: Scope) -> list[Asked | None]:
    """All that is asked for but the window; None for what is not words in a row."""
    asked = [_said(filter_.match)] if filter_.match and scope.text is not None else []
    asked += [Asked("told", _cut(query)) if query else None for query in scope.called]
    asked += [_mark(f"{LETTERS[role]}{id_}" for id_ in ids) for role, ids, _ in scope.entities]
    asked += [_mark(f"s{status}" for status in filter_.status)] if filter_.status else []
    asked += [_mark(f"q{precision}" for precision in filter_.precision)] if filter_.precision else []
    asked += [Asked("marks", mark) for mark, flag in (("d1", filter_.disputed), ("i1", filter_.inferred)) if flag]
    rest = (filter_.grep, filter_.min_sources, filter_.label, filter_.starred)
    return [*asked, *(None for one in rest if one)]


def _mark(words: Iterable[str]) -> Asked | None:
    """Any of several is no words in a row."""
    word, *more = words
    return None if more else Asked("marks", word)


def _said(typed: str) -> Asked | None:
    told = alternatives(typed)
    if len(told) > 1 or len(told[0]) > 1 or told[0][0][1]:
        return None
    return Asked("text", _cut(told[0][0][0]))


def _cut(text: str) -> str:
    from timeline.store.cutter import cutter  # which takes as long to load as all the rest of a short answer

    return " ".join(cutter().words([text])[0])
