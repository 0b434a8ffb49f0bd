"""Who `I` is: the writer of a letter or a diary, the one whose name or `A:` stands before what is said."""

from __future__ import annotations

import re

from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import QUOTE
from timeline.languages.events import BE, HAVE
from timeline.model.participant import Participant

_LABEL = re.compile(r"[\s*_>]{0,6}([A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,3})[*_]{0,2}:[*_]{0,2}\s")
_DECLARED = re.compile(r"\bI, ([A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{0,20}){1,2}), ")
_PAGE = 4000
"""Characters from the top in which somebody says who he is."""
_TURN = 40
"""Sentences of one turn of a talk."""
_TOP = 3
"""Sentences that tell with whom the talk is."""


def first_person(line: str, read: Reading, scene: Scene) -> str | None:
    """`I told Karl about it` → who did: one person of a full name, and nothing else in the line is `my`."""
    own = scene.events.sets["own_voice"]
    if (
        not line.startswith("I ")
        or scene.events.bits.get(line.split()[1], 0) & (BE | HAVE)  # `I am`, `I have`: of nobody else
        or any(bit & QUOTE for bit in read.parsed.sentence.bits)
        or not own.isdisjoint(line[2:].lower().split())
    ):
        return None
    name = _voice(read, scene) or ""
    full = 2 <= len(name.split()) <= 3
    return (
        name if full and all(part[:1].isupper() and part.replace("-", "").isalpha() for part in name.split()) else None
    )


def writer(name: str, read: Reading, one: Predicate) -> Participant:
    """The one who tells it as one who acts or is acted upon."""
    at = read.parsed.sentence.starts[read.parsed.clause_of(one.head).first]
    return Participant(name, "person", "whom" if one.passive else "who", at, at, "")


def _voice(read: Reading, scene: Scene) -> str | None:
    """Whose words a paragraph holds: by its label, else the document's author."""
    sentences, sets = scene.memory.sentences, scene.events.sets
    first = read.number
    while first and read.number - first < _TURN and sentences[first - 1].paragraph == read.sentence.paragraph:
        first -= 1
    label = _LABEL.match(scene.document.text, sentences[first].start)
    if label is None:
        return scene.document.author or _declared(scene)
    if label[1].lower() in sets["answering"]:
        return _guest(scene)
    named = next((name for name in scene.memory.named(first) if name.first == 0 and name.kind == "person"), None)
    if named is None:
        return None
    return named.name.title() if named.name.isupper() else named.name


def _declared(scene: Scene) -> str | None:
    """`I, Tomas Berg, of Vik, say as follows`: who makes a statement."""
    said = _DECLARED.search(scene.memory.passage, 0, _PAGE)
    return (said[1].title() if said[1].isupper() else said[1]) if said is not None else None


def _guest(scene: Scene) -> str | None:
    """With whom a talk of questions and answers is: the only person that its top names."""
    top = range(min(_TOP, len(scene.memory.sentences)))
    people = {name.name for number in top for name in scene.memory.named(number) if name.kind == "person"}
    whole = {name for name in people if " " in name}
    return whole.pop() if len(whole) == 1 else None
