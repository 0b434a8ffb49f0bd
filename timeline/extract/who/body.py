"""The body that a definite noun stands for: `Hale Works grew. The company floated` → `[Hale Works] floated`."""

from __future__ import annotations

from timeline.extract.scene import Reading, Scene
from timeline.extract.who.gender import given
from timeline.extract.who.names import Named
from timeline.extract.who.roles import read_before

_REACH = 4
"""Sentences back in which the body of that kind is named."""
_NOUN = 4
"""Words from an article to its noun."""
_SIGNS = ',.;:!?"“”()'
_FIRST = 60
"""Sentences from the beginning in which no other may be named."""


def body(scene: Scene, read: Reading, noun: str) -> str | None:
    """`the company`, `the ministry` → its name, where the text before tells of one only that it can be."""
    sets = scene.events.sets
    if read.number > _FIRST:
        return None
    if noun in sets["named_bodies"]:
        return _of_its_kind(scene, read, noun)
    return _firm(scene, read, noun) if noun in sets["firms"] else None


def _of_its_kind(scene: Scene, read: Reading, noun: str) -> str | None:
    """`the ministry`: the only name so far with that word in it; a far one if no other body is told of."""
    kind, memory = noun.title(), scene.memory
    bodies = [(at, one) for at in range(read.number) for one in memory.named(at) if one.kind == "organisation"]
    told = [(at, one) for at, one in bodies if kind in one.name.split()]
    if not told or any(one.name != told[0][1].name for _, one in told) or told[0][1].name == kind:
        return None
    far = told[-1][0] < read.number - _REACH
    return None if far and len(told) < len(bodies) else _with_article(scene, *told[0])


def _with_article(scene: Scene, number: int, one: Named) -> str:
    """`the Commerce Department`, as the text has it."""
    near = read_before(scene, number)
    before = near.parsed.sentence.words[one.first - 1] if one.first else ""
    return f"{before.lower()} {one.name}" if before.lower() in scene.events.sets["the"] else one.name


def _firm(scene: Scene, read: Reading, noun: str) -> str | None:
    """`the company`: the only firm that the text has told of so far, and told of just before."""
    memory = scene.memory
    told = [(at, one) for at in range(read.number) for one in memory.named(at) if _may_be_a_firm(scene, one)]
    told += [(read.number, one) for one in read.found if _may_be_a_firm(scene, one)]
    whole = max((one.name for _, one in told), key=len, default="")
    if not whole or not all(_is_part(one.name, whole) for _, one in told):
        return None
    if told[-1][0] < read.number - _REACH or _is_another(scene, read, noun):
        return None
    return whole


def _may_be_a_firm(scene: Scene, one: Named) -> bool:
    """A name of a body, or one of which nothing tells what it is: no ministry, nobody who has a given name."""
    events = scene.events
    words = {word.lower() for word in one.name.split()}
    if not events.sets["public_bodies"].isdisjoint(words) or one.name in events.calendar:
        return False
    if one.kind == "organisation":
        return not all(word.rstrip(".") in events.organisation for word in one.name.split())  # `Co Inc`
    return one.kind in ("person", "group") and " " not in one.name and given(one.name, events) is None


def _is_part(name: str, whole: str) -> bool:
    """`Hale`, `HW` of `Hale Works`."""
    words = whole.split()
    initials = iter(word[0] for word in words)
    return name.partition(" ")[0] in words or (name.isupper() and all(letter in initials for letter in name))


def _is_another(scene: Scene, read: Reading, noun: str) -> bool:
    """Has the text told of `a Danish company`, which may have no name?"""
    before = scene.document.text[: read.sentence.start].split()
    words = [word.strip(_SIGNS).lower() for word in before]
    places = (k for k, word in enumerate(words) if word == noun)
    return any(not scene.events.sets["indefinite"].isdisjoint(words[max(0, k - _NOUN) : k]) for k in places)
