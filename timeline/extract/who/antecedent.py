"""Whom or what the pronoun that opens a title stands for, where the text makes it plain."""

from __future__ import annotations

from timeline.extract.line.shape import subject, subject_before
from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NAME, POSSESSIVE
from timeline.extract.who.cast import told_sex
from timeline.extract.who.gender import is_person, single
from timeline.extract.who.names import Named
from timeline.extract.who.persons import person, subject_after
from timeline.extract.who.roles import read_before
from timeline.languages.events import (
    ADVERB,
    BASE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    NEGATION,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    THAT,
    TO,
)

_REACH = 4
"""Sentences back in which somebody is looked for."""
_PLAIN = 4
"""Words of a subject that a sentence after may call `it`."""
_LONG = 6
"""Words of a subject that can stand in brackets."""


def antecedent(scene: Scene, read: Reading, one: Predicate, pronoun: str) -> str | None:
    """`she`, `its`, `they` → the name or the noun phrase; None where it could be somebody else."""
    sets = scene.events.sets
    kind = next((name for name in ("males", "females", "neuters", "plurals") if pronoun in sets[name]), None)
    if kind in ("males", "females"):
        meant = person(scene, read, one, kind)
        here = any(name.name == meant for name in read.found)  # `Moe left Ash, to which he returned in 1902`
        if meant is not None and not here and not scene.memory.is_a_name(meant):
            return None
        if meant is not None:
            scene.memory.referents.setdefault(kind, {})[read.number] = meant
        return meant
    if kind is None or (kind == "neuters" and pronoun in sets["subjects"] and empty(read.parsed, one)):
        return None
    several, place = kind == "plurals", _subject_place(read.parsed, read.parsed.clause_at[one.head])
    if place and read.parsed.clauses[place - 1].kind == "rel":
        return None  # `an order that stood until it was dropped`: not the subject of the sentence
    before = subject_before(read.parsed, place) or _own_subject(read.parsed, one)
    if not before and pronoun in sets["subjects"] and read.parsed.clauses[place].kind == "main":
        before = _subject_of_adjunct(read.parsed, place)
    words = _owner(read.parsed, before, pronoun) or subject_after(read.parsed, one)
    if [read.parsed.sentence.words[k].lower() for k in words] == [pronoun]:
        words = []  # `It was closed in May, and it was sold in June`
    if kind == "neuters" and words and read.parsed.sentence.words[words[-1]].lower() in sets["peoples"]:
        return None  # `Police dropped the case; it …`
    if words and pronoun in _spoken(read.parsed, place):
        return None  # `The county voted for it, and it opened`: not the county
    if words:
        agent = kind == "neuters" and _is_agent(read.parsed, words)
        done_to = one.passive and read.parsed.sentence.words[one.first - 1].lower() == pronoun
        other = _object_before(read.parsed, place) if agent or done_to else []
        if done_to and not other and _acts_on(read.parsed, place):
            return None
        return _thing(read, other if agent else other or words, several)
    passive = one.passive and pronoun in sets["subjects"]  # `Its mission was extended`: not it
    return _body(scene, read, passive, several, pronoun)


def empty(cut: Parsed, one: Predicate) -> bool:
    """`it rained`, `it was said that …`, `it was planned to | move`: an `it` that stands for nothing before."""
    words, sets = cut.sentence.words, cut.events.sets
    at = next((k for k in range(one.head - 1, -1, -1) if words[k].lower() in sets["neuters"]), one.first - 1)
    verb = next((k for k in cut.predicates if k.form == "finite" and k.first > at), one)
    after = cut.sentence.bits[verb.head + 1] if verb.head + 1 < len(words) else 0
    told = verb.passive and (verb.lemma in cut.events.report or after & (TO | THAT))
    return bool(one.state or one.lemma in sets["expletive"] or told)


def _subject_of_adjunct(cut: Parsed, place: int) -> list[int]:
    """`Although the mill had burned, it …`: the subject of a clause that leads up to this one."""
    opening = cut.clauses[0]
    leads = place and opening.kind == "sub" and opening.finite is not None and opening.subject_inside
    return subject(cut, opening, opening.finite) if leads and opening.finite is not None else []


def _own_subject(cut: Parsed, one: Predicate) -> list[int]:
    """`Hale Works grew by | its purchase of …`: of a noun, the subject of the clause that it stands in."""
    clause = cut.clause_of(one.head)
    told = one.form == "noun" and clause.finite is not None and clause.finite.first < one.first
    return subject(cut, clause, clause.finite) if told and clause.finite is not None else []


def _acts_on(cut: Parsed, place: int) -> bool:
    """`The members will vote on the plan, since it …`: what was done to may be what the verb before is about."""
    verb = next((clause.finite for clause in cut.clauses[:place] if clause.kind == "main" and clause.finite), None)
    if verb is None or verb.passive or verb.state:
        return False
    return any(bit & (DETERMINER | NAME) for bit in cut.sentence.bits[verb.head + 1 : cut.clause_of(verb.head).last])


def _owner(cut: Parsed, words: list[int], pronoun: str) -> list[int]:
    """`Its` after `The firm's first product`: the firm's."""
    if pronoun not in cut.events.sets["possessives"]:
        return words
    owned = next((at for at, k in enumerate(words) if cut.sentence.bits[k] & POSSESSIVE), 0)
    return words[:owned] or words


def _subject_place(cut: Parsed, place: int) -> int:
    """`It was founded in 1920 and | moved in 1931`: the clause in which the subject of both stands."""
    while place and cut.clauses[place].kind == "coord":
        place -= 1
    return place


def _spoken(cut: Parsed, place: int) -> set[str]:
    """The words of the clauses before, small."""
    return {cut.sentence.words[k].lower() for clause in cut.clauses[:place] for k in range(clause.first, clause.last)}


def _object_before(cut: Parsed, place: int) -> list[int]:
    """What was done to: `A landslide buried the gate; it was dug out` speaks of the gate."""
    bits = cut.sentence.bits
    verb = next((clause.finite for clause in cut.clauses[:place] if clause.kind == "main" and clause.finite), None)
    if (
        verb is None
        or verb.passive
        or verb.lemma in cut.events.sets["copula"]
        or not any(bit & (DETERMINER | NAME) for bit in bits[verb.head + 1 : verb.head + 2])
    ):
        return []
    end = verb.head + 1
    while end < len(bits) and (end == verb.head + 1 or not bits[end] & ~(NAME | EVENT | BASE)):
        end += 1
    if cut.sentence.words[end - 1] in cut.events.sets["inscribed"]:
        return []  # `The bridge bears the date 1731; it was widened`
    return list(range(verb.head + 1, end))


def _body(scene: Scene, read: Reading, passive: bool, several: bool, pronoun: str) -> str | None:
    """What the sentences before are about: `The mill burned. It had been sold.`; a person is no `it`."""
    body = scene.memory.last_body(read.number) if not (passive or several) else None
    if body is not None and not body.people and _leads(read_before(scene, read.number - 1), body):
        return body.name
    for number in range(read.number - 1, max(-1, read.number - 1 - (1 if several else _REACH)), -1):
        near = read_before(scene, number)
        words = _owner(near.parsed, subject_before(near.parsed, len(near.parsed.clauses), last=True), pronoun)
        goes_on = (near.sentence.kind, near.sentence.paragraph) == (read.sentence.kind, read.sentence.paragraph)
        if not words or not (near.sentence.kind == "prose" or goes_on):
            return None
        if several and _is_list(near.parsed, words):
            return _thing(near, words, several)
        done_to = _object_before(near.parsed, len(near.parsed.clauses)) if not several else []
        if done_to and (passive or _plural(near.parsed, words)):  # `The monks built a bridge. It was swept away`
            return _thing(near, done_to, several)
        words = _undescribed(near.parsed, words, several)
        if any(name.kind == "person" and words[0] < name.first <= words[-1] for name in near.found):
            return None  # `A former apprentice, Karl Moe, bought the name. It …`
        if not several and _plural(near.parsed, words) and not _named(near.parsed, words):
            continue  # `Talkies came in 1930. It …`: what was spoken of before them
        if not several and _goes_on(near.parsed, words):
            continue
        if not _opens_with(near.parsed, words, scene.events.sets["plurals" if several else "neuters"]):
            meant = _thing(near, words, several)
            last, events = near.parsed.sentence.words[words[-1]], scene.events
            agent = is_person(single(last, events), events) or last in events.sets["peoples"]
            if single(last, events) in events.sets["either"]:
                agent = several
            if agent and not several:  # `The governor appointed a committee. It met …`
                return _thing(near, _object_before(near.parsed, len(near.parsed.clauses)), several)
            plain = next((at for at, k in enumerate(words) if near.parsed.sentence.bits[k] & COMMA), len(words))
            return meant if meant is not None and plain <= _PLAIN and agent == several else None
    return None


def _goes_on(cut: Parsed, words: list[int]) -> bool:
    """`The probe left. A fault | kept it in safe mode. It …`: what was `it` there is `it` still."""
    pronouns = cut.events.sets["neuters"] & cut.events.sets["hearers"]
    return any(word in pronouns for word in cut.sentence.words[words[-1] + 1 :])


def _leads(near: Reading, body: Named) -> bool:
    """Is it the subject, or part of it?"""
    return body.first in subject_before(near.parsed, len(near.parsed.clauses))


def _undescribed(cut: Parsed, words: list[int], several: bool) -> list[int]:
    """`The mill|, built by Karl Moe,`, `The men | under Karl Moe`: without what describes the subject."""
    bits = cut.sentence.bits
    if several:
        led = (at for at, k in enumerate(words[:-1]) if at and bits[k] & PREPOSITION and bits[words[at + 1]] & NAME)
        return words[: next(led, len(words))]
    commas = (at for at, k in enumerate(words[:-1]) if bits[k] & COMMA and bits[words[at + 1]] & PARTICIPLE)
    return words[: next(commas, len(words))]


def _is_agent(cut: Parsed, words: list[int]) -> bool:
    """`The secretary|, Karl Moe, ordered a review; it …`: somebody, no `it`."""
    bits = cut.sentence.bits
    end = next((at for at, k in enumerate(words) if bits[k] & (COMMA | PREPOSITION)), len(words))
    head = single(cut.sentence.words[words[end - 1]], cut.events) if end else ""
    return is_person(head, cut.events) and head not in cut.events.sets["either"]


def _opens_with(cut: Parsed, words: list[int], pronouns: frozenset[str]) -> bool:
    return cut.sentence.words[words[0]].lower() in pronouns


def _thing(near: Reading, words: list[int], several: bool) -> str | None:
    """A subject that can be named: an organisation by its name, anything else in its own few words."""
    bits, sentence, events = near.parsed.sentence.bits, near.parsed.sentence, near.parsed.events
    stops = RELATIVE | HARD | TO if several and _is_list(near.parsed, words) else COMMA | RELATIVE | HARD | TO
    words = words[: next((at for at, k in enumerate(words) if bits[k] & stops), len(words))]
    after = bits[words[-1] + 1] if words and words[-1] + 1 < len(bits) else 0
    if after & (RELATIVE | THAT) and bits[words[0]] & DETERMINER:
        return None  # `The only firm | that can do so is …`
    while words and bits[words[-1]] & (ADVERB | NEGATION):
        words = words[:-1]
    if not words or bits[words[0]] & (PRONOUN | NEGATION) or sentence.words[words[0]].lower() in events.sets["nobody"]:
        return None
    inside = [name for name in near.found if words[0] <= name.first and name.last <= words[-1] + 1]
    joined = any(bits[k] & COORDINATOR for k in words)
    named = _named(near.parsed, words)  # `Hale Works. It …`, `Hale Rovers. They …`
    if several != (joined or _plural(near.parsed, words)) and not named:
        return None
    people = [one for one in inside if one.kind == "person" and not (one.first and bits[one.first - 1] & PREPOSITION)]
    if any(" " in one.name or told_sex(near, one) for one in people) and not joined and not _is_thing(near, words):
        return None
    owner = any(bits[k] & PREPOSITION for k in words if inside and k < inside[0].first)  # `the church of St Wilfrid`
    if several and len(people) > 1 and _is_list(near.parsed, words):
        return ", ".join(one.name for one in people)
    if len(inside) == 1 and not several and inside[0].last == words[-1] + 1 and not (inside[0].people or owner):
        return inside[0].name
    if len(words) > _LONG or not bits[words[0]] & (DETERMINER | NAME) or bits[words[0]] & PARTICIPLE:
        return None
    if sentence.words[words[0]].lower() in events.sets["possessives"] or (
        len(words) == 1 and not bits[words[0]] & NAME
    ):
        return None
    first, last = sentence.starts[words[0]], sentence.ends[words[-1]]
    said = " ".join(sentence.text[first:last].split())
    head, _, rest = said.partition(" ")
    if head.lower() in events.sets["indefinite"] and not several:
        return " ".join((*events.sets["the"], rest))
    return said[0].lower() + said[1:] if bits[words[0]] & DETERMINER else said


def _is_list(cut: Parsed, words: list[int]) -> bool:
    """`Ada Moe, Karl Lind and Paul Orrin`."""
    return len(words) > 1 and all(cut.sentence.bits[k] & (NAME | COMMA | COORDINATOR) for k in words)


def _named(cut: Parsed, words: list[int]) -> bool:
    """Is a subject nothing but a name of several words?"""
    return len([k for k in words if cut.sentence.words[k].isalpha()]) > 1 and all(
        cut.sentence.bits[k] & NAME or not cut.sentence.words[k].isalpha() for k in words
    )


def _is_thing(near: Reading, words: list[int]) -> bool:
    """`Hale Works is | a maker of lamps`: what the name is said to be is no person."""
    cut = near.parsed
    bits, events = cut.sentence.bits, cut.events
    verb = next((one for one in cut.predicates if one.form == "finite" and one.first > words[-1]), None)
    if verb is None or verb.lemma not in events.sets["copula"]:
        return False
    if not any(bit & DETERMINER for bit in bits[verb.head + 1 : verb.head + 2]):
        return False
    barrier = PREPOSITION | COMMA | HARD | RELATIVE
    end = next((k for k in range(verb.head + 1, len(bits)) if bits[k] & barrier), len(bits) - 1)
    noun = single(cut.sentence.words[end - 1].lower(), events)
    return noun in events.sets["either"] or not is_person(noun, events)


def _plural(cut: Parsed, words: list[int]) -> bool:
    """By the head of the noun phrase: the word before its first preposition."""
    bits = cut.sentence.bits
    head = next((at for at, k in enumerate(words) if bits[k] & PREPOSITION), len(words))
    return head > 0 and cut.sentence.words[words[head - 1]].endswith(cut.events.endings["plural"])
