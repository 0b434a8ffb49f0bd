"""Who says what a sentence tells: the speaker of its words, and the one whose words are the happening."""

from __future__ import annotations

from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.who.gender import given
from timeline.languages.events import PREPOSITION

_BESIDE = 1
"""Words between a name and its verb of saying."""


def speaker_of(read: Reading, said_by: tuple[int, int] | None, scene: Scene) -> str | None:
    """The name in the words that tell who reports; for `he` the last person who was named."""
    if said_by is None:
        return None
    inside = [one for one in read.found if said_by[0] <= one.first < said_by[1] and not one.people]
    before = read.parsed.sentence.bits[said_by[0] :]
    people = [one for one in inside if one.kind == "person"]
    alone = [one for one in people if not any(bit & PREPOSITION for bit in before[: one.first - said_by[0]])]
    bodies = [one for one in inside if one.kind in ("organisation", "group")]
    named = alone or bodies or [one for one in inside if one.kind == "country"]
    if named:  # `a spokesman for Karl Moe` is not Karl Moe
        return named[0].name
    spoken = {word.lower() for word in read.parsed.sentence.words[said_by[0] : said_by[1]]}
    if scene.events.sets["speakers"].isdisjoint(spoken):
        return None
    last = scene.memory.last_person(read.number)
    sex = given(last, scene.events) if last is not None else None
    return last if sex is None or not spoken.isdisjoint(scene.events.sets[sex]) else None


def sayer(read: Reading, one: Predicate) -> str | None:
    """Whose words the event itself is: `“…”, the Foreign Ministry said on Monday`."""
    if one.form != "finite" or one.lemma not in read.parsed.events.say:
        return None
    near = [name for name in read.found if name.kind != "place" and 0 <= one.first - name.last <= _BESIDE]
    return near[-1].name if near else None
