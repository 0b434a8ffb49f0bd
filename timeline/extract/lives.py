"""The two days of a life, in the bracket behind its name: `Ada Lindt (3 May 1901 – 9 June 1977) was a painter`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.scene import Dating, Reading, Scene, dating
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import CLOSE, OPEN
from timeline.extract.who.life import hero
from timeline.extract.who.names import Named
from timeline.model.mention import TimeMention
from timeline.temporal.precision import Precision

_MARKS = frozenset(("*", "_", '"', "\u201d", "'"))
"""What print sets behind a name."""
_NICKNAME = 4
"""Words, and their quotation marks."""


class Day(NamedTuple):
    """`Ada Lindt was born`, and when."""

    line: str
    date: Dating
    who: Named


def whose(scene: Scene, cut: Parsed, own: Sequence[TimeMention]) -> str | None:
    """Whose days the sentence may tell: it has two times and a bracket, and the document is somebody's life."""
    if len(own) < 2 or OPEN not in cut.sentence.bits:
        return None
    name, _ = hero(scene.memory) or (None, None)
    return name


def days_of_a_life(read: Reading, own: Sequence[TimeMention], life: str) -> tuple[Day, ...]:
    """Birth and death of the one of whose `life` the document tells; nothing of years alone, nor of anybody else.

    `(née Moe; 3 May 1901 – 9 June 1977)`, `(b. 3 May 1901, d. 9 June 1977)`, behind `**Ada Rose "Peg" Lindt**`, too.
    """
    people = [one for one in read.found if one.kind == "person"]
    who = next((one for one in people if one.name == life), None)
    if who is None or not _of_one_name(people[0], who, life):
        return ()
    ends = _in_bracket(read, who, own)
    if len(ends) != 2 or any(one.point is None or one.point.precision.rank > Precision.DAY.rank for one in ends):
        return ()
    days = (dating(one._replace(range=None, when=one.point, kind="point"), None) for one in ends)
    return tuple(Day(f"{who.name} {told}", day, who) for day, told in zip(days, read.parsed.events.life, strict=True))


def _in_bracket(read: Reading, who: Named, own: Sequence[TimeMention]) -> list[TimeMention]:
    """The times in the bracket that opens right behind the name."""
    words = read.parsed.sentence
    opening = next((k for k in range(who.last, len(words)) if words.words[k] not in _MARKS), len(words))
    if opening >= len(words) or not words.bits[opening] & OPEN:
        return []
    closing = next((k for k in range(opening, len(words)) if words.bits[k] & CLOSE), opening)
    return [one for one in own if words.starts[opening] < one.start < words.starts[closing]]


def _of_one_name(one: Named, who: Named, life: str) -> bool:
    """`Ada Rose | "Peg" Lindt`: the first names, before a nickname and the surname that tells whose they are."""
    return one is who or (who.first - one.last <= _NICKNAME and one.name.split()[0] == life.split(maxsplit=1)[0])
