"""A noun of a report, and nothing in the line that tells which: `The ballot will begin`, `The new sitcom aired`."""

from __future__ import annotations

from timeline.extract.scene import Scene
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

_VERBAL = AUXILIARY | PAST | PARTICIPLE | THIRD | BASE | ING | ADVERB | NEGATION | TO | PREPOSITION
_SUBJECT = 3
"""Words of `the new sitcom`."""
_SIGNS = ",.;:"


def alone(title: str, scene: Scene) -> bool:
    """Is `the` and its noun all that a line of a report tells beside the verb? Histories tell on of the same thing."""
    words = [word.strip(_SIGNS) for word in title.split()]
    events = scene.events
    if words[0].lower() not in events.sets["the"] or not all(word.isalpha() and word.islower() for word in words[1:]):
        return False
    finite = AUXILIARY | PAST | THIRD
    verb = next((k for k, word in enumerate(words[2:], 2) if events.bits.get(word, 0) & finite), len(words))
    if not verb <= _SUBJECT or verb == len(words) or any(word.title() in events.sets["leading"] for word in words[2:]):
        return False  # `The film first opened`, of which the document tells more
    return all(_is_verbal(word, events) for word in words[verb:]) and scene.memory.is_report()


def _is_verbal(word: str, events: Events) -> bool:
    known = events.bits.get(word, 0) & _VERBAL or word in events.status["planned_adjectives"]
    return bool(known) or word.endswith(events.endings["past"] + events.endings["adverb"])
