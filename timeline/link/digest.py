"""The dates that mattered most, each with the sentences that best tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from math import log
from types import MappingProxyType

from timeline.link.central import best
from timeline.link.salience import salience
from timeline.link.voices import voices
from timeline.link.words import words_of
from timeline.model.claim import Claim
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.model.highlight import Highlight
from timeline.temporal.interval import Interval

SENTENCES = 3
FAINT = 0.01
"""Share of its weight that a date keeps of which nothing is told that makes a day great."""
AROUND = 30
"""Days before and after a day that are its time: what stands out of it mattered, and not each day of a great month."""
GREATEST = 3.0
"""× log(1 + voices of the happening of the date that most tell of): one great deed outweighs many small ones."""
LONE = GREATEST * log(2)
"""What one voice alone gives a day: it stands out of nothing by that."""


def digest(
    told: Iterable[Claim | Event],
    documents: Mapping[str, DocumentFacts],
    n: int,
    *,
    sentences: int = SENTENCES,
    named: Mapping[int, Set[str]] = MappingProxyType({}),
) -> tuple[Highlight, ...]:
    """The `n` dates, in order of time. Days come first; months, years and longer fill up where there are fewer days.

    A claim counts for its own date; one of an event that gives no date, or a coarser one, for the event's. `named`,
    by Julian Day Number: the keys of documents that name a day in passing, whether they tell what happened or not.
    """
    voice = voices(documents)
    dates: dict[Interval, list[Claim]] = {}
    greatest: Counter[Interval] = Counter()
    heard: dict[str, int] = {}
    for item in told:
        telling: dict[Interval, set[str]] = {}
        for when, claim in _dated(item):
            if when.length is not None:
                dates.setdefault(_date(when), []).append(claim)
                telling.setdefault(_date(when), set())
                if not _faint(claim, _date(when), documents):
                    telling[_date(when)].add(voice.get(claim.document, claim.document))
                heard[claim.key] = item.sources if isinstance(item, Event) else 1
        for when, those in telling.items():
            greatest[when] = max(greatest[when], len(those))
    heavy = {
        when: _heard(claims, when, _named(when, named), documents, voice) + GREATEST * log(1 + greatest[when])
        for when, claims in dates.items()
    }
    weights = _standing_out(heavy)
    chosen = sorted(weights, key=lambda when: (when.length, -weights[when], when.sort_key))[: max(0, n)]
    ordered = sorted(chosen, key=lambda when: when.sort_key)
    spoken = best([_saying(when, dates[when]) for when in ordered], documents, sentences, heard)
    return tuple(
        _highlight(when, weights[when], dates[when], chosen, voice)
        for when, chosen in zip(ordered, spoken, strict=True)
    )


def _standing_out(heavy: Mapping[Interval, float]) -> dict[Interval, float]:
    """How much heavier each day is than those around it, the nearer the more; what is longer than a day keeps its
    weight.
    """
    days = {when.first_day: weight for when, weight in heavy.items() if when.length == 1 and when.first_day is not None}
    shares = [(far, (AROUND + 1 - far) / (AROUND * (AROUND + 1))) for far in range(1, AROUND + 1)]

    def around(day: int) -> float:
        return sum(share * (days.get(day - far, 0.0) + days.get(day + far, 0.0)) for far, share in shares)

    return {
        when: weight - max(LONE, around(when.first_day)) if when.first_day in days and when.length == 1 else weight
        for when, weight in heavy.items()
    }


def _named(when: Interval, named: Mapping[int, Set[str]]) -> Set[str]:
    return named.get(when.first_day, frozenset()) if when.length == 1 and when.first_day is not None else frozenset()


def _heard(
    claims: Sequence[Claim],
    when: Interval,
    named: Set[str],
    documents: Mapping[str, DocumentFacts],
    voice: Mapping[str, str],
) -> float:
    telling = {claim.document for claim in claims if not _faint(claim, when, documents)}
    if not telling:
        return FAINT * salience({claim.document for claim in claims}, when, documents, voice)
    return salience(telling | named, when, documents, voice)


def _faint(claim: Claim, when: Interval, documents: Mapping[str, DocumentFacts]) -> bool:
    """It makes no day great: the date of its own page, written out, or no more than that somebody spoke."""
    facts = documents.get(claim.document)
    if claim.provenance.basis == "stated" and facts and when.length == 1 and when.first_day == facts.published_day:
        return True
    return claim.speaker is not None and words_of(facts).deed(claim.trigger, ()).weak


def _saying(when: Interval, claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims that give the date themselves; where none does, all."""
    return [claim for claim in claims if claim.when is not None and _date(claim.when) == when] or claims


def _dated(item: Claim | Event) -> Iterator[tuple[Interval, Claim]]:
    """Each claim with the date that it counts for; the undated are left out."""
    for claim in item.claims if isinstance(item, Event) else (item,):
        when = claim.when
        if isinstance(item, Event) and item.when is not None and (when is None or when.covers(item.when)):
            when = item.when
        if when is not None:
            yield when, claim


def _date(when: Interval) -> Interval:
    """A plain day for whatever lies on one day: times of day and doubts do not part what belongs together."""
    return Interval.of_jdn(when.first_day) if when.length == 1 and when.first_day is not None else when


def _highlight(
    when: Interval, weight: float, told: Sequence[Claim], speaking: tuple[Claim, ...], voice: Mapping[str, str]
) -> Highlight:
    keys = {claim.document for claim in told}
    return Highlight(when, round(weight, 6), speaking, len({voice.get(key, key) for key in keys}), len(keys))
