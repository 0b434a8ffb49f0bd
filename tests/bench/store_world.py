"""A made world of any size with the skew of a real one, document by document.

Names and words follow Zipf's law, one event in a hundred spans decades, an event has one and a half claims, some of
them with another date. The event that a claim tells of stands in its `trigger`, so that `link` can be foreseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import NamedTuple

from timeline.model.claim import Claim
from timeline.model.document import Document, Published
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.model.key import content_key
from timeline.model.participant import Participant
from timeline.model.problem import Problem
from timeline.model.provenance import Provenance
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import to_jdn

PER_DOCUMENT = 15
CLAIMS_PER_EVENT = 1.5
FIRST, LAST = to_jdn(1950, 1, 1), to_jdn(2024, 12, 31)
PROVENANCE = Provenance("date.month_day_year", "document 2021-11-08 (byline)", "resolved")


class Lot:
    """Draws from a list, the n-th item 1/n as often as the first."""

    def __init__(self, dice: Random, items: Sequence[str]) -> None:
        self.dice, self.items = dice, items
        self.sums = list(accumulate(1 / (n + 3) for n in range(len(items))))

    def draw(self, count: int) -> list[str]:
        """So many, with repetition."""
        return self.dice.choices(self.items, cum_weights=self.sums, k=count)


class Outcome(NamedTuple):
    """As the pipeline hands it over."""

    document: Document
    mentions: tuple[()]
    claims: tuple[Claim, ...]
    published: Published | None
    problems: tuple[Problem, ...] = ()
    signature: bytes = b""
    fingerprint: str = "bench"


def words(count: int) -> list[str]:
    """Pronounceable, all different; the first are the shortest."""
    onsets, vowels = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"], ["a", "e", "i", "o", "u"]
    syllables = [onset + vowel for onset in onsets for vowel in vowels]
    made = [*syllables, *(a + b for a in syllables for b in syllables)]
    made += [a + b + c for a in syllables for b in syllables for c in syllables[:20]]
    return made[:count]


def interval(dice: Random) -> Interval | None:
    """Six in ten a day, the rest months, years, ranges, decades, open ends, none; later years are told of more."""
    day = FIRST + int((LAST - FIRST) * dice.random() ** 0.6)
    kind = dice.random()
    if kind < 0.60:
        return Interval.of_jdn(day)
    when = Interval.of_jdn(day)
    year, month = when.calendar_year or 2000, 1 + day % 12
    if kind < 0.75:
        return Interval.month(year, month)
    if kind < 0.90:
        return Interval.year(year)
    if kind < 0.95:
        return Interval.between(Interval.year(year), Interval.year(year + dice.randint(1, 4)))
    if kind < 0.96:
        return Interval.between(Interval.year(year), Interval.year(year + dice.randint(10, 55)))
    return Interval.between(Interval.year(year), None) if kind < 0.97 else None


def documents(events: int, seed: int = 7) -> Iterator[Outcome]:
    """Enough documents for about so many events."""
    dice = Random(seed)
    vocabulary = words(20_000)
    text, names = Lot(dice, vocabulary), Lot(dice, [word.title() for word in vocabulary[400:5400]])
    places = Lot(dice, [word.title() + "stan" for word in vocabulary[:800]])
    total = int(events * CLAIMS_PER_EVENT)
    for number in range(total // PER_DOCUMENT):
        yield document(number, events, dice, (text, names, places))


def document(number: int, events: int, dice: Random, lots: tuple[Lot, Lot, Lot]) -> Outcome:
    """One, with its claims."""
    text, names, places = lots
    uri, sentences, at = f"archive/{number % 97:02d}/{number:08d}.txt", [], 0
    told = []
    for _ in range(PER_DOCUMENT):
        when = interval(dice)
        sentence = " ".join(text.draw(dice.randint(12, 24))).capitalize() + f" in {when}."
        told.append((at, sentence, when))
        sentences.append(sentence)
        at += len(sentence) + 1
    body = "\n".join(sentences)
    key = content_key(body)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    claims = tuple(
        Claim(
            key=content_key(key, start),
            document=key,
            start=start,
            end=start + len(sentence),
            quote=sentence,
            title=sentence[: sentence.rindex(" in ")][:80],
            when=when,
            trigger=str(dice.randrange(events)),
            time_start=start + sentence.rindex(" in ") + 4 if when else None,
            time_end=start + len(sentence) - 1 if when else None,
            time_text=str(when) if when else "",
            status=dice.choices(("reported", "planned", "denied", "conditional"), (95, 3, 1, 1))[0],
            participants=participants(dice, start, names, places),
            provenance=PROVENANCE,
        )
        for start, sentence, when in told
    )
    publisher = f"Publisher {int(40 * dice.random() ** 2):02d}"
    published = Published(Interval.of_jdn(LAST - number % 9000), "byline")
    made = Document(key, uri, body, "text", sha256, sha256, title=told[0][1][:60], publisher=publisher)
    return Outcome(made, (), claims, published)


def participants(dice: Random, start: int, names: Lot, places: Lot) -> tuple[Participant, ...]:
    """Up to three actors and a place."""
    who = dict.fromkeys(names.draw(dice.choice((0, 1, 1, 2, 2, 3))))
    where = places.draw(dice.choice((0, 1)))
    found = [Participant(name, "country", "who", start, start, name) for name in who]
    return tuple(found + [Participant(name, "place", "where", start, start, name) for name in where])


def link(claims: Iterable[Claim], facts: Mapping[str, DocumentFacts]) -> Iterator[Event]:
    """One event for each trigger, dated by its first claim."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.trigger, []).append(claim)
    for group in groups.values():
        first, count = group[0], len({claim.document for claim in group})
        yield Event(
            key=content_key(min(claim.key for claim in group)),
            title=first.title,
            when=first.when,
            kind="point",
            status=first.status,
            actors=tuple(dict.fromkeys(name for claim in group for name in claim.actors)),
            places=tuple(dict.fromkeys(name for claim in group for name in claim.places)),
            claims=tuple(group),
            documents=count,
            mentions=len(group),
            sources=count,
            disputed=len(group) > 3,
            inferred=False,
            salience=float(len(group)) + count / 8,
        )
