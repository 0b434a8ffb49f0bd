"""What every claim needs: the document, its sentence as read, and the date that the claim gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.extract.sentence import words
from timeline.extract.sentence.clauses import Parsed, parse
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.who.compounds import every
from timeline.extract.who.memory import Memory
from timeline.extract.who.names import Named
from timeline.languages.events import Events
from timeline.model.document import Document, Published
from timeline.model.mention import Anchor, TimeMention
from timeline.model.provenance import Provenance
from timeline.model.sentence import Sentence
from timeline.temporal.interval import Interval

Timed = Mapping[int, Sequence[TimeMention]]
"""Sentence → its times."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Of one document."""

    document: Document
    events: Events
    memory: Memory
    today: int | None
    """Last possible day of the document's date, a Julian Day Number."""


class Reading(NamedTuple):
    """One sentence of it, read."""

    number: int
    sentence: Sentence
    parsed: Parsed
    found: list[Named]
    """Its names, in order, short forms and surnames made whole."""


class Dating(NamedTuple):
    """The date of a claim and how it came by it."""

    when: Interval | None
    kind: str
    provenance: Provenance
    mention: TimeMention | None = None
    start: int | None = None
    end: int | None = None


class Happening(NamedTuple):
    """A predicate with its date."""

    one: Predicate
    date: Dating
    time: int | None = None
    """Number of the word that tells the time."""
    taken: frozenset[int] = frozenset()
    """Words of the sentence that belong to other happenings."""
    aside: frozenset[int] = frozenset()
    """Words that commas or brackets set off and that tell another happening."""


def parsed(scene: Scene, sentence: Sentence, mentions: list[TimeMention]) -> Parsed:
    """A sentence with its times as words, predicates and clauses."""
    return parse(split(scene, sentence, mentions))


def split(scene: Scene, sentence: Sentence, mentions: list[TimeMention]) -> words.Words:
    """A sentence with its times as words."""
    return words.split(scene.document.text, sentence.start, sentence.end, mentions, scene.events)


def reading(scene: Scene, number: int, cut: Parsed) -> Reading:
    """A parsed sentence with its names."""
    memory = scene.memory
    found = every(cut.sentence, memory.gazetteer)
    return Reading(number, memory.sentences[number], cut, memory.resolved(found, cut.sentence))


def dating(mention: TimeMention, one: Predicate | None) -> Dating:
    """A range is one date; a `since` that dates a deed, not a state, is the day it began."""
    when, kind = mention.when, mention.kind
    start, end = words.span(mention)
    if mention.range is not None and mention.range.first:
        when, kind = mention.range.when, "span"
    elif mention.bound == "since" and mention.point is not None and one is not None and _deed(one):
        when, kind = mention.point, "point"
    anchor = mention.anchor
    basis = "stated" if anchor is None else "inferred" if anchor.how == "inferred" else "resolved"
    basis = basis if when is not None else "none"
    return Dating(when, kind, Provenance(mention.rule, str(anchor) if anchor else None, basis), mention, start, end)


def of_the_document(published: Published, basis: str) -> Dating:
    """The document's own date; `basis` tells by which right a happening has it."""
    anchor = Anchor("document", published.when.edtf, published.how)
    return Dating(published.when, "point", Provenance(None, str(anchor), basis))


def going_on(when: Interval, start: int | None, kind: str = "point") -> Dating:
    """The date of what goes on from a happening whose time stands at `start`."""
    return Dating(when, kind, Provenance(None, str(Anchor("mention", when.edtf, start=start)), "continued"))


def _deed(one: Predicate) -> bool:
    return one.form == "noun" or (one.form == "finite" and one.tense == "past" and not one.perfect and not one.state)
