"""What filters ask for, as words in the full-text index beside the text: one look-up intersects them all.

`b3` a class of length, `a12` `p7` an actor and a place by entity id, `u4` a publisher, `splanned` a status, `qyear` a
precision, `d1` disputed, `i1` inferred, `n5` told by at least five sources, `t1` starred, `l…` a label, `v2` within
TOPS[2].
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.store.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event

SOURCES = (2, 3, 5, 10, 20, 50)
"""Counts of sources that have a word; others are looked up by the next lower one."""


LETTERS = {"actor": "a", "place": "p", "source": "u"}
"""What the word of an id begins with, by its role."""

TOPS = (0.0001, 0.001, 0.01, 0.1)
"""Shares of the most salient events that have a word, each holding the ones before."""


def marks(event: Event, bucket: int | None, entities: Iterable[tuple[str, int]], standing: float = 1.0) -> str:
    """The words of one event; `entities` are (role, id); `standing` is its place by salience, from 0 to 1."""
    named = list(entities)
    words = [f"u{id_}" for role, id_ in named if role == "source"]
    words += [] if bucket is None or event.when is None else [f"b{bucket}", f"q{event.when.precision}"]
    words += [f"{LETTERS[role]}{id_}" for role, id_ in named if role != "source"]
    words.append(f"s{event.status}")
    words += [f"v{n}" for n, share in enumerate(TOPS) if standing <= share]
    words += [word for word, flag in (("d1", event.disputed), ("i1", event.inferred), ("t1", event.starred)) if flag]
    words += [of_label(label) for label in event.labels]
    words += [f"n{count}" for count in SOURCES if event.sources >= count]
    return " ".join(words)


def remarked(marks: str, *, starred: bool, labels: Iterable[str]) -> str:
    """The words of an event whose star and labels have changed, in the order of `marks`."""
    words = [word for word in marks.split() if word != "t1" and not word.startswith("l")]
    counts = [word for word in words if word.startswith("n")]
    kept = [word for word in words if not word.startswith("n")]
    return " ".join((*kept, *(["t1"] if starred else []), *map(of_label, labels), *counts))


def of_label(label: str) -> str:
    """The word of a label; case and accents do not matter."""
    return "l" + fold(label).encode().hex()


def of_sources(count: int) -> str | None:
    """The word that every event with at least so many sources has; None if there is none."""
    return next((f"n{known}" for known in reversed(SOURCES) if known <= count), None)
