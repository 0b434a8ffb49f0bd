"""A noun of a report, and nothing in the line that tells which: `The ballot will begin`, `The victim opened a door`."""

from __future__ import annotations

from timeline.extract.scene import Scene
from timeline.extract.untimed.meeting import is_minutes
from timeline.extract.who.gender import is_person, single
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    BASE,
    EVENT,
    ING,
    NEGATION,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    THIRD,
    TO,
    Events,
)
from timeline.model.claim import Claim

_VERBAL = AUXILIARY | PAST | PARTICIPLE | THIRD | BASE | ING | ADVERB | NEGATION | TO | PREPOSITION
_SUBJECT = 3
"""Words of `the new sitcom`."""
_SIGNS = ",.;:"
_MARKS = frozenset('"“')


def alone(claim: Claim, scene: Scene) -> bool:
    """Is `the` and its noun all that a line of news tells beside the verb? Histories tell on of the same thing.

    So is somebody without a name, whatever he does, if the line has no name at all: `The judge outlined the crimes`.
    What has lasted up to now (`The water has fallen since Sunday`) is news itself; who writes a letter is understood.
    """
    words = [word.strip(_SIGNS) for word in claim.title.split()]
    events = scene.events
    if words[0].lower() not in events.sets["the"] or not all(word.isalpha() and word.islower() for word in words[1:]):
        return False
    finite = AUXILIARY | PAST | THIRD
    verb = next((k for k, word in enumerate(words[2:], 2) if events.bits.get(word, 0) & finite), len(words))
    lasting = claim.when is not None and claim.when.open_end
    own = scene.memory.is_personal() and _MARKS.isdisjoint(claim.quote)
    if lasting or own or _is_compound(words[1:verb], events):
        return False
    if not verb <= _SUBJECT or verb == len(words) or any(word.title() in events.sets["leading"] for word in words[2:]):
        return False  # `The film first opened`, of which the document tells more
    person = is_person(single(words[verb - 1], events), events)
    return (person or all(_is_verbal(word, events) for word in words[verb:])) and _is_news(claim, scene)


def _is_compound(subject: list[str], events: Events) -> bool:
    """`The | flash appeal | was launched`: one noun tells of which sort the other is; not `The new sitcom`."""
    if len(subject) + 1 != _SUBJECT:
        return False
    first = events.bits.get(subject[0], 0)
    return not first & ~EVENT and subject[0] not in events.nouns and subject[0] not in events.counts


def _is_news(claim: Claim, scene: Scene) -> bool:
    """Is its day counted from that of the document, which tells more than this and is no minutes of a meeting?"""
    counted = claim.provenance.anchor is not None and claim.provenance.anchor.startswith("document")
    return counted and claim.end - claim.start < len(scene.document.text.strip()) and not is_minutes(scene)


def _is_verbal(word: str, events: Events) -> bool:
    known = events.bits.get(word, 0) & _VERBAL or word in events.status["planned_adjectives"]
    return bool(known) or word.endswith(events.endings["past"] + events.endings["adverb"])
