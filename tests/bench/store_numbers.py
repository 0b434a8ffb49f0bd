"""A made world of any size in which everything follows from a number, so that ten million events need no memory.

Names and words follow Zipf's law (the words are those of the seeds, then made ones), one event in a hundred spans
decades, an event has one and a half claims, one in forty has nine. `store_bulk.py` writes it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from math import gcd, log
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.bench.store_world import FIRST, LAST, words
from timeline.model.event import Event
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import days_in_month, from_jdn

ROOT = Path(__file__).parents[2]
PER_DOCUMENT = 15
SIZES: tuple[int, ...] = (1,) * 30 + (2,) * 6 + (3,) * 3 + (9,)
SIZES = tuple(size for _, size in sorted((n * 11 % 40, size) for n, size in enumerate(SIZES)))
"""Claims of forty events in turn: sixty."""
STARTS = tuple(accumulate(SIZES, initial=0))
OWNER = tuple(n for n, size in enumerate(SIZES) for _ in range(size))
ACTORS, PLACES, PUBLISHERS = 5000, 800, 40
MASK = (1 << 64) - 1
STATUSES = ("reported",) * 95 + ("planned",) * 3 + ("denied", "conditional")
SIGNS = "abcdefghijklmnopqrstuvwxyz234567"
TRIPLES = [a + b + c for a in SIGNS for b in SIGNS for c in SIGNS]


class Slot(NamedTuple):
    """Events of one time."""

    when: Interval | None
    weight: float


def mixed(number: int) -> int:
    """Sixty-four bits that look like chance (the finaliser of splitmix64)."""
    number = number * 0x9E3779B97F4A7C15 & MASK
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9 & MASK
    number = (number ^ number >> 27) * 0x94D049BB133111EB & MASK
    return number ^ number >> 31


def key(number: int, of: int) -> str:
    """The number-th key of so many, in order: an index grows at its end."""
    told = int((number + mixed(number) / MASK) / of * (1 << 60))
    return TRIPLES[told >> 45] + TRIPLES[told >> 30 & 32767] + TRIPLES[told >> 15 & 32767] + TRIPLES[told & 32767]


def vocabulary() -> list[str]:
    """Real words, the most frequent first, then made ones."""
    told: Counter[str] = Counter()
    for path in (ROOT / "seeds").glob("*.txt"):
        told.update(re.findall(r"[a-z]{2,14}", path.read_text(encoding="utf-8").lower()))
    return list(dict.fromkeys([*sorted(told, key=lambda word: (-told[word], word)), *words(20_000)]))[:20_000]


def stream(dice: Random, items: list[Any], count: int) -> list[Any]:
    """Draws by Zipf's law, of which slices are taken."""
    return dice.choices(items, cum_weights=list(accumulate(1 / (n + 3) for n in range(len(items)))), k=count)


def slots() -> list[Slot]:
    """Every time that something is told of, in order; six in ten a day, later years more than earlier ones."""
    found: list[Slot] = []
    for day in range(FIRST, LAST + 1):
        share = ((day - FIRST + 1) / (LAST - FIRST + 1)) ** 0.667
        year, month, of_month = from_jdn(day)
        told = [Slot(Interval.of_jdn(day), 0.60 * share)]
        if of_month == 1:
            told.append(Slot(Interval.month(year, month), 0.15 * share * days_in_month(year, month)))
        if of_month == month == 1:
            told.append(Slot(Interval.year(year), 0.15 * share * 365))
            for length in (*range(1, 5), *range(10, 56, 5)):
                span = Interval.between(Interval.year(year), Interval.year(year + length))
                told.append(Slot(span, share * 365 * (0.05 / 4 if length < 5 else 0.01 / 10)))
            told.append(Slot(Interval.between(Interval.year(year), None), 0.01 * share * 365))
        found += told
    return [*found, Slot(None, sum(slot.weight for slot in found) * 0.03)]


class World:
    """What is told: everything follows from the number of an event, a claim or a document."""

    def __init__(self, events: int) -> None:
        self.events = events // 40 * 40
        self.claims = self.events // 40 * 60
        self.documents = self.claims // PER_DOCUMENT
        dice = Random(7)
        self.listed = listed = vocabulary()
        self.names = [word.title() for word in listed[400 : 400 + ACTORS]]
        self.lands = [word.title() + "stan" for word in listed[:PLACES]]
        self._words = stream(dice, listed, 1 << 20)
        self._actors = stream(dice, list(range(ACTORS)), 1 << 16)
        self._places = stream(dice, list(range(PLACES)), 1 << 16)
        self.slots = slots()
        sums = list(accumulate(slot.weight for slot in self.slots))
        self._ends = [round(self.events * end / sums[-1]) for end in sums]
        self._step = coprime(self.claims)
        self._stride = coprime(self.events)
        self._back = pow(self._step, -1, self.claims)

    def when(self, event: int) -> Interval | None:
        """Its time: events are numbered in order of time."""
        return self.slots[bisect_right(self._ends, event)].when

    def said_by(self, event: int) -> range:
        """The sayings about it; two events in a row have theirs in a row."""
        block, place = divmod(event, 40)
        return range(block * 60 + STARTS[place], block * 60 + STARTS[place + 1])

    def claim(self, saying: int) -> int:
        """Where the saying stands among all claims, in order of documents."""
        return saying * self._step % self.claims

    def saying(self, claim: int) -> tuple[int, int]:
        """Inverse of `claim`: the saying, and the event that it is about."""
        said = claim * self._back % self.claims
        block, place = divmod(said, 60)
        return said, block * 40 + OWNER[place]

    def title(self, event: int) -> str:
        """Eight words."""
        at = mixed(event) & 0xFFFFF
        return " ".join(self._words[at : at + 8]).capitalize()

    def quote(self, saying: int, title: str, when: Interval | None) -> str:
        """The title, some more words, the date."""
        chance = mixed(~saying & MASK)
        at = chance & 0xFFFFF
        return f"{title} {' '.join(self._words[at : at + 6 + (chance >> 20) % 10])} in {when.edtf if when else 'time'}."

    def actors(self, event: int) -> list[int]:
        """Up to three, each once, from 0."""
        chance = mixed(event) >> 20
        at = chance & 0xFFFF
        return list(dict.fromkeys(self._actors[at : at + (0, 1, 1, 2, 2, 3)[(chance >> 16) % 6]]))

    def places(self, event: int) -> list[int]:
        """One or none, from 0."""
        chance = mixed(event) >> 40
        return self._places[chance & 0xFFFF : (chance & 0xFFFF) + (chance >> 16 & 1)]

    def called(self, document: int) -> tuple[str, str, str]:
        """uri, title, publisher."""
        chance = mixed(document * 7 + 3)
        title = " ".join(self._words[chance & 0xFFFFF : (chance & 0xFFFFF) + 6]).capitalize()
        publisher = f"Publisher {int(PUBLISHERS * ((chance >> 20) / (1 << 44)) ** 2):02d}"
        return f"archive/{document % 97:02d}/{document:08d}.txt", title, publisher

    def standing(self, event: int) -> float:
        """Its place by salience as a part of all, up to 1 for the last; no two have the same."""
        return (event * self._stride % self.events + 1) / self.events

    def told(self, event: int) -> Event:
        """The event as the linker would make it, without its claims."""
        chance, said = mixed(event * 5 + 1), len(self.said_by(event))
        return Event(
            key=key(event, self.events),
            title=self.title(event),
            when=self.when(event),
            kind="point",
            status=STATUSES[chance % 100],
            actors=tuple(self.names[n] for n in self.actors(event)),
            places=tuple(self.lands[n] for n in self.places(event)),
            claims=(),
            documents=said,
            mentions=said,
            sources=said,
            disputed=said > 3 and bool(chance >> 32 & 1),
            inferred=not (chance >> 33) % 10,
            salience=-log(self.standing(event)),
        )


def coprime(number: int) -> int:
    """A step that leads through all below a number before it comes back."""
    return next(n for n in range(int(number * 0.618), number) if gcd(n, number) == 1)
