"""A noun of a report, and nothing in the line that tells which: `The ballot will begin`, `The victim opened a door`."""

from __future__ import annotations

from timeline.extract.scene import Scene
from timeline.extract.who.gender import is_person, single
from timeline.languages.events import (
    ADVERB,
    AUXILIARY,
    BASE,
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


def alone(claim: Claim, scene: Scene) -> bool:
    """Is `the` and its noun all that a line of news tells beside the verb? Histories tell on of the same thing.

    So is somebody without a name, whatever he does, if the line has no name at all: `The judge outlined the crimes`.
    """
    words = [word.strip(_SIGNS) for word in claim.title.split()]
    events = scene.events
    if words[0].lower() not in events.sets["the"] or not all(word.isalpha() and word.islower() for word in words[1:]):
        return False
    finite = AUXILIARY | PAST | THIRD
    verb = next((k for k, word in enumerate(words[2:], 2) if events.bits.get(word, 0) & finite), len(words))
    if not verb <= _SUBJECT or verb == len(words) or any(word.title() in events.sets["leading"] for word in words[2:]):
        return False  # `The film first opened`, of which the document tells more
    person = is_person(single(words[verb - 1], events), events)
    return (person or all(_is_verbal(word, events) for word in words[verb:])) and _is_news(claim, scene)


def _is_news(claim: Claim, scene: Scene) -> bool:
    """Is its day counted from that of the document, and does the document tell more than this?"""
    counted = claim.provenance.anchor is not None and claim.provenance.anchor.startswith("document")
    return counted and claim.end - claim.start < len(scene.document.text.strip())


def _is_verbal(word: str, events: Events) -> bool:
    known = events.bits.get(word, 0) & _VERBAL or word in events.status["planned_adjectives"]
    return bool(known) or word.endswith(events.endings["past"] + events.endings["adverb"])
