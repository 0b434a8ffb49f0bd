"""Which person `he` or `she` is, where the text makes it plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.extract.line.shape import subject, subject_before
from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.speaker import attribution
from timeline.extract.sentence.words import COMMA
from timeline.extract.who.gender import gender
from timeline.extract.who.life import hero
from timeline.extract.who.names import Named
from timeline.extract.who.roles import read_before, role
from timeline.languages.events import COORDINATOR

_REACH = 4
"""Sentences back in which somebody is looked for."""
_UNLIKE = re.compile(r"[^\w .'’-]|[0-9_]")
"""Signs that are in no person's name."""
_LONG = 6
"""Words of a subject that stands right before its verb."""


def person(scene: Scene, read: Reading, one: Predicate, kind: str) -> str | None:
    """The only person of the nearest words before who can be meant."""
    other = "females" if kind == "males" else "males"
    ahead = _ahead(read, one)
    if ahead is not None:
        return None if _sex(scene, read, ahead) == other else ahead.name
    reporter = _reporter(read, one, kind)
    if reporter is not None and _sex(scene, read, reporter) != other:
        return reporter.name
    if (own := _hero(scene, read, one, kind)) is not None:
        return own
    for near in _readings(scene, read):
        before = one.first if near is read else len(near.parsed.sentence)
        people = [name for name in near.found if name.kind == "person" and name.last <= before and not _of(near, name)]
        sexes = {name.name: _sex(scene, near, name) for name in people}
        people = [name for name in people if sexes[name.name] is not None or _plausible(scene, near, name)]
        sexes = {name.name: sexes[name.name] for name in people}
        leader = _leader(near, read, one, [name for name in people if sexes[name.name] in (kind, None)])
        if leader is not None:
            return leader.name
        sure = {name for name, sex in sexes.items() if sex == kind}
        unsure = sum(sex is None for sex in sexes.values())
        told = scene.memory.referents.get(kind, {}).get(near.number) if near is not read else None
        if told is not None:  # `She married Paul Moe. | She …`: the story goes on with her
            return told if sure <= {told} else None
        if len(sure) == 1 and not (unsure and not any(name.name in sure and _leads(near, name) for name in people)):
            return sure.pop()
        if sure or (_strange(near, before, other) and kind not in scene.memory.referents):
            return None
        if unsure:
            likely = len(people) == 1 and not _UNLIKE.search(people[0].name)
            likely = likely and (_leads(near, people[0]) or _known(scene, people[0].name))
            return people[0].name if likely else None
    return role(scene, read, kind)


def _hero(scene: Scene, read: Reading, one: Predicate, kind: str) -> str | None:
    """Whose life the document tells, unless somebody else has just been spoken of as the one who acts."""
    told = hero(scene.memory)
    if told is None or told[1] != kind or scene.memory.referents.get(kind, {}).get(read.number - 1, told[0]) != told[0]:
        return None
    surname = told[0].rpartition(" ")[2]
    for near in (read, *([read_before(scene, read.number - 1)] if read.number else [])):
        end = one.first if near is read else len(near.parsed.sentence)
        acting = (name for name in near.found if name.kind == "person" and name.last <= end and _leads(near, name))
        if any(name.name.rpartition(" ")[2] != surname and _sex(scene, near, name) in (kind, None) for name in acting):
            return None
    return told[0]


def _leader(near: Reading, read: Reading, one: Predicate, people: list[Named]) -> Named | None:
    """Of several in the sentence before, its subject: `Moe has been Ashmere's keeper. He joined …`.

    Not of a sentence of report: `Moe told the court that … He married …` is the story of another.
    """
    leaders = [name for name in people if _leads(near, name)]
    if len(leaders) != 1 or len(people) < 2:
        return None
    if near is read:  # `Moe, brother of Lind, wished for peace, but he died`
        return leaders[0] if _goes_on(near, one) else None
    if read.number - near.number != 1 or any(" " in name.name for name in people if name is not leaders[0]):
        return None
    report = near.parsed.events.report
    said = next((k.lemma in report for k in near.parsed.predicates if k.form == "finite"), False)
    return None if said and one.lemma not in report else leaders[0]


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


def _reporter(read: Reading, one: Predicate, kind: str) -> Named | None:
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
    return people[0] if len(people) == 1 else None


def _plausible(scene: Scene, near: Reading, name: Named) -> bool:
    """Could an unknown name be a person's: the subject, or one of whom the document tells more than once?"""
    if name.name.lower() in scene.events.sets["anyone"]:
        return False
    if any(len(part) > 1 and part.isupper() for part in name.name.split()):  # `RAF Ashmere`
        return False
    return _leads(near, name) or scene.memory.passage.count(name.name.rpartition(" ")[2]) > 1


def _sex(scene: Scene, near: Reading, name: Named) -> str | None:
    """By name or title here, else by the title that the document gives the surname elsewhere."""
    here = told_sex(near, name)
    if here is not None:
        return here
    surname, titled = name.name.rpartition(" ")[2], scene.memory.titled
    if surname not in titled:
        titled[surname] = _titled(scene, surname)
    return titled[surname]


def _titled(scene: Scene, surname: str) -> str | None:
    """By the title that the document gives a surname."""
    sets = scene.events.sets
    *leading, _ = scene.memory.passage.split(f" {surname}")
    for kind, titles in (("males", tuple(sets["male_titles"])), ("females", tuple(sets["female_titles"]))):
        if any(told.endswith(titles) for told in leading):
            return kind
    return None


def _known(scene: Scene, name: str) -> bool:
    """A full name whose surname the document also uses alone, and that is made of no other words."""
    parts, text, events = name.split(), scene.memory.passage, scene.events
    if not 2 <= len(parts) <= 3 or text.count(parts[-1]) <= text.count(name):
        return False
    plain = any(part.lower() in events.bits or part.lower() in events.nouns for part in parts)
    fixed = any(part in events.organisation or part in events.place for part in parts)
    return not plain and not fixed and scene.memory.gazetteer.entries.get(parts[-1]) is None


def _of(near: Reading, name: Named) -> bool:
    """`the ruler of Gela`: a bare name that somebody belongs to may be a place."""
    before = near.parsed.sentence.words[name.first - 1] if name.first else ""
    return before in near.parsed.events.sets["belonging"] and " " not in name.name


def _ahead(read: Reading, one: Predicate) -> Named | None:
    """`When he came home, Karl Moe was arrested`: the person who is the subject of the main clause after."""
    words = subject_after(read.parsed, one)
    return next((name for name in read.found if name.kind == "person" and name.first in words), None)


def _leads(near: Reading, name: Named) -> bool:
    """Is the name alone the subject of the first main clause: `Aretas crushed …`, `Dr Virta, 40, left …`?"""
    words = subject_before(near.parsed, len(near.parsed.clauses))
    bits = near.parsed.sentence.bits
    end = next((at for at, k in enumerate(words) if bits[k] & COMMA), len(words))
    return bool(words) and words[0] <= name.first and words[:end][-1:] == [name.last - 1] and end <= _LONG


def _readings(scene: Scene, read: Reading) -> Iterator[Reading]:
    """The sentence itself, then those before it, beyond the paragraph too: people stay in the story."""
    yield read
    for number in range(read.number - 1, max(-1, read.number - 1 - _REACH), -1):
        if scene.memory.sentences[number].kind != "heading":
            yield read_before(scene, number)


def _strange(near: Reading, before: int, other: str) -> bool:
    """Does it speak of somebody of the other sex?"""
    return any(word.lower() in near.parsed.events.sets[other] for word in near.parsed.sentence.words[:before])


def told_sex(near: Reading, name: Named) -> str | None:
    """Whether a name is a man's or a woman's, as its sentence tells."""
    return gender(near.parsed.sentence.words, name.first, name.name, near.parsed.events)


def subject_after(cut: Parsed, one: Predicate) -> list[int]:
    """The subject of the main clause that a clause before it leans on."""
    place = cut.clause_at[one.head]
    if cut.clauses[place].kind != "sub" or any(k.finite for k in cut.clauses[:place]):
        return []
    following = next((k for k in cut.clauses[place + 1 :] if k.kind == "main" and k.finite is not None), None)
    if following is None or following.finite is None:
        return []
    return subject(cut, following, following.finite)
