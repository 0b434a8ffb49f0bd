"""The two days of a life, in the bracket behind its name: `Ada Lindt (3 May 1901 – 9 June 1977) was a painter`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline.extract.line.aside import called
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
    lines = read.parsed.events.life[:2]
    return tuple(Day(f"{who.name} {told}", day, who) for day, told in zip(days, lines, strict=True))


def brackets(cut: Parsed) -> list[int]:
    """The brackets of a sentence that open with what they tell: `Humbert I (r. 1118–1148)`, `Wido (d. c. 1118)`."""
    words, sets = cut.sentence.words, cut.events.sets
    told = sets["reigned_marks"] | sets["died_marks"]
    opening = (k for k, bit in enumerate(cut.sentence.bits[:-1]) if bit & OPEN) if OPEN in cut.sentence.bits else ()
    return [k for k in opening if k and words[k + 1] in told]


def told_in_brackets(read: Reading, own: Sequence[TimeMention]) -> tuple[Day, ...]:
    """What those brackets tell of the one whose name stands before them: a reign, of years; a death."""
    cut, days = read.parsed, []
    for opening in brackets(cut):
        who, end = _named_before(read, opening), cut.sentence
        closing = next((k for k in range(opening, len(end)) if end.bits[k] & CLOSE), opening)
        inside = (one for one in own if end.starts[opening] < one.start < end.starts[closing])
        one = next(inside, None)
        if who is None or one is None or one.when is None:
            continue
        reigned = cut.sentence.words[opening + 1] in cut.events.sets["reigned_marks"]
        if reigned != (one.range is not None):
            continue  # a reign has two years, a death has one
        days.append(Day(f"{who.name} {cut.events.life[2 if reigned else 1]}", dating(one, None), who))
    return tuple(days)


def _named_before(read: Reading, opening: int) -> Named | None:
    """`Humbert I`, `Guigo | the Bald`: the person whose name ends at a bracket, with what he was called."""
    words = read.parsed.sentence.words
    for who in read.found:
        if who.kind != "person" or who.last > opening:
            continue
        if who.last == opening:
            return who
        if called(read.parsed, who.last, opening):
            return who._replace(name=f"{who.name} {' '.join(words[who.last : opening])}", last=opening)
    return None


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
