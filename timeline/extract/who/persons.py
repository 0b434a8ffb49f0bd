"""Which person `he` or `she` is, where the text makes it plain."""

from __future__ import annotations

import re

from timeline.extract.line.shape import subject, subject_before
from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.speaker import attribution
from timeline.extract.who.cast import Cast, cast, leads, sex
from timeline.extract.who.life import hero
from timeline.extract.who.names import Named
from timeline.extract.who.roles import read_before, role, unnamed
from timeline.languages.events import COORDINATOR, PREPOSITION, RELATIVE

_NUMBERED = re.compile(r"[IVX]{1,5}")
_REACH = 4
"""Sentences back in which somebody is looked for, those apart that go on with the pronoun."""
_FARTHEST = 12
"""Sentences back at most."""


def person(scene: Scene, read: Reading, one: Predicate, kind: str, place: int | None = None) -> str | None:
    """The only one of the nearest words before who can be meant: their subject rather than anybody beside it.

    `place`: the word that is the pronoun, where it is not the last before the verb.
    """
    other = "females" if kind == "males" else "males"
    ahead = _ahead(read, one)
    if ahead is not None:
        return None if sex(scene, read, ahead) == other else ahead.name
    reporter = _reporter(scene, read, one, kind)
    if reporter is not None and sex(scene, read, reporter) != other:
        return reporter.name
    place = _place(read.parsed, one, kind) if place is None else place
    own = cast(scene, read, place, kind)
    beside = bool(own.others or own.strangers)
    if own.subject == "noun":
        return None if beside else unnamed(read.parsed, subject_before(read.parsed, len(read.parsed.clauses)), kind)
    if own.leader is not None:
        return own.leader.name if not beside or _goes_on(read, one) else None
    sure = [name for name in own.others if sex(scene, read, name) == kind]
    told = _hero(scene, read, kind) if not sure else None
    if told is not None:
        return told
    if own.subject == "pronoun":
        return _before(scene, read, one, kind) if not own.others else None
    if len(own.others) + len(own.strangers) > 1:
        return None
    if own.strangers:  # not `in the name of a patient he …`
        led = read.parsed.sentence.bits[own.strangers[0][0] - 1] & PREPOSITION
        return unnamed(read.parsed, own.strangers[0], kind) if not led else None
    if own.others:
        return sure[0].name if sure else None
    if place and read.parsed.sentence.bits[place - 1] & RELATIVE:  # `Ash thanked Paul Lind, whom he had met`: Ash
        return None
    return _before(scene, read, one, kind)


def _place(cut: Parsed, one: Predicate, kind: str) -> int:
    """The word that is the pronoun: the last of its kind before the verb."""
    pronouns, words = cut.events.sets[kind], cut.sentence.words
    return next((k for k in range(one.head - 1, -1, -1) if words[k].lower() in pronouns), one.first)


def _before(scene: Scene, read: Reading, one: Predicate, kind: str) -> str | None:
    """Of the sentences before, the subject of the nearest that tells of somebody, else the only one it tells of."""
    left = _REACH
    for number in range(read.number - 1, max(-1, read.number - 1 - _FARTHEST), -1):
        if scene.memory.sentences[number].kind == "heading":
            continue
        near, left = read_before(scene, number), left - 1
        spoken = cast(scene, near, len(near.parsed.sentence), kind)
        told = scene.memory.referents.get(kind, {}).get(number)
        if told is not None:  # `She married Paul Moe. | She …`: the story goes on with her
            return told
        if spoken.subject == "pronoun":
            left += 1
        elif spoken.leader is not None:
            return spoken.leader.name if _alone(scene, read, one, spoken) else None
        elif (others := _likely(scene, spoken)) or spoken.strangers or spoken.subject:
            alone = len(others) == 1 and not (spoken.strangers or spoken.subject)
            if alone and (sex(scene, near, others[0]) == kind or _known(scene, others[0].name)):
                return others[0].name
            break
        elif not left:
            break
    return role(scene, read, kind)


def _likely(scene: Scene, spoken: Cast) -> list[Named]:
    """Beside its subject, the names of a sentence that are a person's."""
    near, kind = spoken.near, spoken.kind
    return [name for name in spoken.others if sex(scene, near, name) == kind or _plausible(scene, near, name)]


def _alone(scene: Scene, read: Reading, one: Predicate, spoken: Cast) -> bool:
    """Is nobody beside the subject as likely: `Moe has been Ashmere's keeper. He joined …`?

    Not of a sentence of report: `Moe told the court that … He married …` is the story of another.
    """
    others = _likely(scene, spoken)
    if not others:
        return True
    near = spoken.near
    assert spoken.leader is not None
    if sex(scene, near, spoken.leader) is None and any(sex(scene, near, name) for name in others):
        return False
    if read.number - near.number != 1 or any(" " in name.name for name in others):
        return False
    report = near.parsed.events.report
    said = next((k.lemma in report for k in near.parsed.predicates if k.form == "finite"), False)
    return not said or one.lemma in report


def _hero(scene: Scene, read: Reading, kind: str) -> str | None:
    """Whose life the document tells, unless somebody else has just been spoken of as the one who acts."""
    told = hero(scene.memory)
    if told is None or told[1] != kind or scene.memory.referents.get(kind, {}).get(read.number - 1, told[0]) != told[0]:
        return None
    if read.number:
        near = read_before(scene, read.number - 1)
        acting = cast(scene, near, len(near.parsed.sentence), kind).leader
        if acting is not None and acting.name.rpartition(" ")[2] != told[0].rpartition(" ")[2]:
            return None
    return told[0]


def _goes_on(near: Reading, one: Predicate) -> bool:
    """`…, but he died`: a second main clause with a pronoun for its subject, and no words of report before it."""
    cut = near.parsed
    clause, report = cut.clause_of(one.head), cut.events.report
    joined = cut.sentence.bits[clause.first] & COORDINATOR and one.first - clause.first == 2
    said = any(k.form == "finite" and k.head < clause.first and k.lemma in report for k in cut.predicates)
    return bool(joined) and not said


def of_another(cut: Parsed, speaker: range, pronoun: str) -> bool:
    """`Her lawyer, Karl Moe, said she …`: she is not the lawyer."""
    sets = cut.events.sets
    owners = sets["possessives"] & {cut.sentence.words[k].lower() for k in speaker}
    return any(pronoun.lower() in sets[kind] and not owners.isdisjoint(sets[kind]) for kind in ("males", "females"))


def _reporter(scene: Scene, read: Reading, one: Predicate, kind: str) -> Named | None:
    """`Ada Lindt said she …`: the one who says so of herself."""
    above = attribution(read.parsed, one)
    if above is None or above.finite is None:
        return None
    first = read.parsed.whole(above.number)[0].first
    if of_another(read.parsed, range(first, above.finite.first), next(iter(read.parsed.events.sets[kind]))):
        return None
    told = {read.parsed.clause_at[k] for k in range(first, above.first) if read.parsed.clause_of(k).kind == "rel"}
    inside = [name for name in read.found if first <= name.first and name.last <= above.finite.first]
    inside = [name for name in inside if read.parsed.clause_at[name.first] not in told]
    people = [name for name in inside if name.kind == "person"]
    between = (name for name in read.found if name.kind == "person" and above.last <= name.first < one.first)
    if any(sex(scene, read, name) in (kind, None) for name in between):
        return None
    if len(people) != 1 or any(read.parsed.sentence.bits[k] & PREPOSITION for k in range(first, people[0].first)):
        return None  # `A spokesman for Karl Moe said he …`
    return people[0]


def _plausible(scene: Scene, near: Reading, name: Named) -> bool:
    """Could an unknown name be a person's: the subject, or one of whom the document tells more than once?"""
    capitals = (part for part in name.name.split() if len(part) > 1 and part.isupper())
    if any(_NUMBERED.fullmatch(part) is None for part in capitals):  # `RAF Ashmere`
        return False
    return leads(near, name) or scene.memory.passage.count(_alone_told(name.name)) > 1


def _alone_told(name: str) -> str:
    """By what a name is told again: the surname; of `Amadeus II`, `Amadeus`."""
    first, _, last = name.rpartition(" ")
    return first if first and _NUMBERED.fullmatch(last) else last


def _known(scene: Scene, name: str) -> bool:
    """A full name whose surname the document also uses alone, and that is made of no other words."""
    parts, text, events = name.split(), scene.memory.passage, scene.events
    if not 2 <= len(parts) <= 3 or text.count(_alone_told(name)) <= text.count(name):
        return False
    plain = any(part.lower() in events.bits or part.lower() in events.nouns for part in parts)
    fixed = any(part in events.organisation or part in events.place for part in parts)
    return not plain and not fixed and scene.memory.gazetteer.entries.get(parts[-1]) is None


def _ahead(read: Reading, one: Predicate) -> Named | None:
    """`When he came home, Karl Moe was arrested`: the person who is the subject of the main clause after."""
    words = subject_after(read.parsed, one)
    return next((name for name in read.found if name.kind == "person" and name.first in words), None)


def subject_after(cut: Parsed, one: Predicate) -> list[int]:
    """The subject of the main clause that a clause before it leans on."""
    place = cut.clause_at[one.head]
    if cut.clauses[place].kind != "sub" or any(k.finite for k in cut.clauses[:place]):
        return []
    following = next((k for k in cut.clauses[place + 1 :] if k.kind == "main" and k.finite is not None), None)
    if following is None or following.finite is None:
        return []
    return subject(cut, following, following.finite)
