"""Two who did it together: `Ada Lindt met Karl Moe in 1952. They married in 1955.`"""

from __future__ import annotations

from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.who.persons import person
from timeline.extract.who.roles import read_before

_REACH = 2
"""Sentences back in which both are looked for."""


def couple(scene: Scene, read: Reading, one: Predicate) -> tuple[str, str] | None:
    """The two persons told last, where the verb is one of two people; None where others could be meant."""
    if one.lemma not in scene.events.sets["pairing"]:
        return None
    before = range(read.number - 1, max(-1, read.number - 1 - _REACH), -1)
    for near in (read, *(read_before(scene, number) for number in before)):
        end = one.first if near is read else len(near.parsed.sentence)
        named = list(dict.fromkeys(name.name for name in near.found if name.kind == "person" and name.last <= end))
        acting = _acting(scene, near)
        if acting is not None and acting not in named:
            named.insert(0, acting)
        if named:
            return (named[0], named[1]) if len(named) == 2 else None
    return None


def _acting(scene: Scene, near: Reading) -> str | None:
    """Whom the pronoun stands for that opens a sentence: `He met Ada Lindt`."""
    kinds = (kind for kind in ("males", "females") if near.parsed.sentence.words[0].lower() in scene.events.sets[kind])
    kind = next(kinds, None)
    verb = next((one for one in near.parsed.predicates if one.form == "finite"), None)
    return person(scene, near, verb, kind) if kind is not None and verb is not None else None
