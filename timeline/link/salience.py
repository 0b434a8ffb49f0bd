"""How much a happening mattered to those who wrote: it is told by many, again and again, and long after."""

from __future__ import annotations

from collections.abc import Mapping, Set
from math import log

from timeline.link.window import FAR, window
from timeline.model.facts import DocumentFacts
from timeline.temporal.interval import Interval

LATER = 2
"""Days after which a document looks back."""
LONG_AFTER = 30
"""Days after which it remembers."""
LOG_2 = round(log(2), 6)


def salience(
    keys: Set[str], when: Interval | None, documents: Mapping[str, DocumentFacts], voices: Mapping[str, str]
) -> float:
    """Sum of log(1 + n) for the documents of `keys`, those of them that look back, that remember, and their days.

    `keys` are the documents that tell of it. Copies of one document count once.
    """
    if len(keys) == 1:
        return _of_one(documents.get(*keys), when)
    days = {
        key: facts.published_day for key in keys if (facts := documents.get(key)) and facts.published_day is not None
    }
    last = FAR if when is None else window(when)[1]
    told_by: list[set[str] | set[int]] = [
        {voices.get(key, key) for key in keys},
        {voices.get(key, key) for key, day in days.items() if day >= last + LATER},
        {voices.get(key, key) for key, day in days.items() if day >= last + LONG_AFTER},
        set(days.values()),
    ]
    return round(sum(log(1 + len(those)) for those in told_by), 6)


def _of_one(facts: DocumentFacts | None, when: Interval | None) -> float:
    """The same for a single document: each count is 0 or 1."""
    day = facts.published_day if facts else None
    if day is None:
        return LOG_2
    past = day - (FAR if when is None else window(when)[1])
    return round(log(2) * (2 + (past >= LATER) + (past >= LONG_AFTER)), 6)
