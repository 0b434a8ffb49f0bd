"""The pronoun that opens a line, or stands in it, gives way to whom it means: `[Ada Lindt] left the town`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.who.antecedent import antecedent
from timeline.extract.who.body import body
from timeline.extract.who.called import called
from timeline.extract.who.couple import couple
from timeline.extract.who.life import hero
from timeline.extract.who.lone import named
from timeline.languages.events import BE
from timeline.model.participant import Participant


def explained(
    scene: Scene, read: Reading, one: Predicate, line: str, people: tuple[Participant, ...]
) -> tuple[str, tuple[Participant, ...]]:
    """`She left the town` → `[Ada Lindt] left the town`, `Its shares fell` → `[Hale Works]’s shares fell`."""
    sets = scene.events.sets
    pronoun, _, rest = line.partition(" ")
    lower = pronoun.lower()
    empty = lower in sets["things"] and (_cleft(read, one, rest) or one.lemma in sets["copula"])
    owner = lower in sets["possessives"]
    if not rest or (empty and not owner) or not (owner or lower in sets["replaced"]):
        whole = _definite(scene, read, one, line)
        people = people if whole == line else _as_called(scene, read, one, people, whole)
        return named(scene, read, one, _inside(scene, read, one, whole), people), people
    pair = couple(scene, read, one) if lower in sets["plurals"] and not owner else None
    if pair is not None:
        return f"[{', '.join(pair)}] {rest}", (*_both(read, one, pair), *(p for p in people if p.name not in pair))
    meant = _in_full(scene, read, antecedent(scene, read, one, lower))
    if meant is None or _names_again(rest, meant) or (owner and lower in sets["plurals"]):
        return named(scene, read, one, line, people), people
    if lower in sets["persons"]:
        people = _in_person(read, one, people, meant, next(sets[k] for k in ("males", "females") if lower in sets[k]))
    else:
        people = tuple(p for p in people if p.start != p.end or p.text.lower() != lower or p.name in meant)
        for name in reversed(meant.split(", ")):  # `[Ada Lindt, Karl Moe] left`
            if (known := scene.memory.last_named(read.number, name)) is not None:
                people = _carried(read, one, people, name, known.kind)
    return f"[{meant}]{'’s' if owner else ''} {rest}", people


def _in_full(scene: Scene, read: Reading, meant: str | None) -> str | None:
    """`the company` → its name; None of `the group`, which in brackets would say no more than the pronoun."""
    article, _, noun = (meant or "").partition(" ")
    if article not in scene.events.sets["the"]:
        return meant
    return (
        body(scene, read, noun)
        or called(scene, read, noun)
        or (None if noun in scene.events.sets["unnamed"] else meant)
    )


def _as_called(
    scene: Scene, read: Reading, one: Predicate, people: tuple[Participant, ...], line: str
) -> tuple[Participant, ...]:
    """The participants, with the one who is named in the brackets that open a line, or stand behind its noun."""
    name = line.partition("]")[0].rpartition("[")[2]
    known = scene.memory.last_named(read.number, name, read.number)
    body = not scene.events.organisation.isdisjoint(name.split())
    kind = known.kind if known is not None else "organisation" if body else "person"
    return _carried(read, one, people, name, kind)


def _definite(scene: Scene, read: Reading, one: Predicate, line: str) -> str:
    """`The company floated` → `[Hale Works] floated`, `The singer left` → `[Ada Moe] left`."""
    opening, _, rest = line.partition(" ")
    noun, space, told = rest.partition(" ")
    if opening.lower() not in scene.events.sets["the"] or not space:
        return line
    bare, owns = noun.rstrip(",").removesuffix("'s").removesuffix("’s"), noun[-2:] in ("'s", "’s")
    party = bare in scene.events.sets["suing"] | scene.events.sets["sued"] and not owns
    verb = read.parsed.sentence.words[one.first] if one.form == "finite" else ""
    alone = owns or (party if noun[-1] == "," else told.startswith(verb or " "))
    meant = (body(scene, read, bare) or called(scene, read, bare)) if alone else None
    if meant is None or _names_again(told, meant):
        return line
    if party:
        return f"{opening} {bare} [{meant}]{noun[len(bare) :]} {told}"  # `The claimant [Ada Moe] was dismissed`
    return f"[{meant}]{'’s' if owns else ''} {told}"


def _cleft(read: Reading, one: Predicate, rest: str) -> bool:
    """`It is the first time that it was used`: what `it` stands for comes after it."""
    opening, cut = rest.partition(" ")[0], read.parsed
    bare = (k for k in cut.predicates if k.first == k.head and k.head < one.first and cut.sentence.bits[k.head] & BE)
    return any(cut.sentence.words[k.head] == opening for k in bare)


def _both(read: Reading, one: Predicate, pair: tuple[str, str]) -> Iterator[Participant]:
    """Two persons for whom one pronoun stands."""
    start = read.parsed.sentence.starts[read.parsed.clause_of(one.head).first]
    return (Participant(name, "person", "who", start, start, "") for name in pair)


def _names_again(rest: str, meant: str) -> bool:
    """Does a line name somebody a second time? `[Ada Moe] married Karl Moe` names two."""
    words = [word.strip(",.;:’'") for word in rest.split()]
    own = [word for word in meant.split() if word[:1].isupper()] or meant.split()[-1:]
    others = {after for before, after in pairwise(words) if before[:1].isupper() and before not in own}
    return any(word in own and word not in others for word in words)


def _in_person(
    read: Reading, one: Predicate, people: tuple[Participant, ...], meant: str, pronouns: frozenset[str]
) -> tuple[Participant, ...]:
    """The participants, with the person that the pronoun stands for; `the driver` is no name."""
    if not meant[:1].isupper():
        return tuple(p for p in people if p.start != p.end or p.text.lower() not in pronouns)
    people = tuple(replace(p, name=meant) if p.start == p.end and p.text.lower() in pronouns else p for p in people)
    return _carried(read, one, people, meant, "person")


def _carried(
    read: Reading, one: Predicate, people: tuple[Participant, ...], meant: str, kind: str
) -> tuple[Participant, ...]:
    """The participants, with somebody or something that only the pronoun names here."""
    if any(p.name == meant for p in people):
        return people
    start = read.parsed.sentence.starts[read.parsed.clause_of(one.head).first]
    return (Participant(meant, kind, "whom" if one.passive else "who", start, start, ""), *people)


def _inside(scene: Scene, read: Reading, one: Predicate, line: str) -> str:
    """`Despite her cold, she won` → `Despite her cold, [Ada Lindt] won`."""
    pronoun = read.parsed.sentence.words[one.first - 1] if one.first else ""
    before, _, after = line.partition(f" {pronoun} ")
    sets = scene.events.sets
    if pronoun not in sets["replaced"] or not after or not sets["personal_relatives"].isdisjoint(before.split()):
        return line
    thing = pronoun in scene.events.sets["neuters"]  # `Designed by Ada Moe, it was built …`: she is no `it`
    named = any(word[:1].isupper() for word in before.split()[1:])
    if named and not thing and hero(scene.memory) is None:
        return line
    meant = _in_full(scene, read, antecedent(scene, read, one, pronoun))
    return line if meant is None or meant.lower() in line.lower() else f"{before} [{meant}] {after}"
