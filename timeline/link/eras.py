"""Linking more claims than fit in memory: era by era.

Where there are more claims than may be held at a time, days are cut into eras between claims that lie far apart; those
without a date follow, by the day of their document. No more than one era is held then, and as eras do not know each
other they may be linked by different machines. The price: two claims on both sides of a cut stay two events, and a word
is as rare as it is in its era. The cuts follow from the claims alone, so what was said of `link` holds here as well:
the same claims give the same events, however they came in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from timeline.link.window import FAR

LARGE = 100_000
"""Claims that are linked at a time."""
LEEWAY = 5
"""A cut lies in the last fifth of what an era may hold, where the days lie farthest apart."""


def moment(first_day: int | None, last_day: int | None, published_day: int | None) -> int:
    """A claim's place in the order of eras: its first known day; behind all days, the day of its document."""
    if first_day is not None:
        return first_day
    return last_day if last_day is not None else FAR + (published_day or 0)


def cuts(moments: Sequence[int], most: int = LARGE) -> list[int]:
    """The first moment of each era but the first. `moments` are sorted; an era holds at most `most` of them, and more
    only where they are one.
    """
    found: list[int] = []
    start = 0
    while len(moments) - start > most:
        start = _cut(moments, start, most)
        if start == len(moments):
            break
        found.append(moments[start])
    return found


def _cut(moments: Sequence[int], start: int, most: int) -> int:
    """Where the era that begins at `start` ends: before the widest gap, the latest of the widest."""
    places = range(start + max(1, most - most // LEEWAY), start + most + 1)
    best = max(places, key=lambda place: (moments[place] - moments[place - 1], place))
    if moments[best] > moments[best - 1]:
        return best
    begun = bisect_left(moments, moments[best], start, best)
    return begun if begun > start else bisect_right(moments, moments[best], best)
