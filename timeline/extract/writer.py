"""Who `I` is in a letter or a diary: the writer, where the document names one."""

from __future__ import annotations

from timeline.extract.predicates import Predicate
from timeline.extract.scene import Reading, Scene
from timeline.extract.words import QUOTE
from timeline.languages.events import BE, HAVE
from timeline.model.participant import Participant


def is_writers(line: str, read: Reading, scene: Scene) -> bool:
    """`I told Karl about it`, in a letter whose writer is known: one person, and nothing else in the line is `my`."""
    author, own = scene.document.author or "", scene.events.sets["own_voice"]
    if (
        not line.startswith("I ")
        or scene.events.bits.get(line.split()[1], 0) & (BE | HAVE)  # `I am`, `I have`: of nobody else
        or any(bit & QUOTE for bit in read.parsed.sentence.bits)
        or not own.isdisjoint(line[2:].lower().split())
    ):
        return False
    names = author.split()
    return len(names) in (2, 3) and all(name[:1].isupper() and name.replace("-", "").isalpha() for name in names)


def writer(read: Reading, one: Predicate, scene: Scene) -> Participant:
    """The writer as one who acts or is acted upon."""
    at = read.parsed.sentence.starts[read.parsed.clause_of(one.head).first]
    return Participant(scene.document.author or "", "person", "whom" if one.passive else "who", at, at, "")
