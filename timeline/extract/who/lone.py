"""A pronoun in a line that tells of nobody who it could be: `Police questioned him`, `His trial was opened`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.scene import Reading, Scene
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.who.capitals import acronym
from timeline.extract.who.gender import is_person, single
from timeline.extract.who.memory import Memory
from timeline.extract.who.persons import person
from timeline.languages.events import ADVERB, CLOSED, PREPOSITION, SUBORDINATOR, Events
from timeline.model.participant import Participant

_WORD = re.compile(r"[\w’'-]+")
_OWNER = re.compile(r"['’]s?$")
_KINDS = ("males", "females")


def lone(line: str, people: Sequence[Participant], memory: Memory) -> re.Match[str] | None:
    """The first `he`, `her` … of a line, if nobody in all the line can be meant, and nobody is quoted or speaks."""
    if '"' in line or "“" in line or "[" in line:
        return None
    events, known = memory.events, memory.gazetteer.entries
    sets, lower = events.sets, _WORD.findall(line.lower())
    if all(sets[kind].isdisjoint(lower) for kind in _KINDS) or not sets["own_voice"].isdisjoint(lower):
        return None
    found = list(_WORD.finditer(line))
    words = [match.group() for match in found]
    at = next(k for k, word in enumerate(words) if any(word.lower() in sets[kind] for kind in _KINDS))
    ahead = events.bits.get(words[0].lower(), 0) & (PREPOSITION | SUBORDINATOR)  # `On his return Karl Moe was …`
    after = line[found[at].end() :]
    persons = [who for who in people if who.kind == "person" and who.text]
    if any(" " in who.name and who.text in after for who in persons) or any(
        map(line.startswith, (who.text for who in persons))
    ):
        return None  # `A jury found that he was killed, and Mr Moe's family …`
    bodies = (who.text for who in people if who.kind != "person" and (" " in who.text or who.text in known))
    others = {part for text in bodies for part in text.split() if part in known or sets["of"].isdisjoint(text.split())}
    told = words if ahead else words[:at]
    return found[at] if not any(_is_somebody(word, k, others, events) for k, word in enumerate(told)) else None


def _is_somebody(word: str, at: int, others: set[str], events: Events) -> bool:
    """Can the word tell of one person: a name, `driver`, `17-year-old`; not `Vik`, `police`?"""
    bare = _OWNER.sub("", word)
    lower = bare.lower()
    noun = single(lower, events)
    if bare[:1].isupper() and bare not in others and (at or not _is_plain(lower, noun, events)):
        return True
    told = is_person(noun, events) or is_person(lower, events) or lower.title() in events.honorifics
    return told or lower.rpartition("-")[2] in events.sets["aged"]


def _is_plain(word: str, noun: str, events: Events) -> bool:
    """A word that opens a line: of one person's name alone nothing need stand before, `Hunt said he …`."""
    known = events.bits.get(word, 0) & (CLOSED | ADVERB) or word in events.nouns
    return bool(known) or word in events.sets["peoples"] or noun != word


def named(scene: Scene, read: Reading, one: Predicate, line: str, people: tuple[Participant, ...]) -> str:
    """The line with the name, where it is plain: `Police questioned [Ada Moe]`, `Police searched [Ada Moe]’s house`."""
    events, words = scene.events, read.parsed.sentence.words
    match = lone(line, people, scene.memory)
    if (
        match is None
        or not match.start()
        or not events.sets["personal_relatives"].isdisjoint(line[: match.start()].split())
    ):
        return line  # `a letter from Moe, who regretted that he …`: Moe
    pronoun, after = match.group(), _WORD.match(line, match.end() + 1)
    follows = after.group() if after is not None else ""
    places = [k for k, word in enumerate(words) if word == pronoun]
    place = next((k for k in places if words[k + 1 : k + 2] == [follows]), next(iter(places), None))
    kind = next(kind for kind in _KINDS if pronoun.lower() in events.sets[kind])
    meant = person(scene, read, one, kind, place) if place is not None else None
    if meant is None or meant.rpartition(" ")[2] in line or any(map(acronym, meant.split())):
        return line
    owns = pronoun in events.sets["possessives"] and follows and not events.bits.get(follows, 0) & (CLOSED | ADVERB)
    return f"{line[: match.start()]}[{meant}]{'’s' if owns else ''}{line[match.end() :]}"
