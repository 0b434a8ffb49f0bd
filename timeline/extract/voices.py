"""Whose words a line is: the writer's own, somebody's that it names, or the text's, with its pronoun explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.extract.line.line import joined
from timeline.extract.line.title import title
from timeline.extract.line.verbatim import from_the_start
from timeline.extract.printing.printable import unsaid
from timeline.extract.quotations import SPEECH, quoted
from timeline.extract.scene import Happening, Reading, Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.speaker import attribution, speaking
from timeline.extract.sentence.words import COMMA, QUOTE
from timeline.extract.who.antecedent import empty
from timeline.extract.who.persons import of_another
from timeline.extract.who.pronouns import explained
from timeline.extract.who.roles import read_before
from timeline.extract.who.sayer import sayer, speaker_of
from timeline.extract.who.writer import first_person, writer
from timeline.languages.events import ADVERB, BASE, DO, HAVE, MODAL, PAST, PRONOUN, Events
from timeline.model.participant import Participant

_MARKS = '"“‘'
_NEAR = 5
"""Words of a line in which its own verb stands."""
_TURN = 4
"""Sentences before it in which the speaker of a quotation is named."""

People = tuple[Participant, ...]


class Voice(NamedTuple):
    """A line with those whom it names, and who said it."""

    line: str
    people: People
    speaker: str | None = None


def voiced(scene: Scene, read: Reading, happening: Happening, said_by: tuple[int, int] | None, told: Voice) -> Voice:
    """`he left`, which Ada Lindt said of herself → `[Ada Lindt] left`; `we closed it` → `Ada Lindt: “We closed it”`.

    `said_by`: the words that name who reports; `told`: the line as the sentence has it. An empty line: nobody can tell
    who is meant.
    """
    (line, people, _), one, cut = told, happening.one, read.parsed
    claims = _contested(cut, one)
    if claims is not None:
        line = title(cut, claims, happening.time, happening.taken, happening.aside)
    direct = _direct(scene, read, one, said_by)
    line = _without_marks(line) if direct else line
    speaker = speaker_of(read, said_by, scene)
    if direct and said_by is None and _own(line, scene.events):
        speaker = _goes_on(scene, read)
    own = sayer(read, one) if speaker is None else None
    reported = speaker is not None and not direct and _reported(read, one, line, speaker)
    if own is not None:
        told_by = {own.rpartition(" ")[2], cut.sentence.words[one.head]}
        found = Voice(line if told_by & set(line.split()) or ": " in line else f"{own}: {line}", people, own)
    elif speaker is None and (unnamed := _unnamed(cut, one, line)):
        found = Voice(f"{unnamed}: {line}", people)
    elif speaker and _can_be(read, line, speaker, said_by) and (_says_i(line, scene.events) or reported):
        agrees = line.partition(" ")[0] != "I" or (one.tense != "present" and not _bare(line, scene.events))
        line = f"[{speaker}] {line.partition(' ')[2]}" if agrees else ""
        found = Voice(line, (*people, *_self(read, speaker, said_by)), speaker)
    elif speaker and direct:
        found = Voice(_quoted(line, one, speaker, cut), people, speaker)
    elif speaker is None and one.tense != "present" and (voice := first_person(line, read, scene)) is not None:
        found = Voice(f"[{voice}] {line[2:]}", (*people, writer(voice, read, one)))
    else:
        line, people = explained(scene, read, one, _named_subject(line, people, scene), people)
        if line.partition(" ")[0].lower() in scene.events.sets["unexplained"]:
            line = from_the_start(cut, one, happening.time, happening.taken | happening.aside) or line
        if said_by and said_by[0] > one.head and line.startswith(f"[{speaker}] "):
            line = ""  # `“She died in May,” Moe said`
        found = Voice(line, people, speaker)
    if found.speaker and " " in found.speaker and unsaid(found.line, one, cut):
        return found._replace(line=f"{found.speaker}: {found.line}")
    return found


def _unnamed(cut: Parsed, one: Predicate, line: str) -> str:
    """`…, the prison officers warned today`, of which a long line keeps nothing: `The prison officers`."""
    home, words = cut.clause_of(one.head), cut.sentence.words
    if home.kind != "say" or home.finite is not one or not line or ":" in line or words[one.head] in line.split():
        return ""
    who = [k for k in range(home.first, one.first) if not cut.sentence.bits[k] & (COMMA | QUOTE)]
    if not who or any(cut.sentence.bits[k] & PRONOUN for k in who) or who[-1] - who[0] >= len(who):
        return ""
    told = joined(cut, who)
    return f"{told[:1].upper()}{told[1:]}"


def _contested(cut: Parsed, one: Predicate) -> Predicate | None:
    """`Moe claimed that | Lindt had paid`: the verb without which the line would vouch for what is only claimed."""
    above = attribution(cut, one)
    verb = above.finite if above is not None and above.kind in ("main", "coord", "rel") else None
    if above is None or verb is None or verb.lemma not in cut.events.sets["contested"]:
        return None
    named = above.kind == "rel" or not cut.sentence.bits[verb.first - 1] & PRONOUN
    return verb if named else None  # not `the part they allege Moe played`


def _direct(scene: Scene, read: Reading, one: Predicate, said_by: tuple[int, int] | None) -> bool:
    """Within quotation marks, in the speaker's own words: `Ada Lindt said: “He left in May”`, who is another.

    A sentence that names no speaker may stand in a quotation that opens before it.
    """
    return quoted(scene, read.number, read.parsed.sentence.starts[one.first], SPEECH if said_by is None else 0)


def _without_marks(line: str) -> str:
    """`“he left.”`, all of it within quotation marks → `He left`."""
    bare = line[1:].rstrip("\"”’'")
    whole = line[:1] in _MARKS and len(bare) < len(line) - 1 and not any(mark in bare for mark in _MARKS)
    return f"{bare[:1].upper()}{bare[1:].rstrip('.,')}" if whole else line


def _goes_on(scene: Scene, read: Reading) -> str | None:
    """Who speaks on, in a sentence that names no speaker: `“I left,” said Ada Lindt. “We closed it in May.”`."""
    sentences = scene.memory.sentences
    for number in range(read.number - 1, max(-1, read.number - 1 - _TURN), -1):
        if sentences[number].paragraph != read.sentence.paragraph:
            return None
        near = read_before(scene, number)
        words = next((said for one in near.parsed.predicates if (said := speaking(near.parsed, one)) is not None), None)
        if words is not None:
            return speaker_of(near, words, scene)
    return None


def _own(line: str, events: Events) -> bool:
    """`I left`, `We closed it`, `Our shop closed`."""
    opening = line.partition(" ")[0]
    return opening == "I" or opening.lower() in events.sets["together"] | events.sets["together_own"]


def _quoted(line: str, one: Predicate, speaker: str, cut: Parsed) -> str:
    """`Ada Lindt: “We closed the mill”`, a deed; nothing of a `he` that the words around do not name."""
    events = cut.events
    if _own(line, events):
        told = " " in speaker and one.tense == "past" and not one.state
        told = told and cut.sentence.words[one.first] in line.split()[1:_NEAR]  # not `Our aim is to …`
        return f"{speaker}: “{line}”" if told else ""
    return "" if line.partition(" ")[0].lower() in events.sets["replaced"] else line


def _says_i(line: str, events: Events) -> bool:
    """`I left the town`; not `I left when we …`, which no name can stand for."""
    head, _, rest = line.partition(" ")
    return head == "I" and bool(rest) and events.sets["own_voice"].isdisjoint(rest.lower().split())


def _bare(line: str, events: Events) -> bool:
    """`I think that …`, `I do not want …`: a form that no name goes with."""
    verb = next((word for word in line.split()[1:] if not events.bits.get(word, 0) & ADVERB), "")
    bits = events.bits.get(verb, 0)
    return events.lemma(verb) == verb and bool(bits & (BASE | DO | HAVE)) and not bits & (PAST | MODAL)


def _reported(read: Reading, one: Predicate, line: str, speaker: str) -> bool:
    """`Ada Lindt said that | she left`: the pronoun that opens what somebody says without quotation marks."""
    cut, sets, head = read.parsed, read.parsed.events.sets, line.partition(" ")[0].lower()
    kind = next((name.kind for name in read.found if name.name == speaker), "person")
    if (kind == "person") != (head in sets["persons"]):
        return False
    vain = one.passive or one.lemma in sets["copula"] or empty(cut, one)
    return cut.clause_of(one.head).kind == "that" and head in sets["replaced"] and not (head in sets["things"] and vain)


def _can_be(read: Reading, line: str, speaker: str, said_by: tuple[int, int] | None) -> bool:
    """Can the pronoun that opens a line be the speaker: not of `Her lawyer, Karl Moe, said she …`?"""
    cut = read.parsed
    other = of_another(cut, range(*said_by or (0, 0)), line.partition(" ")[0])
    return speaker.lower() not in cut.events.sets["own_voice"] and not other


def _self(read: Reading, speaker: str, said_by: tuple[int, int] | None) -> Iterator[Participant]:
    """The speaker as one who acts."""
    for one in read.found:
        if said_by is not None and one.name == speaker and said_by[0] <= one.first < said_by[1]:
            words = read.parsed.sentence
            start, end = words.starts[one.first], words.ends[one.last - 1]
            yield Participant(one.name, one.kind, "who", start, end, words.text[start:end])


def _named_subject(line: str, people: Sequence[Participant], scene: Scene) -> str:
    """`The two countries signed` → `[Denmark, Sweden] signed`."""
    head, _, rest = line.partition(" ")
    lower = head.lower()
    carried = [one for one in people if one.start == one.end and one.text]
    opening = rest if lower in scene.events.sets["the"] else line
    group = [one for one in carried if " " in one.text and opening.lower().startswith(one.text.lower() + " ")]
    if len(group) < 2:
        return line
    return f"[{', '.join(one.name for one in group)}]{opening[len(group[0].text) :]}"
