"""Somebody who has no name: `A 34-year-old man was arrested. He was charged …` → `[the 34-year-old man]`."""

from __future__ import annotations

from timeline.extract.line.shape import subject_before
from timeline.extract.scene import Reading, Scene, parsed, reading
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.words import COMMA, HARD, NAME
from timeline.extract.timing.worth import usable
from timeline.extract.who.gender import is_person
from timeline.languages.events import ADVERB, COORDINATOR, DETERMINER, PREPOSITION, Events

_REACH = 3
"""Sentences back in the paragraph."""
_KEPT = 32
"""Sentences that are kept as they were read: in a life, sentence after sentence looks back at the same ones."""
_LONGEST = 4
"""Words of the noun with its determiner."""


def role(scene: Scene, read: Reading, kind: str) -> str | None:
    """The subject of the sentences before in the paragraph, where it is one person and nobody else is spoken of."""
    pronouns = scene.events.sets[kind]
    for number in range(read.number - 1, max(-1, read.number - 1 - _REACH), -1):
        sentence = scene.memory.sentences[number]
        if sentence.paragraph != read.sentence.paragraph or sentence.kind != read.sentence.kind:
            return None
        near = read_before(scene, number)
        cut = near.parsed
        if any(name.kind == "person" for name in near.found):
            return None
        words = subject_before(cut, len(cut.clauses))
        if words and cut.sentence.words[words[0]].lower() in pronouns:
            continue
        return unnamed(cut, words, kind)
    return None


def read_before(scene: Scene, number: int) -> Reading:
    """A sentence before, with its times: they are no part of its subject."""
    kept = scene.memory.readings
    if number not in kept:
        if len(kept) >= _KEPT:
            kept.clear()
        sentence = scene.memory.sentences[number]
        times = usable(scene.memory.timed.get(number, ()), scene.document.text)
        kept[number] = reading(scene, number, parsed(scene, sentence, times))
    return kept[number]


def unnamed(cut: Parsed, words: list[int], kind: str) -> str | None:
    """`the appellant`, where the words are one person's and the sentence tells of no other."""
    bits, told, events = cut.sentence.bits, cut.sentence.words, cut.events
    words = words[: next((at for at, k in enumerate(words) if bits[k] & (COMMA | HARD)), len(words))]
    while words and bits[words[-1]] & ADVERB:
        words = words[:-1]
    if not 2 <= len(words) <= _LONGEST or not bits[words[0]] & DETERMINER:
        return None
    if told[words[0]].lower() not in events.sets["single"] or any(
        bits[k] & (NAME | PREPOSITION | COORDINATOR) for k in words
    ):
        return None
    others = (k for k in range(len(told)) if k not in words and bits[k - 1] & DETERMINER)
    if not _person(told[words[-1]], kind, events) or any(_person(told[k], kind, events) for k in others):
        return None
    return " ".join((*events.sets["the"], *(told[k] for k in words[1:])))


def _person(word: str, kind: str, events: Events) -> bool:
    """`appellant`, `driver`, `man`; of the other sex it is somebody else."""
    other = events.sets["female_nouns" if kind == "males" else "male_nouns"]
    return word not in other and is_person(word, events)
